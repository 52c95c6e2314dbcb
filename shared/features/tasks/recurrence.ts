import { addDays, addMonths, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'

/** How often a task comes back once it is finished. */
export const TASK_REPEATS = [
  { code: 'never', label: 'Does not repeat' },
  { code: 'weekly', label: 'Every week' },
  { code: 'monthly', label: 'Every month' },
  { code: 'quarterly', label: 'Every three months' },
  { code: 'yearly', label: 'Every year' },
] as const
export type TaskRepeat = (typeof TASK_REPEATS)[number]['code']

const MONTHS: Readonly<Record<Exclude<TaskRepeat, 'never' | 'weekly'>, number>> = {
  monthly: 1,
  quarterly: 3,
  yearly: 12,
}

const WEEK = 7

/** The nth date of a series. Months keep the day they started from: 31 Jan, 28 Feb, 31 Mar. */
const dateOf = (from: IsoDate, repeats: Exclude<TaskRepeat, 'never'>, nth: number): IsoDate =>
  repeats === 'weekly' ? addDays(from, nth * WEEK) : addMonths(from, nth * MONTHS[repeats])

/** The last number of the series that cannot be beyond a day yet: where counting on may begin. */
const numberBefore = (from: IsoDate, repeats: Exclude<TaskRepeat, 'never'>, day: IsoDate): number => {
  const longest = repeats === 'weekly' ? WEEK : MONTHS[repeats] * 31
  return Math.max(0, Math.floor(daysBetween(from, day) / longest))
}

/**
 * When a repeating task is due again: the first date of its series after the one that was finished and not before the
 * day it was finished on, so that nothing comes back already late.
 * @param from the due date that the series counts from.
 */
export const nextDueDate = (
  from: IsoDate,
  repeats: TaskRepeat,
  finishedDue: IsoDate,
  finishedOn: IsoDate,
): IsoDate | null => {
  if (repeats === 'never') return null
  for (let nth = numberBefore(from, repeats, finishedDue); ; nth += 1) {
    const date = dateOf(from, repeats, nth)
    if (date > finishedDue && date >= finishedOn) return date
  }
}
