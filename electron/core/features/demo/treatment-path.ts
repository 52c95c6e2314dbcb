import type { TreatmentPlan } from './cancer-kinds.ts'
import type { Chance } from './chance.ts'
import {
  BETWEEN_TREATMENTS,
  CHEMOTHERAPY_COURSE,
  DECISION_TO_TREATMENT,
  IMMUNOTHERAPY_COURSE,
  MEETING_TO_DECISION,
  RADIOTHERAPY_COURSE,
  SURGERY_STAY,
  SURGERY_TO_NEXT_TREATMENT,
  TOLD_TO_MEETING,
} from './intervals.ts'
import type { Timeline } from './timeline.ts'

/** What was decided, and how much of it the record keeps. Days count from 1 January 1970. */
export interface TreatmentPath {
  plan: TreatmentPlan
  toldDay: number
  outline: boolean
  /** Set where the day is given; drawn otherwise. */
  decisionDay?: number
  /** False for someone whose last treatment has no end in the record. */
  ends: boolean
}

type Course = 'surgery' | 'chemotherapy' | 'radiotherapy' | 'immunotherapy' | 'hormones' | 'watching' | 'support'

const COURSES: Readonly<Record<TreatmentPlan, readonly Course[]>> = {
  surgery: ['surgery'],
  surgery_chemotherapy: ['surgery', 'chemotherapy'],
  surgery_radiotherapy: ['surgery', 'radiotherapy'],
  surgery_all: ['surgery', 'chemotherapy', 'radiotherapy'],
  chemotherapy: ['chemotherapy'],
  radiotherapy: ['radiotherapy'],
  chemoradiotherapy: ['chemotherapy', 'radiotherapy'],
  hormones: ['hormones'],
  hormones_radiotherapy: ['hormones', 'radiotherapy'],
  immunotherapy: ['immunotherapy'],
  watching: ['watching'],
  support: ['support'],
}

interface CourseRecord {
  timeline: Timeline
  chance: Chance
  outline: boolean
}

/** Adds one course from its first day and returns the day from which the next may be counted. */
const addCourse = ({ timeline, chance, outline }: CourseRecord, course: Course, start: number): number => {
  switch (course) {
    case 'surgery': {
      timeline.add('surgery', start, { toldBy: 'hospital_letter' })
      const home = start + chance.spread(SURGERY_STAY)
      timeline.add('discharged', home, { toldBy: 'hospital_letter' })
      if (!outline && chance.happens(0.75))
        timeline.add('surgical_clinic', home + chance.whole(10, 28), {
          note: 'Results of surgery',
          toldBy: 'hospital_letter',
        })
      return home + chance.spread(SURGERY_TO_NEXT_TREATMENT)
    }
    case 'chemotherapy': {
      if (!outline && chance.happens(0.6))
        timeline.add('oncology_clinic', start - chance.whole(1, 10), { toldBy: 'hospital_letter' })
      timeline.add('chemotherapy_started', start, { toldBy: 'hospital_letter' })
      const end = start + chance.spread(CHEMOTHERAPY_COURSE)
      if (chance.happens(0.16))
        timeline.add('emergency_admission', chance.whole(start + 5, end), {
          note: 'Fever during chemotherapy',
          toldBy: 'hospital_letter',
        })
      timeline.add('chemotherapy_finished', end, { toldBy: 'patient' })
      return end + chance.spread(BETWEEN_TREATMENTS)
    }
    case 'radiotherapy': {
      timeline.add('radiotherapy_started', start, { toldBy: 'hospital_letter' })
      const end = start + chance.spread(RADIOTHERAPY_COURSE)
      timeline.add('radiotherapy_finished', end, { toldBy: 'hospital_letter' })
      return end + chance.spread(BETWEEN_TREATMENTS)
    }
    case 'immunotherapy': {
      timeline.add('immunotherapy_started', start, { toldBy: 'hospital_letter' })
      return start + chance.spread(IMMUNOTHERAPY_COURSE)
    }
    case 'hormones':
      timeline.add('hormone_started', start, { toldBy: 'hospital_letter' })
      return start + chance.spread(BETWEEN_TREATMENTS)
    case 'watching':
      timeline.add('active_monitoring', start, { toldBy: 'hospital_letter' })
      return start
    case 'support':
      timeline.add('palliative_referral', start)
      if (chance.happens(0.5)) timeline.add('district_nurse_visit', start + chance.whole(2, 30))
      return start
  }
}

/** Team meeting, decision and every course of treatment, in lawful order. Returns the day the last course ended. */
export const addTreatmentPath = (timeline: Timeline, chance: Chance, path: TreatmentPath): number => {
  const meeting =
    path.decisionDay === undefined
      ? path.toldDay + chance.spread(TOLD_TO_MEETING)
      : chance.whole(path.toldDay, path.decisionDay)
  const decision = path.decisionDay ?? meeting + chance.spread(MEETING_TO_DECISION)
  if (!path.outline) {
    timeline.add('mdt', meeting, { toldBy: 'hospital_letter' })
    timeline.add('decision_to_treat', decision, { toldBy: 'hospital_letter' })
    if (chance.happens(0.55))
      timeline.add('nurse_specialist_contact', path.toldDay + chance.whole(0, 10), { toldBy: 'nurse_specialist' })
  }
  const courses = COURSES[path.plan]
  let next = decision + chance.spread(DECISION_TO_TREATMENT)
  for (const course of courses) next = addCourse({ timeline, chance, outline: path.outline }, course, next)
  const lasting = courses.some((course) => course === 'watching' || course === 'support')
  if (!lasting && path.ends) timeline.add('treatment_ended', next, { toldBy: 'hospital_letter' })
  return next
}
