import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { ToldBy } from '#shared/features/journey/schema.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { DemoSetting } from './ordinary-person.ts'
import { addNamedReferral, type NamedReferral } from './open-referrals.ts'
import { type DemoPerson, rowsOf } from './rows.ts'
import { Timeline } from './timeline.ts'

/** A date as it would be if today were Monday 23 November 2026, as a day number. */
export type Played = (date: IsoDate) => number

type Step = readonly [type: EventTypeCode, date: IsoDate, note?: string | null, toldBy?: ToldBy]

const BEFORE_TREATMENT: readonly Step[] = [
  ['seen_by_gp', '2026-08-04', 'Change in bowel habit', 'clinician'],
  ['fit_test', '2026-08-10', 'FIT 84'],
  ['urgent_referral', '2026-08-11', 'Suspected: bowel'],
  ['referral_received', '2026-08-12'],
  ['colonoscopy', '2026-08-26', null, 'hospital_letter'],
  ['told_diagnosis', '2026-09-04', null, 'hospital_letter'],
  ['mdt', '2026-09-10', null, 'hospital_letter'],
  ['decision_to_treat', '2026-09-17', null, 'hospital_letter'],
]
const SINCE: readonly Step[] = [
  ['surgery', '2026-10-07', 'Sigmoid colectomy', 'patient'],
  ['discharged', '2026-10-12', 'Wexcombe General, Larch Ward', 'patient'],
  ['nurse_phone_call', '2026-10-29', 'Managing at home. No discharge letter yet'],
  ['oncology_clinic', '2026-11-03', null, 'patient'],
]
/** Which letter came when, and the event it is about. The discharge and oncology letters have not come. */
const LETTERS: readonly (readonly [type: EventTypeCode, date: IsoDate, about: EventTypeCode])[] = [
  ['clinic_letter', '2026-09-04', 'colonoscopy'],
  ['diagnosis_letter', '2026-09-15', 'told_diagnosis'],
  ['mdt_letter', '2026-09-28', 'mdt'],
  ['treatment_plan_letter', '2026-09-28', 'decision_to_treat'],
]

/** A second pathway, which the first must not close. */
const SKIN: NamedReferral = { group: 'skin_other', suspected: 'skin', sent: '2026-11-09', received: '2026-11-10' }

export const MAUREEN_NHS_NUMBER = '9990000018'

/** Maureen Ashworth, whose journey the app explains itself with: treated in time, and two letters that never came. */
export const maureen = ({ today, ids, leadIds }: DemoSetting, played: Played): DemoPerson => {
  const timeline = new Timeline(today)
  timeline.episode = 0
  timeline.startPathway({
    tumourGroup: 'lower_gi',
    priority: 'urgent_suspected_cancer',
    hospital: 'Wexcombe General',
    episode: 0,
  })
  timeline.add('symptom_noticed', played('2026-07-15'), {
    precision: 'month',
    note: 'Change in bowel habit',
    toldBy: 'patient',
  })
  const steps = [...BEFORE_TREATMENT, ...SINCE].map(([type, date, note, toldBy]) =>
    timeline.add(type, played(date), { note: note ?? null, toldBy: toldBy ?? null }),
  )
  for (const [type, date, about] of LETTERS) {
    timeline.add(type, played(date), { answers: steps.find((step) => step?.type === about) ?? null })
  }
  timeline.episode = null
  addNamedReferral(timeline, SKIN, 'Wexcombe General', played)
  const person = {
    nhs_number: MAUREEN_NHS_NUMBER,
    local_id: '10018',
    title: 'Mrs',
    surname: 'Ashworth',
    given_name: 'Maureen',
    birth_date: '1958-03-14',
    sex: '2',
    postcode: 'WX4 7DU',
    usual_gp: 'Dr Anjali Rao',
    named_lead_id: leadIds[1] ?? null,
    leave_out_of_sharing: 0,
    death_date: null,
    death_date_precision: null,
  } as const
  const episode = {
    kind: 'new_primary',
    tumour_group: 'lower_gi',
    site: 'Sigmoid colon',
    icd10_code: 'C18.7',
    stage: '3',
    route: 'urgent_referral',
    hospital: 'Wexcombe General',
    day: played('2026-09-04'),
    precision: 'day',
  } as const
  return rowsOf(person, [episode], timeline, ids, (day) => day)
}
