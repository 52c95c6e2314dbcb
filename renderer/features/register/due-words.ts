import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import {
  addDays,
  daysBetween,
  formatIsoDate,
  formatShortDate,
  type IsoDate,
  type PartialDate,
  weekdayName,
} from '#shared/domain/partial-date.ts'
import { documentLabel } from '#shared/features/journey/public.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'

/** A due thing as a list shows it: shape, the words that matter, and what it is. */
export interface DueWords {
  readonly kind: StatusKind
  readonly main: string
  readonly sub: string
}

const SOON_DAYS = 28
const WEEK_DAYS = 7

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** "Fri 27 Nov" within a week, "4 Dec" within the year, else "21 Jan 2027". */
export const comingDate = (date: IsoDate, today: IsoDate): string => {
  const ahead = daysBetween(today, date)
  if (ahead >= 0 && ahead < WEEK_DAYS) return `${weekdayName(date).slice(0, 3)} ${formatShortDate(date)}`
  return date.slice(0, 4) === today.slice(0, 4) ? formatShortDate(date) : formatIsoDate(date)
}

/** What a due thing is called. */
export const dueName = ({ kind, document }: DueItem): string => {
  if (kind === 'support_contact') return 'Support contact'
  if (kind === 'care_review') return 'Care review'
  return document === null ? 'Letter' : documentLabel(document)
}

/** A due thing in words: late first, then how soon. A letter that is not here is a hole, never somebody's fault. */
export const dueWords = (item: DueItem, today: IsoDate): DueWords => {
  const sub = dueName(item)
  const late = daysBetween(item.dueDate, today)
  if (late > 0) {
    return item.kind === 'letter'
      ? { kind: 'missing', main: `Letter ${days(late)} late`, sub }
      : { kind: 'off-track', main: `${days(late)} late`, sub }
  }
  const main = late === 0 ? 'Due today' : `Due ${comingDate(item.dueDate, today)}`
  return { kind: -late <= SOON_DAYS ? 'at-risk' : 'not-due', main, sub }
}

interface Standing {
  readonly nextDue: DueItem | null
  readonly died: boolean
  readonly diagnosisDate: PartialDate | null
}

/** The "next due" of a row, with the reason where nothing can be due. */
export const nextDueWords = ({ nextDue, died, diagnosisDate }: Standing, today: IsoDate): DueWords => {
  if (died) return { kind: 'done', main: 'Died', sub: 'Nothing is due' }
  if (nextDue !== null) return dueWords(nextDue, today)
  if (diagnosisDate === null) return { kind: 'not-measured', main: 'Date not known', sub: 'No diagnosis date' }
  if (diagnosisDate.precision === 'year') {
    return { kind: 'not-measured', main: 'Date not known', sub: 'Diagnosis month missing' }
  }
  return { kind: 'done', main: 'Nothing due', sub: 'All done, or too long ago' }
}

/** What wants doing now: late, or due within four weeks and not yet lapsed, the longest late first. */
export const needsNow = (items: readonly DueItem[], today: IsoDate): readonly DueItem[] =>
  items
    .filter(
      ({ dueDate, lapsesDate }) => dueDate <= addDays(today, SOON_DAYS) && (lapsesDate === null || lapsesDate >= today),
    )
    .toSorted((one, other) => (one.dueDate < other.dueDate ? -1 : 1))
