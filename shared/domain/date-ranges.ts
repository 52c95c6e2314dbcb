/** Spans between two dates that may be vague or open at either end, such as being registered with a practice. */

import { dateSpan } from './partial-date.ts'
import type { IsoDate, PartialDate } from './partial-date.ts'

export interface DateRange {
  /** `null`: since nobody knows when. */
  from: PartialDate | null
  /** `null`: still going on. */
  to: PartialDate | null
}

const STILL: IsoDate = '9999-12-31'
const BEFORE_STILL: IsoDate = '9999-12-30'

/**
 * The days that certainly lie inside: from the last day that the start can mean to the first that the end can mean.
 * Where nobody knows the start only the end is certain.
 */
function certainDays({ from, to }: DateRange): readonly [IsoDate, IsoDate] {
  const end = to === null ? STILL : dateSpan(to).from
  if (from !== null) return [dateSpan(from).to, end]
  return [to === null ? BEFORE_STILL : end, end]
}

/**
 * Whether two spans share more than the day on which one ends and the other begins, however their vague dates are
 * read. Spans that only might overlap are not called so.
 */
export function surelyOverlap(a: DateRange, b: DateRange): boolean {
  const [aFrom, aTo] = certainDays(a)
  const [bFrom, bTo] = certainDays(b)
  if (aFrom > aTo || bFrom > bTo) return false
  return aFrom < bTo && bFrom < aTo
}

/** True when the end lies before the start, however vague dates are read. */
export function endsBeforeItStarts({ from, to }: DateRange): boolean {
  return from !== null && to !== null && dateSpan(to).to < dateSpan(from).from
}
