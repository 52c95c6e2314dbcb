import { rebasesOf, runChart } from '#shared/features/measures/public.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { SETTLED_MONTHS, type SpcChart } from '#shared/statistics/spc-types.ts'

/** The run of a measure as an action is judged by it. */
export interface HeldChart {
  readonly chart: SpcChart
  /** Months before the action began on which mean and limits rest; `null` where they rest on all months. */
  readonly baselineMonths: number | null
  /** Measured months before it began. */
  readonly before: number
  /** Measured months since, that of its beginning included. */
  readonly since: number
  /** The month before which nothing is shown, since limits began anew there; `null` where all is. */
  readonly cutAt: string | null
}

type Asked = Pick<Measure, 'kind' | 'better' | 'series' | 'marks'> & {
  /** The first day of the action. */
  readonly startsOn: IsoDate
  /** The target of the action, in the unit of the measure; without one that of the measure stands. */
  readonly target: { readonly value: number } | null
}

/**
 * The chart that says whether an action moved a measure. Mean and limits are held as they were before the action began,
 * so that its effect does not move the line it is judged by (Provost and Murray 2011, The Health Care Data Guide: limits
 * of a baseline are extended over a test of change). With fewer than 12 measured months before, they rest on all months.
 * Where the practice began limits anew before the action, the months before that are another process and are left out;
 * limits that it began anew after are not used: they would hide the very change that is asked about.
 */
export const heldChart = ({ kind, better, series, marks, target, startsOn }: Asked): HeldChart => {
  const start = startsOn.slice(0, 7)
  const first = series[0]?.month ?? ''
  const cut = rebasesOf(marks)
    .map(({ month }) => month)
    .filter((month) => month > first && month <= start)
    .toSorted()
    .at(-1)
  const shown = cut === undefined ? series : series.filter(({ month }) => month >= cut)
  const measured = shown.filter(({ figure }) => figure.value !== null)
  const before = measured.filter(({ month }) => month < start).length
  const isHeld = before >= SETTLED_MONTHS
  return {
    chart: runChart({ kind, better, target, series: shown }, true, isHeld ? before : undefined),
    baselineMonths: isHeld ? before : null,
    before,
    since: measured.length - before,
    cutAt: cut ?? null,
  }
}
