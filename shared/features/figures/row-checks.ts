import type { FigureKindCode } from './kinds.ts'
import type { FigureValues } from './schema.ts'

/** What is wrong with a row as a whole. Neither holds anything of the row's content. */
export interface RowFindings {
  /** Why it cannot be: the row is left out. */
  readonly reject: string | null
  /** What is odd, and may still be right. */
  readonly warn: readonly string[]
}

const numberIn = (values: FigureValues, column: string): number | null => {
  const value = values[column]
  return typeof value === 'number' ? value : null
}

/** Percentages are rounded or cut off in files: to one when whole, to a tenth otherwise. */
const isShareOff = (part: number | null, whole: number | null, share: number | null): boolean => {
  if (part === null || whole === null || share === null || whole === 0) return false
  return Math.abs((part / whole) * 100 - share) > (Number.isInteger(share) ? 1 : 0.1) + 1e-9
}

const finding = (reject: string | null, ...warn: readonly (string | false)[]): RowFindings => ({
  reject,
  warn: warn.filter((words) => words !== false),
})

const ofSearchCounts = (values: FigureValues): RowFindings => {
  const [count, parent, share] = ['population', 'parent', 'percent'].map((column) => numberIn(values, column)) as [
    number | null,
    number | null,
    number | null,
  ]
  const [males, females] = [numberIn(values, 'males'), numberIn(values, 'females')]
  if (count !== null && parent !== null && count > parent) return finding('The count is larger than its parent')
  const bySex = males === null || females === null ? null : males + females
  if (count !== null && bySex !== null && bySex > count) return finding('Males and females are more than the count')
  const status = values['status']
  return finding(
    null,
    count !== null &&
      bySex !== null &&
      bySex < count &&
      'Males and females are fewer than the count: sex may not be recorded for everybody',
    isShareOff(count, parent, share) && 'The percentage is not the count over its parent',
    typeof status === 'string' && !/^complete/i.test(status) && 'The search had not completed here',
  )
}

const ofScreening = (values: FigureValues): RowFindings => {
  const [eligible, screened, uptake] = [
    numberIn(values, 'eligible'),
    numberIn(values, 'screened'),
    numberIn(values, 'uptake'),
  ]
  if (eligible !== null && screened !== null && screened > eligible)
    return finding('More were screened than were eligible')
  return finding(null, isShareOff(screened, eligible, uptake) && 'The uptake is not screened over eligible')
}

const ofRates = (values: FigureValues): RowFindings => {
  const [value, lower, upper] = [numberIn(values, 'value'), numberIn(values, 'lower'), numberIn(values, 'upper')]
  if (lower !== null && upper !== null && lower > upper) return finding('The lower limit is above the upper limit')
  const isOutside = value !== null && ((lower !== null && value < lower) || (upper !== null && value > upper))
  if (isOutside) return finding('The value is outside its own limits')
  const [numerator, denominator] = [numberIn(values, 'numerator'), numberIn(values, 'denominator')]
  return finding(
    null,
    numerator !== null &&
      denominator !== null &&
      numerator > denominator &&
      'The numerator is larger than the denominator',
  )
}

const ofOrganisations = ({ openedOn, closedOn }: FigureValues): RowFindings =>
  finding(
    typeof openedOn === 'string' && typeof closedOn === 'string' && closedOn < openedOn
      ? 'It closed before it opened'
      : null,
  )

const CHECKS: Partial<Record<FigureKindCode, (values: FigureValues) => RowFindings>> = {
  'search-counts': ofSearchCounts,
  screening: ofScreening,
  'referral-rates': ofRates,
  organisations: ofOrganisations,
}

const NOTHING: RowFindings = { reject: null, warn: [] }

/** Whether the figures of one row can stand beside each other. */
export const checkFigureRow = (kind: FigureKindCode, values: FigureValues): RowFindings =>
  CHECKS[kind]?.(values) ?? NOTHING

/**
 * True when deprivation ranks and deciles run opposite ways. Source: the English indices and SIMD have 1 as the most
 * deprived in both; population-weighted SIMD columns of 2004 and 2006 run the other way.
 */
export const runsOppositeWays = (rows: Iterable<FigureValues>): boolean => {
  const mean = { low: { sum: 0, count: 0 }, high: { sum: 0, count: 0 } }
  for (const values of rows) {
    const [rank, decile] = [numberIn(values, 'rank'), numberIn(values, 'decile')]
    if (rank === null || decile === null) continue
    const half = decile <= 5 ? mean.low : mean.high
    half.sum += rank
    half.count += 1
  }
  const { low, high } = mean
  return low.count > 0 && high.count > 0 && low.sum / low.count > high.sum / high.count
}
