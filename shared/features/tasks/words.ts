import { daysBetween, formatIsoDate, formatShortDate, type IsoDate, weekdayName } from '#shared/domain/partial-date.ts'
import { TASK_REPEATS } from './recurrence.ts'
import type { Task } from './schema.ts'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** "Fri 27 Nov" within a week, "4 Dec" within the year, else "21 Jan 2027". */
const comingDate = (date: IsoDate, today: IsoDate): string => {
  const ahead = daysBetween(today, date)
  if (ahead >= 0 && ahead < 7) return `${weekdayName(date).slice(0, 3)} ${formatShortDate(date)}`
  return date.slice(0, 4) === today.slice(0, 4) ? formatShortDate(date) : formatIsoDate(date)
}

export interface TaskStanding {
  readonly kind: 'off-track' | 'at-risk' | 'not-due' | 'not-started' | 'done' | 'not-measured'
  readonly words: string
}

/** How a task stands at a day: late, due, without a date, finished or dropped. */
export const taskStanding = (
  { state, dueDate, finishedOn }: Pick<Task, 'state' | 'dueDate' | 'finishedOn'>,
  today: IsoDate,
): TaskStanding => {
  const on = finishedOn === null ? '' : ` ${comingDate(finishedOn, today)}`
  if (state === 'done') return { kind: 'done', words: `Finished${on}` }
  if (state === 'dropped') return { kind: 'not-measured', words: `Dropped${on}` }
  if (dueDate === null) return { kind: 'not-started', words: 'No date' }
  const late = daysBetween(dueDate, today)
  if (late > 0) return { kind: 'off-track', words: `${days(late)} late` }
  if (late === 0) return { kind: 'at-risk', words: 'Due today' }
  return { kind: -late <= 28 ? 'at-risk' : 'not-due', words: `Due ${comingDate(dueDate, today)}` }
}

/** "Every month", or nothing for a task that does not repeat. */
export const repeatWords = (repeats: Task['repeats']): string =>
  repeats === 'never' ? '' : (TASK_REPEATS.find(({ code }) => code === repeats)?.label ?? '')

/** "Finished. Due again 30 Nov 2026." */
export const finishedWords = (title: string, next: IsoDate | null): string =>
  next === null ? `Finished: ${title}.` : `Finished: ${title}. It is due again on ${formatIsoDate(next)}.`
