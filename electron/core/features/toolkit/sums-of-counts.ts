/** A count that is the sum of others and of a rest that need not be told. */
export interface SumOfCounts {
  readonly total: string
  readonly parts: readonly string[]
}

/** Measures that are out of what another one counted, by the other. */
const OUT_OF: Readonly<Record<string, readonly string[]>> = {
  'new-diagnoses': ['stage-known', 'route-known', 'site-coded'],
  'stage-known': ['early-stage'],
  'route-known': ['emergency-route', 'detection'],
  deaths: ['death-place-known'],
  'death-place-known': ['died-at-home', 'died-in-hospital', 'died-in-hospice', 'died-in-care-home', 'died-elsewhere'],
  prevalence: ['nhs-number-known', 'birth-date-known', 'sex-known', 'ethnicity-known', 'deprivation-known'],
}

/** Of one whole: who is in one of them is in no other. */
const APART: readonly string[] = ['route-known', 'death-place-known']

const WHOLE_OF = new Map(
  Object.entries(OUT_OF).flatMap(([whole, own]) => own.map((measure) => [measure, whole] as const)),
)

/** The name of what a measure counted. */
export const countedIn = (measure: string): string => `measure.${measure}`

/** The name of what a measure is out of: the same as what another one counted, where that is the same. */
export const outOfName = (measure: string): string => {
  const whole = WHOLE_OF.get(measure)
  return whole === undefined ? `measure.${measure}.out-of` : countedIn(whole)
}

/** What can be told from one measure beside another, where its name is that of its whole. */
export const SUMS_OF_MEASURES: readonly SumOfCounts[] = [
  ...[...WHOLE_OF].map(([measure, whole]) => ({ total: countedIn(whole), parts: [countedIn(measure)] })),
  ...APART.map((whole) => ({ total: countedIn(whole), parts: (OUT_OF[whole] ?? []).map(countedIn) })),
]
