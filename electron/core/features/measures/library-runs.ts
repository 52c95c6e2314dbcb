import type { IsoDate } from '#shared/domain/partial-date.ts'
import { observeAll } from '#shared/features/measures/library/count.ts'
import { figureIn, seriesMonths } from '#shared/features/measures/library/figure.ts'
import { LIBRARY, measureOf } from '#shared/features/measures/library/library.ts'
import type { LibraryMeasure, MeasureContext } from '#shared/features/measures/library/measure.ts'
import { rebasesOf } from '#shared/features/measures/library/marks.ts'
import { monthNumber, type Months, monthText } from '#shared/features/measures/library/months.ts'
import { chartValue, runChart } from '#shared/features/measures/library/run-chart.ts'
import type {
  LibraryFigure,
  Measure,
  MeasureDefinition,
  MeasureLine,
} from '#shared/features/measures/library/schema.ts'
import type { PointLimits } from '#shared/statistics/spc-types.ts'
import type { ReadDb } from '../../db/database.ts'
import { lineOf, readAll } from './library-queries.ts'
import { marksByMeasure } from './marks.ts'

/** What a measure is called and how its figure is read. */
export type MeasureWords = Pick<MeasureDefinition, 'code' | 'title' | 'unit' | 'kind' | 'better' | 'version'>

/** The run of a measure in small. Limits are those of its newest month that has any, in the unit of the measure. */
export interface MeasureRunNow extends MeasureWords {
  readonly series: readonly { readonly month: string; readonly value: number | null }[]
  readonly limits: PointLimits | null
  readonly variation: MeasureLine['variation']
  readonly assurance: MeasureLine['assurance']
  readonly target: number | null
}

/** A figure of a period with the rule that it was counted by. */
export interface MeasuredFigure {
  readonly code: string
  readonly ruleVersion: string
  readonly figure: LibraryFigure
}

/** Months from one to another, as `YYYY-MM`. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** What a measure of the library is called; `null` where there is none of this code. */
export const measureWords = (code: string): MeasureWords | null => measureOf(code)?.definition ?? null

const countedHere = (codes: readonly string[], context: MeasureContext): LibraryMeasure[] =>
  LIBRARY.filter((measure) => codes.includes(measure.definition.code) && measure.isCounted(context))

/** The month before the one that a day lies in: the last that has ended. */
const monthBefore = (day: IsoDate): number => monthNumber(day.slice(0, 7)) - 1

const limitsOf = (
  line: Pick<Measure, 'kind' | 'better' | 'target' | 'series'>,
  rebases: ReturnType<typeof rebasesOf>,
): PointLimits | null => {
  const newest = runChart({ ...line, rebases }, true).points.findLast(({ limits }) => limits !== null)?.limits ?? null
  if (newest === null) return null
  const inUnit = (value: number): number => chartValue(line.kind, value)
  return { mean: inUnit(newest.mean), lower: inUnit(newest.lower), upper: inUnit(newest.upper) }
}

/**
 * The runs of some measures up to the last month that has ended, by the rules of the library's own charts: all 36 months
 * are judged, the newest of them handed out. Codes that the library has none for, or that are not counted here, are left
 * out.
 * @param months how many are handed out.
 */
export const runsOf = async (
  db: ReadDb,
  codes: readonly string[],
  months: number,
  today: IsoDate,
): Promise<MeasureRunNow[]> => {
  if (codes.length === 0) return []
  const { facts, context } = await readAll(db, today)
  const last = monthBefore(today)
  const period: Months = { first: last - 11, last }
  const looked = { first: Math.min(period.first - 12, seriesMonths(period).first), last }
  const marks = await marksByMeasure(db)
  return observeAll(countedHere(codes, context), facts, context, looked).map((counted) => {
    const own = marks.get(counted.measure.definition.code) ?? []
    const line = lineOf(counted, undefined, period, context, own, true)
    const { code, title, unit, kind, better, version, variation, assurance, target } = line
    return {
      code,
      title,
      unit,
      kind,
      better,
      version,
      series: line.series.slice(-months).map(({ month, figure }) => ({ month, value: figure.value })),
      limits: limitsOf(line, rebasesOf(own)),
      variation,
      assurance,
      target: target?.value ?? null,
    }
  })
}

/** The months of a figure that is taken on a day: the last 12 that have ended by then, as `YYYY-MM`. */
export const yearUpTo = (day: IsoDate): Stretch => {
  const last = monthBefore(day)
  return { from: monthText(last - 11), to: monthText(last) }
}

/**
 * The figures of some measures over each of some stretches of months, both ends included, from one reading of the
 * register. Codes that are not counted here are left out.
 */
export const figuresOver = async (
  db: ReadDb,
  codes: readonly string[],
  stretches: readonly Stretch[],
  today: IsoDate,
): Promise<MeasuredFigure[][]> => {
  if (codes.length === 0) return stretches.map(() => [])
  const { facts, context } = await readAll(db, today)
  const periods = stretches.map(({ from, to }) => ({ first: monthNumber(from), last: monthNumber(to) }))
  const looked = {
    first: Math.min(...periods.map(({ first }) => first)),
    last: Math.max(...periods.map(({ last }) => last)),
  }
  const counted = observeAll(countedHere(codes, context), facts, context, looked)
  return periods.map((period) =>
    counted.map((one) => ({
      code: one.measure.definition.code,
      ruleVersion: one.measure.definition.version,
      figure: figureIn(one, period, context),
    })),
  )
}

/** The figures of some measures over some months, both ends included. Codes that are not counted here are left out. */
export const figuresOf = async (
  db: ReadDb,
  codes: readonly string[],
  stretch: Stretch,
  today: IsoDate,
): Promise<MeasuredFigure[]> => (await figuresOver(db, codes, [stretch], today)).flat()
