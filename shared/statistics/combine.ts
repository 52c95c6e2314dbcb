import { everyMonth } from './months.ts'
import type { SpcCount } from './spc-types.ts'
import { sum } from './sums.ts'

/** One practice's months. */
export interface PracticeSeries {
  readonly practice: string
  readonly months: readonly SpcCount[]
}

/**
 * Several practices as one: numerators and denominators are added up, so that a pooled figure is that of all their
 * people and not the mean of their figures. A month in which any practice is missing is left out whole, and so becomes
 * a gap on a chart: otherwise the line would move because a different set of practices was counted.
 * @throws RangeError for a month that is not one or comes twice in a practice, a practice that comes twice, or a count
 * that is not a whole number from 0 up.
 */
export function combinePractices(series: readonly PracticeSeries[]): {
  readonly months: readonly SpcCount[]
  /** Months that were left out, with the practices that were missing. */
  readonly leftOut: readonly { readonly month: string; readonly missing: readonly string[] }[]
} {
  if (new Set(series.map(({ practice }) => practice)).size < series.length) {
    throw new RangeError('A practice comes once')
  }
  for (const { months } of series) {
    everyMonth(months)
    for (const { numerator, denominator } of months) {
      if (![numerator, denominator].every((count) => Number.isSafeInteger(count) && count >= 0)) {
        throw new RangeError('A count is a whole number from 0 up')
      }
    }
  }
  const names = new Set(series.flatMap(({ months }) => months.map(({ month }) => month)))
  const all = everyMonth([...names].map((month) => ({ month }))).map(({ month }) => {
    const parts = series.map((one) => ({ ...one, own: one.months.find((own) => own.month === month) }))
    return {
      month,
      numerator: sum(parts.map(({ own }) => own?.numerator ?? 0)),
      denominator: sum(parts.map(({ own }) => own?.denominator ?? 0)),
      missing: parts.filter(({ own }) => own === undefined).map(({ practice }) => practice),
    }
  })
  return {
    months: all
      .filter(({ missing }) => missing.length === 0)
      .map(({ month, numerator, denominator }) => ({ month, numerator, denominator })),
    leftOut: all.filter(({ missing }) => missing.length > 0).map(({ month, missing }) => ({ month, missing })),
  }
}
