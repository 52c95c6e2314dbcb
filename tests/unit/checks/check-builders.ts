import type { CheckEpisode, CheckEvent, CheckFacts, CheckPerson } from '#shared/features/checks/public.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'

/** A record without a fault, and what an example changes of it. */

export const TODAY = '2026-11-23'
export const day = (date: string): PartialDate => ({ date, precision: 'day' })
export const month = (date: string): PartialDate => ({ date, precision: 'month' })
export const year = (date: string): PartialDate => ({ date, precision: 'year' })

const person: CheckPerson = {
  id: 'p',
  sex: '2',
  birthDate: '1958-03-14',
  deathDate: null,
  deathPlace: null,
  nhsNumber: '9990000018',
  nhsNumberStatus: '01',
  postcode: 'WX1 2AP',
  deprivationQuintile: 2,
  deprivationIndex: 'IMD',
}
const episode: CheckEpisode = {
  id: 'e1',
  kind: 'new_primary',
  tumourGroup: 'lower_gi',
  site: 'Sigmoid colon',
  icd10Code: 'C18.7',
  diagnosisDate: day('2026-09-04'),
  stage: '3',
  route: 'urgent_referral',
  laterality: '8',
  behaviour: 'malignant',
  basis: '7',
  tCategory: 'T3',
  nCategory: 'N1',
  mCategory: 'M0',
  stageEdition: 'uicc',
}
export const event = (
  id: string,
  eventType: string,
  date: PartialDate,
  change: Partial<CheckEvent> = {},
): CheckEvent => ({
  id,
  episodeId: 'e1',
  pathwayId: 'w1',
  eventType,
  answersEventId: null,
  ...date,
  ...change,
})

export const journey: readonly CheckEvent[] = [
  event('v1', 'symptom_noticed', month('2026-06-01')),
  event('v2', 'urgent_referral', day('2026-08-05')),
  event('v3', 'told_diagnosis', day('2026-09-04')),
  event('v4', 'surgery', day('2026-10-01')),
  event('v5', 'discharge_letter', day('2026-10-09'), { answersEventId: 'v4' }),
  event('v6', 'chemotherapy_started', day('2026-11-02')),
]

/** A cancer that is not staged as solid tumours are. */
export const leukaemia = {
  tumourGroup: 'leukaemia',
  site: 'Chronic lymphocytic leukaemia',
  icd10Code: 'C91.1',
  stage: null,
  tCategory: null,
  nCategory: null,
  mCategory: null,
  stageEdition: null,
} as const
export const dead = { deathDate: day('2026-11-10') } as const

/** What an example has other than a record without a fault. */
export type Change = {
  readonly person?: Partial<CheckPerson>
  readonly episode?: Partial<CheckEpisode>
  readonly more?: readonly Partial<CheckEpisode>[]
  readonly events?: readonly CheckEvent[]
  readonly demo?: boolean
}
export const factsOf = (change: Change = {}): CheckFacts => {
  const first = { ...episode, ...change.episode }
  return {
    person: { ...person, ...change.person },
    episodes: [first, ...(change.more ?? []).map((more, at) => ({ ...first, id: `e${at + 2}`, ...more }))],
    events: (change.events ?? journey).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    demo: change.demo ?? true,
    today: TODAY,
  }
}

/** What a rule asks about, and what comes near and passes. */
export interface Example {
  readonly asks: readonly Change[]
  readonly passes: readonly Change[]
}
