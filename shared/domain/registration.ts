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

/** The first day on which a registration is certainly over: a month or a year is when all of it has gone. */
export const goneFrom = (end: PartialDate): IsoDate => dateSpan(end).to

/** Whether somebody has left the practice. Their cancer stays on its register; it is no longer the one to ask them. */
export const hasLeft = (end: PartialDate | null, today: IsoDate): end is PartialDate =>
  end !== null && goneFrom(end) <= today

/** The last day on which what rests on a registration still holds, where it has an end that is to come. */
export const lastDayHere = (end: PartialDate | null): IsoDate | null =>
  end === null ? null : addDays(goneFrom(end), -1)
