import { dayNumber, daysInMonth } from '#shared/domain/calendar.ts'

/** Months are counted from January of the year 0, so that neighbours differ by one and a year is twelve. */
export type MonthNumber = number

/** First and last month, both included. */
export interface Months {
  readonly first: MonthNumber
  readonly last: MonthNumber
}

const FIRST_YEAR = 1850
const LAST_YEAR = 2250
const FIRST_DAY = dayNumber(`${FIRST_YEAR}-01-01`)

/** The month of every day there may be: a register asks for millions of them. */
const MONTH_OF_DAY = ((): Int16Array => {
  const months = new Int16Array(dayNumber(`${LAST_YEAR + 1}-01-01`) - FIRST_DAY)
  let day = 0
  for (let month = FIRST_YEAR * 12; month < (LAST_YEAR + 1) * 12; month += 1) {
    const days = daysInMonth(Math.floor(month / 12), (month % 12) + 1)
    months.fill(month, day, day + days)
    day += days
  }
  return months
})()

/** The month of a day counted from 1 January 1970. Days before 1850 or after 2250 go with the nearest month of these. */
export const monthOfDay = (day: number): MonthNumber =>
  MONTH_OF_DAY[Math.max(0, Math.min(MONTH_OF_DAY.length - 1, day - FIRST_DAY))] ?? 0

/** `2026-04` as a number. */
export const monthNumber = (month: string): MonthNumber => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

/** A number as `2026-04`. */
export const monthText = (month: MonthNumber): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/** The last day of a month, counted from 1 January 1970. */
export const lastDayOfMonth = (month: MonthNumber): number => dayNumber(`${monthText(month + 1)}-01`) - 1

export const monthCount = ({ first, last }: Months): number => last - first + 1

/** The same length of time just before. */
export const monthsBefore = (months: Months): Months => ({
  first: months.first - monthCount(months),
  last: months.first - 1,
})
