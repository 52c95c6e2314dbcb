import { medianWithQuartiles } from '#shared/statistics/quantiles.ts'
import type { DaysApart } from './schema.ts'

/** The days between two dates that differ. @param days theirs less ours; null where either day is not known. */
export const daysApart = (days: readonly (number | null)[]): DaysApart => {
  const known = days.flatMap((value) => value ?? [])
  const middle = medianWithQuartiles(known)
  return {
    counted: known.length,
    notCounted: days.length - known.length,
    spread:
      middle === null
        ? null
        : {
            median: middle.median,
            lowerQuartile: middle.lowerQuartile,
            upperQuartile: middle.upperQuartile,
            least: known.reduce((least, value) => Math.min(least, value)),
            most: known.reduce((most, value) => Math.max(most, value)),
          },
  }
}
