import type { DatePrecision } from '#shared/domain/partial-date.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { DemoCancer } from './cancer-kinds.ts'
import type { Chance } from './chance.ts'
import {
  POST_TO_HOSPITAL,
  REFERRAL_TO_TOLD,
  SYMPTOM_TO_SURGERY_VISIT,
  VISIT_TO_EMERGENCY,
  VISIT_TO_REFERRAL,
} from './intervals.ts'
import type { Timeline } from './timeline.ts'

/** How a diagnosis came about. Days count from 1 January 1970. */
export interface DiagnosisPath {
  cancer: DemoCancer
  site: string
  route: RouteToDiagnosis
  toldDay: number
  /** Only what an old record keeps: no symptoms, visits or tests. */
  outline: boolean
  toldPrecision: DatePrecision
}

/** How hospital tests are named in the list of event types; anything else is a biopsy or a scan by its words. */
const TEST_TYPES: readonly (readonly [word: string, type: EventTypeCode])[] = [
  ['colonoscopy', 'colonoscopy'],
  ['gastroscopy', 'endoscopy'],
  ['cystoscopy', 'endoscopy'],
  ['nasendoscopy', 'endoscopy'],
  ['endoscopic', 'endoscopy'],
  ['bronchoscopy', 'bronchoscopy'],
  ['mammogram', 'mammogram'],
  ['pet', 'pet_scan'],
  ['ct', 'ct_scan'],
  ['mri', 'mri_scan'],
  ['whole-body mri', 'mri_scan'],
  ['ultrasound', 'ultrasound'],
  ['fit', 'fit_test'],
  ['chest x-ray', 'chest_x_ray'],
]

/** The event type of a test, from the words that name it. */
export const testType = (words: string, otherwise: EventTypeCode): EventTypeCode => {
  const text = words.toLowerCase()
  return TEST_TYPES.find(([word]) => text.startsWith(word))?.[1] ?? otherwise
}

const symptomPrecision = (chance: Chance) =>
  chance.weighted([
    ['month', 55],
    ['day', 33],
    ['year', 12],
  ] as const)

/** First symptom and first visit, with the practice's own test. The visit is the day first presented. */
const addPresentation = (
  timeline: Timeline,
  chance: Chance,
  cancer: DemoCancer,
  visit: number,
  referral: number,
): void => {
  const symptom = chance.pick(cancer.symptoms)
  timeline.add('symptom_noticed', visit - chance.spread(SYMPTOM_TO_SURGERY_VISIT), {
    precision: symptomPrecision(chance),
    note: symptom,
    toldBy: 'patient',
  })
  timeline.add('seen_by_gp', visit, { note: symptom, toldBy: 'clinician' })
  if (referral > visit && chance.happens(0.62)) {
    const words = chance.pick(cancer.practiceTests)
    timeline.add(testType(words, 'blood_test'), chance.whole(visit, referral), { note: words })
  }
  if (referral - visit > 30 && chance.happens(0.7))
    timeline.add('seen_by_gp', chance.whole(visit + 7, referral - 1), {
      note: 'Seen again, no better',
      toldBy: 'clinician',
    })
}

/** What the hospital did between the start of its work and the day the person was told. */
const addHospitalTests = (
  timeline: Timeline,
  chance: Chance,
  cancer: DemoCancer,
  from: number,
  toldDay: number,
): void => {
  let earliest = from
  for (const words of cancer.hospitalTests) {
    if (!chance.happens(0.72)) continue
    earliest = chance.whole(earliest, Math.max(earliest, Math.min(toldDay, earliest + 14)))
    timeline.add(testType(words, 'biopsy'), earliest, { note: words, toldBy: 'hospital_letter' })
  }
}

const addReferred = (timeline: Timeline, chance: Chance, path: DiagnosisPath): void => {
  const { cancer, route, toldDay } = path
  const referral = toldDay - chance.spread(REFERRAL_TO_TOLD[route])
  addPresentation(timeline, chance, cancer, referral - chance.spread(VISIT_TO_REFERRAL), referral)
  timeline.add(route === 'urgent_referral' ? 'urgent_referral' : 'routine_referral', referral, {
    note: `Suspected: ${path.site}`,
  })
  const received = Math.min(referral + chance.spread(POST_TO_HOSPITAL), toldDay)
  timeline.add('referral_received', received)
  const seen = Math.min(received + chance.whole(3, route === 'urgent_referral' ? 14 : 60), toldDay)
  timeline.add('first_seen', seen, { toldBy: 'hospital_letter' })
  addHospitalTests(timeline, chance, cancer, seen, toldDay)
}

const addEmergency = (timeline: Timeline, chance: Chance, { cancer, toldDay }: DiagnosisPath): void => {
  const admission = toldDay - chance.spread(REFERRAL_TO_TOLD.emergency)
  if (chance.happens(0.85))
    addPresentation(timeline, chance, cancer, admission - chance.spread(VISIT_TO_EMERGENCY), admission)
  timeline.add('emergency_admission', admission, { note: chance.pick(cancer.symptoms), toldBy: 'hospital_letter' })
  addHospitalTests(timeline, chance, cancer, admission, toldDay)
}

const addFoundElsewhere = (timeline: Timeline, chance: Chance, { cancer, route, toldDay }: DiagnosisPath): void => {
  const start = toldDay - chance.spread(REFERRAL_TO_TOLD[route])
  if (route === 'screening')
    timeline.add('appointment_booked', start, { note: 'Recalled after screening', toldBy: 'hospital_letter' })
  else if (route !== 'incidental')
    addPresentation(timeline, chance, cancer, start - chance.spread(VISIT_TO_REFERRAL), start)
  timeline.add('first_seen', start + chance.whole(0, Math.min(10, toldDay - start)), {
    note: route === 'incidental' ? 'Found on a scan for something else' : null,
    toldBy: 'hospital_letter',
  })
  addHospitalTests(timeline, chance, cancer, start + Math.min(10, toldDay - start), toldDay)
}

/** Everything up to and with the day the person was told, in lawful order. */
export const addDiagnosisPath = (timeline: Timeline, chance: Chance, path: DiagnosisPath): void => {
  if (!path.outline) {
    if (path.route === 'urgent_referral' || path.route === 'routine_referral') addReferred(timeline, chance, path)
    else if (path.route === 'emergency') addEmergency(timeline, chance, path)
    else addFoundElsewhere(timeline, chance, path)
  }
  timeline.add('told_diagnosis', path.toldDay, { precision: path.toldPrecision, toldBy: 'hospital_letter' })
}
