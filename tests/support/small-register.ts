import type { SourcePerson } from '#shared/features/reports/source.ts'
import { diagnosed, happened, on, somebody } from './report-source.ts'

/**
 * Twenty-four people, each for a reason of their own. The figures that the tests expect of them were counted by hand
 * from these comments for the year from 1 April 2025 to 31 March 2026.
 */
export const SMALL_REGISTER_PERIOD = { from: '2025-04-01', to: '2026-03-31' } as const

export const smallRegister = (): SourcePerson[] => [
  // 1 contact and review both in time, inside the period
  somebody([diagnosed('2025-05-10', { stage: '1', route: 'screening' })], {
    events: [happened('support_contact', '2025-06-01'), happened('care_review', '2026-02-01')],
  }),
  // 2 died before either time ran out
  somebody([diagnosed('2025-06-15', { tumourGroup: 'lung', stage: '4', route: 'emergency' })], {
    deathDate: on('2025-08-01'),
  }),
  // 3 contact on the very last day: three months from 31 July is 31 October
  somebody([diagnosed('2025-07-31', { tumourGroup: 'prostate', stage: '2A', route: 'urgent_referral' })], {
    events: [happened('support_contact', '2025-10-31')],
  }),
  // 4 a day late: three months from 30 November is 28 February
  somebody([diagnosed('2025-11-30', { tumourGroup: 'lower_gi' })], {
    events: [happened('support_contact', '2026-03-01')],
  }),
  // 5 time still running; no NHS number
  somebody([diagnosed('2026-02-14', { stage: '3', route: 'urgent_referral' })], { hasNhsNumber: false }),
  // 6 contacted early, time still running; no date of birth
  somebody([diagnosed('2026-03-01', { stage: '1', route: 'screening' })], {
    events: [happened('support_contact', '2026-03-10')],
    hasBirthDate: false,
  }),
  // 7 diagnosed and contacted before the period; review a day late; sex not known
  somebody([diagnosed('2025-02-10')], {
    events: [happened('support_contact', '2025-03-01'), happened('care_review', '2026-02-11')],
    hasSex: false,
  }),
  // 8 contact time ran out in the period; review in time
  somebody([diagnosed('2025-01-05')], { events: [happened('care_review', '2025-12-01')] }),
  // 9 contact time ran out on the day before the period; review declined
  somebody([diagnosed('2024-12-31')], { events: [happened('care_review_declined', '2025-10-01')] }),
  // 10 month of diagnosis only
  somebody([diagnosed('2025-09', { tumourGroup: 'lung', stage: '3B', route: 'urgent_referral' })]),
  // 11 year of diagnosis only
  somebody([diagnosed('2025', { tumourGroup: 'lung' })]),
  // 12 no date of diagnosis
  somebody([diagnosed(null)]),
  // 13 basal cell skin cancer
  somebody([diagnosed('2025-08-08', { tumourGroup: 'skin_other', site: 'Skin, basal cell', icd10Code: 'C44' })]),
  // 14 asked to be left out
  somebody([diagnosed('2025-05-05')], { leftOutOfSharing: true }),
  // 15 long ago and well
  somebody([diagnosed('2010-01-01')]),
  // 16 died long ago
  somebody([diagnosed('2010-01-01')], { deathDate: on('2024-03-01') }),
  // 17 died in 2026, perhaps before the end of March
  somebody([diagnosed('2012-01-01')], { deathDate: on('2026') }),
  // 18 diagnosed after the period
  somebody([diagnosed('2026-05-01')]),
  // 19 a recurrence starts the clock again; information given counts as a contact
  somebody([diagnosed('2015-03-03'), diagnosed('2025-10-10', { kind: 'recurrence' })], {
    events: [happened('support_information_given', '2025-12-20')],
  }),
  // 20 two new cancers: the contact after the first does not count for the second
  somebody(
    [
      diagnosed('2025-04-20', { stage: '2', route: 'screening' }),
      diagnosed('2026-01-20', { tumourGroup: 'lung', stage: '4', route: 'emergency' }),
    ],
    { events: [happened('support_contact', '2025-05-01')] },
  ),
  // 21 contacted in November 2025, some day before or after the 20th
  somebody([diagnosed('2025-08-20', { tumourGroup: 'urological', stage: 'X', route: 'incidental' })], {
    events: [happened('support_contact', '2025-11')],
  }),
  // 22 nothing recorded
  somebody([]),
  // 23 two letters late (95 and 4 days), one that took 20 days; never contacted
  somebody([diagnosed('2025-12-12', { tumourGroup: 'lower_gi', stage: '2', route: 'urgent_referral' })], {
    events: [
      happened('told_diagnosis', '2025-12-12'),
      happened('oncology_clinic', '2026-02-01'),
      happened('clinic_letter', '2026-02-21'),
      happened('discharged', '2026-03-20'),
    ],
  }),
  // 24 a blood condition that the register rule does not count
  somebody([diagnosed('2025-06-06', { tumourGroup: 'other_blood', icd10Code: 'D45' })]),
]
