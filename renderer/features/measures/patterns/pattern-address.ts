import { urlChoice, type UrlField } from '#renderer/app/url-state.ts'
import { addDays, addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { SEX_CODES } from '#shared/domain/people.ts'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { COMPARISONS } from '#shared/features/measures/patterns/comparison.ts'
import { MILESTONE_CODES, STRETCHES } from '#shared/features/measures/patterns/milestones.ts'
import { AGE_GROUPS } from '#shared/features/measures/patterns/selection.ts'
import { urlDay } from '../measure-address.ts'

/** The periods of diagnosis to choose from. */
export const PERIODS = [
  { value: '1', label: 'Last 12 months' },
  { value: '3', label: 'Last 3 years' },
  { value: '5', label: 'Last 5 years' },
  { value: '10', label: 'Last 10 years' },
  { value: 'all', label: 'All that are recorded' },
  { value: 'own', label: 'Between two days' },
] as const

export const SHOWN = ['5', '8', '20', '40'] as const

const ANY = ''

/** A choice of a code list, or none. */
const urlCode = <Code extends string>(list: readonly { readonly code: Code }[]): UrlField<Code | null> => ({
  usual: null,
  read: (text) => list.find(({ code }) => code === text)?.code,
  write: (code) => code ?? ANY,
})

/** The filters of the patterns, as the address keeps them. */
export const patternAddress = {
  period: urlChoice(
    PERIODS.map(({ value }) => value),
    '3',
  ),
  /** Of `own` alone. */
  from: urlDay,
  to: urlDay,
  group: urlCode(TUMOUR_GROUPS),
  route: urlCode(ROUTES_TO_DIAGNOSIS),
  sex: urlCode(SEX_CODES),
  age: urlCode(AGE_GROUPS),
  until: urlChoice(
    STRETCHES.map(({ code }) => code),
    'treatment',
  ),
  shown: urlChoice(SHOWN, '8'),
  beside: urlCode(COMPARISONS),
  /** The milestone from which the steps are shown. */
  step: urlChoice(MILESTONE_CODES, 'presentation'),
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type PatternAddress = { readonly [Name in keyof typeof patternAddress]: ValueOf<(typeof patternAddress)[Name]> }
export type ChangePatterns = (change: Partial<PatternAddress>, options?: { readonly replace?: boolean }) => void

/** Before any diagnosis that a register can hold. */
const FIRST_DAY: IsoDate = '1900-01-01'
const MONTHS = 12

const periodOf = ({ period, from, to }: PatternAddress, today: IsoDate): { from: IsoDate | null; to: IsoDate } => {
  if (period === 'own') return { from, to: to ?? today }
  return { from: period === 'all' ? FIRST_DAY : addDays(addMonths(today, -MONTHS * Number(period)), 1), to: today }
}

/** What the address asks of the core, for the figures and for the people behind them alike. */
export const askedIn = (address: PatternAddress, today: IsoDate) => ({
  ...periodOf(address, today),
  tumourGroup: address.group,
  route: address.route,
  sex: address.sex,
  ageGroup: address.age,
  stretch: address.until,
  shown: Number(address.shown),
})
export type AskedPatterns = ReturnType<typeof askedIn>
