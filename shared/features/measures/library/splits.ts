import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import { DEPRIVATION_QUINTILES } from '#shared/domain/deprivation.ts'
import { ageInYears } from '#shared/domain/partial-date.ts'
import { SEX_CODES } from '#shared/domain/people.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import type { PersonFacts } from '../facts.ts'
import { addOutcome, type Counted, outcomeIn, type Tally } from './count.ts'
import { figureOfRows } from './figure.ts'
import type { MeasureContext } from './measure.ts'
import { lastDayOfMonth, type Months } from './months.ts'
import { pathwayOfPlace } from './observations.ts'
import type { LibraryFigure, SPLITS } from './schema.ts'

export type Split = (typeof SPLITS)[number]

interface Group {
  readonly code: string
  readonly label: string
}

const NOT_KNOWN: Group = { code: 'not-known', label: 'Not known' }

const AGES = [
  { code: '0-24', label: '0 to 24', to: 24 },
  { code: '25-49', label: '25 to 49', to: 49 },
  { code: '50-64', label: '50 to 64', to: 64 },
  { code: '65-74', label: '65 to 74', to: 74 },
  { code: '75-84', label: '75 to 84', to: 84 },
  { code: '85+', label: '85 and over', to: Infinity },
] as const

/** The groups of the ethnic categories of 2001. */
const ETHNICITIES = [
  { code: 'white', label: 'White', of: 'ABC' },
  { code: 'mixed', label: 'Mixed', of: 'DEFG' },
  { code: 'asian', label: 'Asian', of: 'HJKL' },
  { code: 'black', label: 'Black', of: 'MNP' },
  { code: 'other', label: 'Chinese and other', of: 'RS' },
] as const

const NOT_STATED: Group = { code: 'not-stated', label: 'Asked, not stated' }

/** Every group of a split, in its order. */
export const SPLIT_GROUPS: Readonly<Record<Split, readonly Group[]>> = {
  sex: SEX_CODES,
  age: [...AGES, NOT_KNOWN],
  ethnicity: [...ETHNICITIES, NOT_STATED, NOT_KNOWN],
  deprivation: [...DEPRIVATION_QUINTILES, NOT_KNOWN],
  'tumour-group': TUMOUR_GROUPS,
}

const ageGroup = (birthDate: string | null, day: number): string => {
  const age = birthDate === null ? -1 : ageInYears(birthDate, isoFromDayNumber(day))
  return age < 0 ? NOT_KNOWN.code : (AGES.find(({ to }) => age <= to) ?? NOT_KNOWN).code
}

const ethnicGroup = (code: string | null): string => {
  if (code === 'Z') return NOT_STATED.code
  return ETHNICITIES.find(({ of }) => code !== null && code.length === 1 && of.includes(code))?.code ?? NOT_KNOWN.code
}

const tumourGroup = ({ episodes, pathways }: PersonFacts, place: number): string =>
  place >= 0
    ? (episodes[place]?.tumourGroup ?? 'not_known')
    : (pathways[pathwayOfPlace(place)]?.tumourGroup ?? 'not_known')

/** The group that an observation belongs to. Age is that at its date, of a vague date at its first day. */
export const groupOfRow = (
  { measure, observed }: Counted,
  row: number,
  people: readonly PersonFacts[],
  split: Split,
  period: Months,
): string => {
  const person = people[observed.person[row] ?? -1]
  if (person === undefined) return NOT_KNOWN.code
  if (split === 'sex') return person.sex
  if (split === 'ethnicity') return ethnicGroup(person.ethnicity)
  if (split === 'deprivation') return String(person.deprivationQuintile ?? NOT_KNOWN.code)
  if (split === 'tumour-group') return tumourGroup(person, observed.place[row] ?? -1)
  const day = measure.atMonthEnd ? lastDayOfMonth(period.last) : (observed.day[row] ?? 0)
  return ageGroup(person.birthDate, day)
}

interface Part {
  readonly rows: number[]
  readonly tally: Tally
}

/**
 * The figure of each group of a split. Every observation is in one group, so the counts of the groups add up to the
 * whole. How many of the list belong to a group is not known, so only tumour groups, which divide nobody, have rates.
 */
export const splitOf = (
  counted: Counted,
  people: readonly PersonFacts[],
  split: Split,
  period: Months,
  { listSize }: MeasureContext,
): { code: string; label: string; figure: LibraryFigure }[] => {
  const parts = new Map<string, Part>()
  for (let row = 0; row < counted.observed.rows; row += 1) {
    const outcome = outcomeIn(counted, row, period)
    if (outcome === null) continue
    const group = groupOfRow(counted, row, people, split, period)
    let part = parts.get(group)
    if (part === undefined) parts.set(group, (part = { rows: [], tally: { met: 0, notMet: 0, undecided: 0 } }))
    part.rows.push(row)
    addOutcome(part.tally, outcome)
  }
  const list = split === 'tumour-group' ? listSize : null
  return SPLIT_GROUPS[split].flatMap(({ code, label }) => {
    const part = parts.get(code)
    return part === undefined ? [] : [{ code, label, figure: figureOfRows(counted, period, part, list) }]
  })
}
