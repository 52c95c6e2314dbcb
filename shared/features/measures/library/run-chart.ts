import { attributeChart, xmrChart } from '#shared/statistics/spc.ts'
import type { Rebase, SpcChart, SpcQuestions } from '#shared/statistics/spc-types.ts'
import type { Measure } from './schema.ts'

/** A rate is told per so many people and year; its chart works with events of person-years. */
const PER = 100_000

type Run = Pick<Measure, 'kind' | 'better' | 'series'> & {
  readonly target: { readonly value: number; readonly from?: string | null } | null
  /** Months from which limits begin anew, with the reasons. */
  readonly rebases?: readonly Rebase[]
}

/**
 * The months of a measure as an SPC chart: P of a proportion, U of a rate, XmR of a median or a count. The values of a
 * rate are events per person-year.
 * @param screened whether unusual moving ranges are left out before limits are set; P and U charts have none.
 * @param baselineMonths how many of the first measured months mean and limits rest on; all of them when not given.
 */
export const runChart = (
  { kind, better, target, series, rebases = [] }: Run,
  screened: boolean,
  baselineMonths?: number,
): SpcChart => {
  const asked: SpcQuestions = {
    better,
    rebases,
    ...(baselineMonths === undefined ? {} : { baselineMonths }),
    ...(target === null ? {} : { target: kind === 'rate' ? target.value / PER : target.value }),
    ...(target?.from == null ? {} : { targetFrom: target.from }),
  }
  if (kind === 'median' || kind === 'count') {
    const values = series.map(({ month, figure }) => ({ month, value: figure.value }))
    return xmrChart(values, { ...asked, screening: screened ? 'screened' : 'all ranges' })
  }
  const counts = series.map(({ month, figure }) => ({
    month,
    numerator: figure.value === null ? 0 : figure.numerator,
    denominator: figure.value === null ? 0 : (figure.denominator ?? 0),
  }))
  return attributeChart(kind === 'rate' ? 'U' : 'P', counts, asked)
}

/** A value of such a chart in the unit of the measure. */
export const chartValue = (kind: Measure['kind'], value: number): number => (kind === 'rate' ? value * PER : value)
