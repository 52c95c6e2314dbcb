import { civilFromIso, dayNumber, daysInMonth, isoFromCivil, isoFromDayNumber } from '#shared/domain/calendar.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { type EventColumns, type Span, VAGUENESS } from './facts.ts'

/** The last day that a vague date may mean, by its first. */
const lastDay = (day: number, vagueness: number): number => {
  const { year, month } = civilFromIso(isoFromDayNumber(day))
  const lastMonth = vagueness === 2 ? 12 : month
  return dayNumber(isoFromCivil({ year, month: lastMonth, day: daysInMonth(year, lastMonth) }))
}

/** The days that a date may mean, by its first and how vague it is. */
export const spanOfDay = (from: number, vagueness: number): Span => ({
  from,
  to: vagueness === 0 ? from : lastDay(from, vagueness),
})

/** The days that an event may have happened on. */
export const spanOfEvent = ({ day, vagueness }: EventColumns, row: number): Span =>
  spanOfDay(day[row] ?? 0, vagueness[row] ?? 0)

/** The date of an event as people know it. */
export const dateOfEvent = ({ day, vagueness }: EventColumns, row: number): PartialDate => ({
  date: isoFromDayNumber(day[row] ?? 0),
  precision: VAGUENESS[vagueness[row] ?? 0] ?? 'day',
})
