import type { Chance } from './chance.ts'
import { TOLD_TO_CARE_REVIEW, TOLD_TO_SUPPORT_CONTACT } from './intervals.ts'
import type { Timeline } from './timeline.ts'

const DAYS_A_YEAR = 365
/** Hospitals follow people up for this many years in the demo; the practice goes on seeing them. */
const YEARS_OF_FOLLOW_UP = 5

/** What the practice offers after a diagnosis. A day is counted from being told; null: it never happened. */
export interface SupportPath {
  toldDay: number
  contactAfter: number | null
  reviewAfter: number | null
  outline: boolean
}

const lateOrNever = (chance: Chance, from: number, to: number): number | null =>
  chance.happens(0.55) ? chance.whole(from, to) : null

/** Whether and when the two owed contacts happened: about 70 and 75 in a hundred in time. */
export const drawSupport = (chance: Chance): Pick<SupportPath, 'contactAfter' | 'reviewAfter'> => ({
  contactAfter: chance.happens(0.7) ? chance.spread(TOLD_TO_SUPPORT_CONTACT) : lateOrNever(chance, 96, 240),
  reviewAfter: chance.happens(0.77) ? chance.spread(TOLD_TO_CARE_REVIEW) : lateOrNever(chance, 372, 520),
})

/** Support contact, needs assessment, calls and the first care review. */
export const addSupportPath = (
  timeline: Timeline,
  chance: Chance,
  { toldDay, contactAfter, reviewAfter, outline }: SupportPath,
): void => {
  if (contactAfter !== null)
    timeline.add(chance.happens(0.3) ? 'support_contact' : 'support_information_given', toldDay + contactAfter)
  if (!outline) {
    if (chance.happens(0.45))
      timeline.add('nurse_phone_call', toldDay + chance.whole(14, 180), { note: 'How things are going' })
    if (chance.happens(0.34)) timeline.add('needs_assessment_done', toldDay + chance.whole(10, 90))
    if (chance.happens(0.25)) timeline.add('free_prescription_form', toldDay + chance.whole(5, 60))
    if (chance.happens(0.07)) timeline.add('wellbeing_event', toldDay + chance.whole(60, 330), { toldBy: 'patient' })
  }
  if (reviewAfter === null) return
  if (!outline && chance.happens(0.55))
    timeline.add('care_review_invitation', toldDay + reviewAfter - chance.whole(10, 35))
  timeline.add(chance.happens(0.96) ? 'care_review' : 'care_review_declined', toldDay + reviewAfter)
}

/** The years after: clinics and scans while the hospital follows up, blood tests and reviews at the practice. */
export const addLaterYears = (timeline: Timeline, chance: Chance, treatmentEnd: number): void => {
  for (let year = 0; treatmentEnd + year * DAYS_A_YEAR <= timeline.lastDay; year += 1) {
    const start = treatmentEnd + year * DAYS_A_YEAR
    if (year < YEARS_OF_FOLLOW_UP) {
      if (chance.happens(0.8))
        timeline.add('follow_up_clinic', start + chance.whole(80, 330), { toldBy: 'hospital_letter' })
      if (chance.happens(0.4))
        timeline.add(chance.pick(['ct_scan', 'mri_scan', 'ultrasound']), start + chance.whole(60, 300), {
          note: 'Follow-up scan',
          toldBy: 'hospital_letter',
        })
    }
    for (const from of [20, 190])
      if (chance.happens(0.6)) timeline.add('blood_test', start + from + chance.whole(0, 160))
    if (chance.happens(0.25))
      timeline.add('seen_by_gp', start + chance.whole(10, 355), {
        note: 'Seen about the effects of treatment',
        toldBy: 'clinician',
      })
    if (year > 0 && chance.happens(0.45)) timeline.add('care_review', start + chance.whole(20, 340))
  }
}
