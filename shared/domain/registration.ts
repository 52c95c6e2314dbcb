import { addDays, dateSpan, type IsoDate, type PartialDate } from './partial-date.ts'

/** A time with one practice. */
interface TimeAtPractice {
  /** `null` while somebody is still registered. */
  readonly to: PartialDate | null
}

/**
 * When somebody's registration ended: the last end of their times with the practice. `null` while one of them has no end,
 * and where none is recorded: not knowing takes nobody off a list.
 */
export const registrationEnd = (times: readonly TimeAtPractice[]): PartialDate | null => {
  let last: PartialDate | null = null
  for (const { to } of times) {
    if (to === null) return null
    if (last === null || dateSpan(to).to > dateSpan(last).to) last = to
  }
  return last
}

/** A time with one practice, from its first day to its last. */
export interface Stay extends TimeAtPractice {
  /** `null`: since nobody knows when. */
  readonly from: PartialDate | null
}

/** The first and the last day that a date can mean: as ISO dates, or as day numbers. */
interface Days<Day> {
  readonly from: Day
  readonly to: Day
}

/**
 * Whether somebody was registered on a day, the first and last of a stay included, going by every day that its dates can
 * mean. Nobody who was never said to be registered is taken off a list.
 */
export const registeredWithin = <Day extends IsoDate | number>(
  stays: readonly { readonly from: Days<Day> | null; readonly to: Days<Day> | null }[],
  day: Day,
): 'yes' | 'no' | 'unsure' => {
  if (stays.length === 0) return 'yes'
  let found: 'no' | 'unsure' = 'no'
  for (const { from, to } of stays) {
    if ((from !== null && from.from > day) || (to !== null && to.to < day)) continue
    if ((from === null || from.to <= day) && (to === null || to.from >= day)) return 'yes'
    found = 'unsure'
  }
  return found
}

/** The same of dates as they are recorded. */
export const registeredOn = (stays: readonly Stay[], day: IsoDate): 'yes' | 'no' | 'unsure' =>
  registeredWithin(
    stays.map(({ from, to }) => ({ from: from && dateSpan(from), to: to && dateSpan(to) })),
    day,
  )

/** The first day on which a registration is certainly over: a month or a year is when all of it has gone. */
export const goneFrom = (end: PartialDate): IsoDate => dateSpan(end).to

/** Whether somebody has left the practice. Their cancer stays on its register; it is no longer the one to ask them. */
export const hasLeft = (end: PartialDate | null, today: IsoDate): end is PartialDate =>
  end !== null && goneFrom(end) <= today

/** The last day on which what rests on a registration still holds, where it has an end that is to come. */
export const lastDayHere = (end: PartialDate | null): IsoDate | null =>
  end === null ? null : addDays(goneFrom(end), -1)
