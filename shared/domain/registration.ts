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

const RANK = { no: 0, unsure: 1, yes: 2 } as const

/** Whether somebody was registered on a day, its first and last included, going by every day their dates can mean. */
export const registeredOn = (stays: readonly Stay[], day: IsoDate): 'yes' | 'no' | 'unsure' => {
  if (stays.length === 0) return 'yes'
  const on = ({ from, to }: Stay): 'yes' | 'no' | 'unsure' => {
    const [came, left] = [from === null ? null : dateSpan(from), to === null ? null : dateSpan(to)]
    if ((came !== null && came.from > day) || (left !== null && left.to < day)) return 'no'
    return (came === null || came.to <= day) && (left === null || left.from >= day) ? 'yes' : 'unsure'
  }
  return stays.map(on).reduce((most, one) => (RANK[one] > RANK[most] ? one : most), 'no' as const)
}

/** The first day on which a registration is certainly over: a month or a year is when all of it has gone. */
export const goneFrom = (end: PartialDate): IsoDate => dateSpan(end).to

/** Whether somebody has left the practice. Their cancer stays on its register; it is no longer the one to ask them. */
export const hasLeft = (end: PartialDate | null, today: IsoDate): end is PartialDate =>
  end !== null && goneFrom(end) <= today

/** The last day on which what rests on a registration still holds, where it has an end that is to come. */
export const lastDayHere = (end: PartialDate | null): IsoDate | null =>
  end === null ? null : addDays(goneFrom(end), -1)
