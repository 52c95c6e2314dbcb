import { monthNumber, monthText } from '#shared/features/measures/public.ts'
import type { Better } from '#shared/statistics/spc-types.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'

/** The path from the baseline to the target: a straight line by month, in the unit of the values. */
export interface TargetPath {
  readonly from: { readonly month: string; readonly value: number }
  readonly to: { readonly month: string; readonly value: number }
}

/** The months from one to another, both included; none where the second is before the first. */
export const monthsFromTo = (from: string, to: string): readonly string[] =>
  Array.from({ length: Math.max(0, monthNumber(to) - monthNumber(from) + 1) }, (_, step) =>
    monthText(monthNumber(from) + step),
  )

/**
 * The path from the last month of a baseline to the month by which a target is to be reached.
 * @returns null where there is no path: nothing frozen, no target, or a month that is not after the baseline.
 */
export const targetPath = (
  baseline: { readonly to: string; readonly value: number | null } | null,
  target: { readonly value: number; readonly by: string } | null,
): TargetPath | null =>
  baseline === null || baseline.value === null || target === null || target.by <= baseline.to
    ? null
    : { from: { month: baseline.to, value: baseline.value }, to: { month: target.by, value: target.value } }

/** Where the path is in a month: before it begins null, after its end at the target. */
export const pathAt = ({ from, to }: TargetPath, month: string): number | null => {
  if (month < from.month) return null
  if (month >= to.month) return to.value
  const part = (monthNumber(month) - monthNumber(from.month)) / (monthNumber(to.month) - monthNumber(from.month))
  return from.value + (to.value - from.value) * part
}

interface Against {
  readonly better: Better
  readonly newest: { readonly month: string; readonly value: number } | null
  readonly figure: (value: number) => string
}

/**
 * Whether the newest month is on its way to the target, in a sentence: ahead of the path or behind it. A single month
 * goes up and down by chance; whether anything changed is for the rules of the chart.
 */
export const pathWords = (path: TargetPath, { better, newest, figure }: Against): string => {
  const goal = `${figure(path.to.value)} by ${spcMonth(path.to.month)}`
  if (newest === null) return `The path leads to ${goal}.`
  const asked = pathAt(path, newest.month)
  if (asked === null) return `The path begins in ${spcMonth(path.from.month)} and leads to ${goal}.`
  const isDown = better === 'neither' ? path.to.value < path.from.value : better === 'lower'
  const isThere = isDown ? newest.value <= path.to.value : newest.value >= path.to.value
  const when = spcMonth(newest.month)
  if (isThere) return `At the target: ${figure(newest.value)} in ${when}. Asked for: ${goal}.`
  if (newest.month >= path.to.month)
    return `Past its day and not there: ${figure(newest.value)} in ${when}. Asked for: ${goal}.`
  const isAhead = isDown ? newest.value <= asked : newest.value >= asked
  return `${isAhead ? 'On the path' : 'Behind the path'}: ${figure(newest.value)} in ${when}, where it asks for ${figure(asked)}.`
}
