import type { PartialDate } from '#shared/domain/partial-date.ts'
import type { RuleEpisode } from '#shared/features/journey/due-rules.ts'
import { eventTypeOf } from '#shared/features/journey/event-types.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { StripEvent, StripInput } from '#shared/features/journey/strip-types.ts'

/** A Monday, as in the mock-ups. */
export const TODAY = '2026-11-23'

const dated = (when: string): PartialDate => ({
  date: when.length === 4 ? `${when}-01-01` : when.length === 7 ? `${when}-01` : when,
  precision: when.length === 4 ? 'year' : when.length === 7 ? 'month' : 'day',
})

/** `2026-09-04`, `2026-09` or `2026`, as far as it is known. */
export const anEvent = (eventType: string, when: string, change: Partial<StripEvent> = {}): StripEvent => ({
  id: `${eventType}-${when}`,
  episodeId: null,
  eventType,
  lane: eventTypeOf(eventType).lane,
  ...dated(when),
  answersEventId: null,
  ...change,
})

/** A diagnosis that counts; name what matters to the test. @param when as for an event, or null for no date. */
export const aDiagnosis = (when: string | null, change: Partial<RuleEpisode> = {}): RuleEpisode => ({
  id: 'episode',
  kind: 'new_primary',
  tumourGroup: 'lower_gi',
  icd10Code: null,
  behaviour: null,
  diagnosisDate: when === null ? null : dated(when),
  onPracticeRegister: null,
  ...change,
})

export const aLetterDue = (source: StripEvent, dueDate: string, change: Partial<DueItem> = {}): DueItem => ({
  kind: 'letter',
  document: 'clinic',
  dueDate,
  lapsesDate: null,
  sourceEventId: source.id,
  episodeId: null,
  ...change,
})

export const aContactDue = (kind: 'support_contact' | 'care_review', dueDate: string): DueItem => ({
  kind,
  document: null,
  dueDate,
  lapsesDate: null,
  sourceEventId: null,
  episodeId: 'episode',
})

const colonoscopy = anEvent('colonoscopy', '2026-08-26')
const told = anEvent('told_diagnosis', '2026-09-04')
const mdt = anEvent('mdt', '2026-09-10')
const discharged = anEvent('discharged', '2026-10-12')
const oncology = anEvent('oncology_clinic', '2026-11-03')

/** Maureen Ashworth of the mock-ups: five months, three letters in, two missing. */
export const MOCK_UP: StripInput = {
  events: [
    anEvent('symptom_noticed', '2026-07'),
    anEvent('seen_by_gp', '2026-08-04'),
    anEvent('fit_test', '2026-08-10'),
    anEvent('urgent_referral', '2026-08-11'),
    anEvent('referral_received', '2026-08-12'),
    colonoscopy,
    told,
    anEvent('clinic_letter', '2026-09-04', { answersEventId: colonoscopy.id }),
    mdt,
    anEvent('diagnosis_letter', '2026-09-15', { answersEventId: told.id }),
    anEvent('decision_to_treat', '2026-09-17'),
    anEvent('mdt_letter', '2026-09-28', { answersEventId: mdt.id }),
    anEvent('surgery', '2026-10-07'),
    discharged,
    anEvent('nurse_phone_call', '2026-10-29'),
    oncology,
  ],
  due: [
    aLetterDue(discharged, '2026-10-19', { document: 'discharge' }),
    aLetterDue(oncology, '2026-11-17'),
    aContactDue('support_contact', '2026-12-04'),
    aContactDue('care_review', '2027-09-04'),
  ],
  draft: { eventType: 'chemotherapy_started', lane: 'hospital', date: '2026-11-11', precision: 'day' },
  today: TODAY,
  range: 'whole',
  width: 1178,
  height: 'roomy',
  textScale: 1,
}
