/**
 * Dates as people know them: to the day, the month or the year. Nothing here fills in a part that is not known.
 * A vague date sorts at the start of its span, is shown only as far as it is known, and carries its whole span for
 * anything that counts days.
 */

import { civilFromIso, daysInMonth, isoFromCivil, MONTH_NAMES } from './calendar.ts'
import type { DatePrecision, IsoDate, PartialDate } from './calendar.ts'

export {
  addDays,
  addMonths,
  ageInYears,
  daysBetween,
  isIsoDate,
  MONTH_NAMES,
  WEEKDAY_NAMES,
  weekdayName,
} from './calendar.ts'
export type { DatePrecision, IsoDate, PartialDate } from './calendar.ts'
export { BLANK_DATE, datePartsOf, dayPartsOf, parseTypedDate, partialDateFromParts } from './typed-date.ts'
export type { DateParts } from './typed-date.ts'

const SHORT_MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3))
const VAGUENESS: Readonly<Record<DatePrecision, number>> = { year: 0, month: 1, day: 2 }

function shortMonth(date: IsoDate): string {
  return SHORT_MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
}

function dayOfMonth(date: IsoDate): string {
  return date.charCodeAt(8) === 48 ? date.slice(9, 10) : date.slice(8, 10)
}

/** `4 Sep 2026`. */
export function formatIsoDate(date: IsoDate): string {
  return `${dayOfMonth(date)} ${shortMonth(date)} ${date.slice(0, 4)}`
}

/** `4 Sep`, for axes and dense rows where the year is shown nearby. */
export function formatShortDate(date: IsoDate): string {
  return `${dayOfMonth(date)} ${shortMonth(date)}`
}

/** `4 Sep 2026`, `Sep 2026` or `2026`. */
export function formatPartialDate({ date, precision }: PartialDate): string {
  if (precision === 'day') return formatIsoDate(date)
  return precision === 'month' ? `${shortMonth(date)} ${date.slice(0, 4)}` : date.slice(0, 4)
}

/** First and last day that the date can mean. They are the same for a full date. */
export function dateSpan({ date, precision }: PartialDate): { from: IsoDate; to: IsoDate } {
  if (precision === 'day') return { from: date, to: date }
  const { year, month } = civilFromIso(date)
  const lastMonth = precision === 'year' ? 12 : month
  return { from: date, to: isoFromCivil({ year, month: lastMonth, day: daysInMonth(year, lastMonth) }) }
}

/**
 * Order for lists and journeys: by the first day of the span, then the less exact date first. Equal dates give 0,
 * so a stable sort keeps their order.
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return VAGUENESS[a.precision] - VAGUENESS[b.precision]
}

/** True when no day of the span has come yet. `2026` is not in the future on any day of 2026. */
export function isFuture({ date }: PartialDate, today: IsoDate): boolean {
  return date > today
}
