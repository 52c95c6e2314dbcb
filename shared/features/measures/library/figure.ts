import type { Estimate } from '#shared/statistics/interval.ts'
import { proportionWithInterval } from '#shared/statistics/proportions.ts'
import { spreadOfCounts } from '#shared/statistics/quantiles.ts'
import { rateWithInterval } from '#shared/statistics/rates.ts'
import { type Counted, daysIn, rowsByMonth, type Tally, tallyOf } from './count.ts'
import type { LibraryMeasure, MeasureContext } from './measure.ts'
import { monthCount, type Months, monthText } from './months.ts'
import type { LibraryFigure } from './schema.ts'

const MONTHS_A_YEAR = 12
/** How many months a run of them shows. */
export const SERIES_MONTHS = 36

const withEstimate = (
  estimate: Estimate | null,
  rest: Pick<LibraryFigure, 'numerator' | 'denominator' | 'undecided'>,
): LibraryFigure => ({
  value: estimate?.value ?? null,
  lower: estimate?.lower ?? null,
  upper: estimate?.upper ?? null,
  ...rest,
})

const ofDays = (days: ReadonlyMap<number, number>, undecided: number): LibraryFigure => {
  const spread = spreadOfCounts([...days].map(([value, count]) => ({ value, count })))
  const count = spread?.count ?? 0
  return {
    value: spread?.median ?? null,
    lower: spread?.lowerQuartile ?? null,
    upper: spread?.upperQuartile ?? null,
    numerator: count,
    denominator: count,
    undecided,
  }
}

/** What a measure that is no median comes to. */
const ofTally = (
  { definition: { kind }, outOf }: LibraryMeasure,
  { met, notMet, undecided }: Tally,
  period: Months,
  listSize: number | null,
): LibraryFigure => {
  if (kind === 'count') return { value: met, lower: null, upper: null, numerator: met, denominator: null, undecided }
  const denominator =
    outOf === 'observed'
      ? met + notMet
      : outOf === 'list'
        ? listSize
        : listSize === null
          ? null
          : (listSize * monthCount(period)) / MONTHS_A_YEAR
  const rest = { numerator: met, denominator, undecided }
  if (denominator === null) return withEstimate(null, rest)
  if (kind === 'rate') return withEstimate(rateWithInterval(met, denominator), rest)
  // More people on the register than on the list: the list size is of another time, and no share can be given.
  return withEstimate(met > denominator ? null : proportionWithInterval(met, denominator), rest)
}

/** The figure of a period. */
export const figureIn = (counted: Counted, period: Months, { listSize }: MeasureContext): LibraryFigure => {
  const tally = tallyOf(counted, period)
  return counted.measure.definition.kind === 'median'
    ? ofDays(daysIn(counted, period), tally.undecided)
    : ofTally(counted.measure, tally, period, listSize)
}

/** The figure of some of the rows of a period, for parts of a whole. @param listSize of that part; `null`: not known. */
export const figureOfRows = (
  counted: Counted,
  period: Months,
  { rows, tally }: { readonly rows: readonly number[]; readonly tally: Tally },
  listSize: number | null,
): LibraryFigure =>
  counted.measure.definition.kind === 'median'
    ? ofDays(daysIn(counted, period, rows), tally.undecided)
    : ofTally(counted.measure, tally, period, listSize)

/** The months up to the last of a period, oldest first. */
export const seriesMonths = ({ last }: Months): Months => ({ first: last - SERIES_MONTHS + 1, last })

/** The figure of each month of a run. */
export const seriesOf = (
  counted: Counted,
  period: Months,
  { listSize }: MeasureContext,
): { month: string; figure: LibraryFigure }[] => {
  const { first, last } = seriesMonths(period)
  const isMedian = counted.measure.definition.kind === 'median'
  const rows = isMedian ? rowsByMonth(counted) : null
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = { first: first + at, last: first + at }
    const tally = tallyOf(counted, month)
    const figure =
      rows === null
        ? ofTally(counted.measure, tally, month, listSize)
        : ofDays(daysIn(counted, month, rows.get(month.first) ?? []), tally.undecided)
    return { month: monthText(month.first), figure }
  })
}
