import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Weighted } from './chance.ts'

/** The courses of treatment that the demo journeys know. */
export type TreatmentPlan =
  | 'surgery'
  | 'surgery_chemotherapy'
  | 'surgery_radiotherapy'
  | 'surgery_all'
  | 'chemotherapy'
  | 'radiotherapy'
  | 'chemoradiotherapy'
  | 'hormones'
  | 'hormones_radiotherapy'
  | 'immunotherapy'
  | 'watching'
  | 'support'

/** Where a cancer is, in the words of the register, with its ICD-10 category. */
export type DemoSite = readonly [site: string, icd10: string]

export interface DemoCancer {
  group: TumourGroup
  sites: Weighted<DemoSite>
  /** How many of a hundred women, and of a hundred men, on a practice's register have it. */
  women: number
  men: number
  age: readonly [mean: number, deviation: number]
  /** Stages at diagnosis as recorded; null where none is. */
  stages: Weighted<string | null>
  /** Share found through an emergency, and by screening; the rest come by referral, from a clinic or by chance. */
  emergency: number
  screening: number
  symptoms: readonly string[]
  /** What the practice asks for before it refers, and what the hospital finds it with. */
  practiceTests: readonly string[]
  hospitalTests: readonly string[]
  plans: Weighted<TreatmentPlan>
  /** Share who die of it within three years when it is found late. */
  lethality: number
}

const SIDES: readonly string[] = ['left', 'right']
export const sided = (site: string, icd10: string): Weighted<DemoSite> =>
  SIDES.map((side) => [[`${site}, ${side}`, icd10], 1] as const)
export const one = (site: string, icd10: string): Weighted<DemoSite> => [[[site, icd10], 1]]

/** Stage shares for 1 to 4 in rising order, then the share with none recorded. */
export const staged = (
  first: number,
  second: number,
  third: number,
  fourth: number,
  none: number,
): Weighted<string | null> => [
  ['1', first * 0.7],
  ['1A', first * 0.2],
  ['1B', first * 0.1],
  ['2', second * 0.6],
  ['2A', second * 0.25],
  ['2B', second * 0.15],
  ['3', third * 0.6],
  ['3A', third * 0.15],
  ['3B', third * 0.15],
  ['3C', third * 0.1],
  ['4', fourth * 0.8],
  ['4A', fourth * 0.1],
  ['4B', fourth * 0.1],
  [null, none],
]
export const UNSTAGED: Weighted<string | null> = [[null, 1]]

/** How the people who came neither as an emergency nor through screening were found. */
export const OTHER_ROUTES: Weighted<RouteToDiagnosis> = [
  ['urgent_referral', 58],
  ['routine_referral', 19],
  ['other_outpatient', 13],
  ['incidental', 6],
  ['not_known', 4],
]
