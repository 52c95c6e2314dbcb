import { ageInYears, dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { CodedLabel } from '#shared/domain/people.ts'

/** What is said of somebody about whom it is not recorded. */
export const NOT_KNOWN = 'not-known'

/** Ages at diagnosis, in whole years, both ends counted. */
export const AGE_GROUPS = [
  { code: '0-24', label: '0 to 24', to: 24 },
  { code: '25-49', label: '25 to 49', to: 49 },
  { code: '50-64', label: '50 to 64', to: 64 },
  { code: '65-74', label: '65 to 74', to: 74 },
  { code: '75-84', label: '75 to 84', to: 84 },
  { code: '85', label: '85 and over', to: Number.POSITIVE_INFINITY },
] as const satisfies readonly (CodedLabel & { readonly to: number })[]
export type AgeGroup = (typeof AGE_GROUPS)[number]['code']

const groupOfAge = (age: number): AgeGroup | null =>
  age < 0 ? null : (AGE_GROUPS.find(({ to }) => age <= to)?.code ?? null)

/** The age group at a date. null: no birth date, no date, or a date too vague to tell which. */
export const ageGroupAt = (born: IsoDate | null, at: PartialDate | null): AgeGroup | null => {
  if (born === null || at === null) return null
  const { from, to } = dateSpan(at)
  const [first, last] = [groupOfAge(ageInYears(born, from)), groupOfAge(ageInYears(born, to))]
  return first === last ? first : null
}

/**
 * Ethnic groups at the top level. Source: the five groups of ethnic category 2001, which the codes of COSD are from;
 * the labels are ours. Who did not wish to say is not known.
 */
export const ETHNIC_GROUPS = [
  { code: 'white', label: 'White', from: 'ABC' },
  { code: 'mixed', label: 'Mixed', from: 'DEFG' },
  { code: 'asian', label: 'Asian', from: 'HJKL' },
  { code: 'black', label: 'Black', from: 'MNP' },
  { code: 'other', label: 'Chinese or other', from: 'RS' },
] as const satisfies readonly (CodedLabel & { readonly from: string })[]
export type EthnicGroup = (typeof ETHNIC_GROUPS)[number]['code']

/** The group of a category. null: not recorded, not known or not stated. */
export const ethnicGroupOf = (category: string | null): EthnicGroup | null =>
  category === null || category.length !== 1
    ? null
    : (ETHNIC_GROUPS.find(({ from }) => (from as string).includes(category))?.code ?? null)

/** Places of death at the top level: 21 and 22 are kinds of 20, 41 and 42 kinds of 40. */
export const TOP_DEATH_PLACES = [
  { code: '10', label: 'Hospital' },
  { code: '20', label: 'Private home' },
  { code: '30', label: 'Hospice' },
  { code: '40', label: 'Care home' },
  { code: '50', label: 'Somewhere else' },
] as const satisfies readonly CodedLabel[]

/** The top-level place of a code of the register. null: not recorded. */
export const topDeathPlace = (code: string | null): string | null =>
  code === null ? null : (TOP_DEATH_PLACES.find((place) => place.code === `${code.slice(0, 1)}0`)?.code ?? null)
