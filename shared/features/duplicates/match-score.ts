import { givenNameLikeness, isOneSlipApart, type Likeness, surnameLikeness } from './name-likeness.ts'
import { type MatchPerson, otherWayRound } from './match-person.ts'

/**
 * How likely two records are one person, as points that can be explained: each field has a weight, as in CanReg5’s
 * person search, and gives the share of it to which it agrees. What one of the two does not have counts nothing. What
 * seldom changes in a person takes points away when it differs.
 */

export const MATCH_FIELDS = [
  { field: 'nhsNumber', label: 'NHS number', weight: 26 },
  { field: 'birthDate', label: 'Date of birth', weight: 22 },
  { field: 'surname', label: 'Surname', weight: 16 },
  { field: 'givenName', label: 'First name', weight: 12 },
  { field: 'localId', label: 'Local number', weight: 10 },
  { field: 'postcode', label: 'Postcode', weight: 6 },
  { field: 'phone', label: 'Telephone', weight: 6 },
  { field: 'sex', label: 'Sex', weight: 2 },
] as const
export type MatchField = (typeof MATCH_FIELDS)[number]['field']

/** The version of the weights, said beside every score. */
export const MATCH_RULES = { version: 1, dated: '2026-11-22' } as const

export interface FieldMatch {
  readonly field: MatchField
  readonly label: string
  readonly weight: number
  /** null: one of the two does not have it. */
  readonly points: number | null
  readonly words: string
}

export interface MatchScore {
  /** Of 100. */
  readonly points: number
  readonly fields: readonly FieldMatch[]
}

/** Fewer points than this are not worth anybody’s time. */
export const LEAST_POINTS = 43

export const MATCH_BANDS = [
  { code: 'very_likely', label: 'Very likely the same person', least: 62 },
  { code: 'likely', label: 'Likely the same person', least: 50 },
  { code: 'possible', label: 'Possibly the same person', least: LEAST_POINTS },
] as const
export type MatchBand = (typeof MATCH_BANDS)[number]['code']

export const bandOf = (points: number): MatchBand =>
  MATCH_BANDS.find(({ least }) => points >= least)?.code ?? 'possible'

const MISSING: Likeness | null = null
const like = (share: number, words: string): Likeness => ({ share, words })

const placesApart = (one: string, other: string): number => {
  let apart = 0
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) apart += 1
  return apart
}

const numbers = (one: string | null, other: string | null): Likeness | null => {
  if (one === null || other === null) return MISSING
  if (one === other) return like(1, 'the same')
  if (isOneSlipApart(one, other)) return like(0.7, 'one digit apart, or two the other way round')
  if (one.length === other.length && placesApart(one, other) <= 2) return like(0.3, 'two digits apart')
  return like(-0.75, 'two different numbers')
}

const births = (one: string | null, other: string | null): Likeness | null => {
  if (one === null || other === null) return MISSING
  if (one === other) return like(1, 'the same')
  if (otherWayRound(one) === other) return like(0.8, 'day and month the other way round')
  if (isOneSlipApart(one.replaceAll('-', ''), other.replaceAll('-', ''))) return like(0.6, 'one digit apart')
  return like(-0.8, 'different')
}

const postcodes = (one: string | null, other: string | null): Likeness | null => {
  if (one === null || other === null) return MISSING
  if (one === other) return one.includes(' ') ? like(1, 'the same') : like(0.3, 'the same area')
  return one.split(' ')[0] === other.split(' ')[0] ? like(0.3, 'the same area') : like(0, 'different: people move')
}

const phones = (ones: readonly string[], others: readonly string[]): Likeness | null => {
  if (ones.length === 0 || others.length === 0) return MISSING
  return ones.some((one) => others.includes(one)) ? like(1, 'one that both have') : like(0, 'different')
}

const localIds = (one: string | null, other: string | null): Likeness | null => {
  if (one === null || other === null || one === '' || other === '') return MISSING
  return one === other ? like(1, 'the same') : like(0, 'different')
}

const isKnownSex = (sex: string): boolean => sex === '1' || sex === '2'
const sexes = (one: string, other: string): Likeness | null => {
  if (!isKnownSex(one) || !isKnownSex(other)) return MISSING
  return one === other ? like(1, 'the same') : like(-3, 'different')
}

const SWAPPED = 0.85

/** Surname and first name, each with its own likeness; or both at once where they stand the other way round. */
const namesOf = (one: MatchPerson, other: MatchPerson): readonly [Likeness | null, Likeness | null] => {
  const surname =
    one.surnames.length === 0 || other.surnames.length === 0 ? MISSING : surnameLikeness(one.surnames, other.surnames)
  const given =
    one.givenNames.length === 0 || other.givenNames.length === 0
      ? MISSING
      : givenNameLikeness(one.givenNames, other.givenNames)
  const swapped =
    one.surnames[0] !== undefined &&
    one.surnames[0] === other.givenNames[0] &&
    one.givenNames[0] === other.surnames[0] &&
    one.surnames[0] !== one.givenNames[0]
  if (!swapped) return [surname, given]
  const turned = like(SWAPPED, 'first name and surname the other way round')
  return [turned, turned]
}

const WEIGHTS = Object.fromEntries(MATCH_FIELDS.map(({ field, weight }) => [field, weight])) as Record<
  MatchField,
  number
>

/** Everything but the names, which take the longest to compare. */
const apartFromNames = (one: MatchPerson, other: MatchPerson) => ({
  nhsNumber: numbers(one.nhsNumber, other.nhsNumber),
  birthDate: births(one.birthDate, other.birthDate),
  localId: localIds(one.localId, other.localId),
  postcode: postcodes(one.postcode, other.postcode),
  phone: phones(one.phones, other.phones),
  sex: sexes(one.sex, other.sex),
})

const pointsOf = (field: MatchField, likeness: Likeness | null): number =>
  likeness === null ? 0 : Math.round(WEIGHTS[field] * likeness.share)

/** False when not even the same names could bring two records to the least points: most pairs of a search. */
export const couldMatch = (one: MatchPerson, other: MatchPerson): boolean => {
  const found = apartFromNames(one, other)
  let points = WEIGHTS.surname + WEIGHTS.givenName
  for (const field of ['nhsNumber', 'birthDate', 'localId', 'postcode', 'phone', 'sex'] as const)
    points += pointsOf(field, found[field])
  return points >= LEAST_POINTS
}

/** What speaks for and against two records being one person, field by field. */
export const matchScore = (one: MatchPerson, other: MatchPerson): MatchScore => {
  const [surname, given] = namesOf(one, other)
  const found: Readonly<Record<MatchField, Likeness | null>> = {
    ...apartFromNames(one, other),
    surname,
    givenName: given,
  }
  const fields = MATCH_FIELDS.map(({ field, label, weight }): FieldMatch => {
    const likeness = found[field]
    return likeness === null
      ? { field, label, weight, points: null, words: 'one of the two does not have it' }
      : { field, label, weight, points: pointsOf(field, likeness), words: likeness.words }
  })
  const points = fields.reduce((sum, field) => sum + (field.points ?? 0), 0)
  return { points: Math.max(0, Math.min(100, points)), fields }
}

/** `Same date of birth, surname sounds alike`: what speaks for it, the weightiest first. */
export const reasonsFor = ({ fields }: MatchScore): readonly string[] =>
  fields.flatMap(({ label, points, words }) => (points !== null && points > 0 ? [`${label}: ${words}`] : []))

export const reasonsAgainst = ({ fields }: MatchScore): readonly string[] =>
  fields.flatMap(({ label, points, words }) => (points !== null && points < 0 ? [`${label}: ${words}`] : []))
