/**
 * Calendar arithmetic on ISO date text, in whole days of the proleptic Gregorian calendar. No time of day, no time
 * zone. Lists of millions of events are sorted and measured with these, so they work on integers and characters
 * (tens of nanoseconds each) and make no date objects.
 *
 * Source of the day-number formulas: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */

/** `YYYY-MM-DD`. */
export type IsoDate = string

/** How much of a date is known. */
export type DatePrecision = 'day' | 'month' | 'year'

/** A date of which the day, or the day and month, may not be known. */
export interface PartialDate {
  /** The first day of the span: 1 September for "Sep 2026", 1 January for "2026". */
  date: IsoDate
  precision: DatePrecision
}

export interface CivilDate {
  year: number
  /** 1 to 12. */
  month: number
  /** 1 to 31. */
  day: number
}

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const DAYS_PER_ERA = 146_097
const YEARS_PER_ERA = 400
const DAYS_TO_1970 = 719_468
const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

function digitsAt(text: string, from: number, length: number): number {
  let value = 0
  for (let index = from; index < from + length; index += 1) value = value * 10 + text.charCodeAt(index) - 48
  return value
}

/** Splits valid ISO text into numbers. */
export function civilFromIso(date: IsoDate): CivilDate {
  return { year: digitsAt(date, 0, 4), month: digitsAt(date, 5, 2), day: digitsAt(date, 8, 2) }
}

/** ISO text for a civil date between the years 0 and 9999. */
export function isoFromCivil({ year, month, day }: CivilDate): IsoDate {
  return `${String(year).padStart(4, '0')}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0)
}

function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / YEARS_PER_ERA)
  const yearOfEra = marchYear - era * YEARS_PER_ERA
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970
}

/** Days since 1 January 1970, negative before it. */
export function dayNumber(date: IsoDate): number {
  return dayNumberOf(digitsAt(date, 0, 4), digitsAt(date, 5, 2), digitsAt(date, 8, 2))
}

/** The date a number of days from 1 January 1970. */
export function isoFromDayNumber(days: number): IsoDate {
  const shifted = days + DAYS_TO_1970
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return isoFromCivil({
    year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  })
}

/** True for `YYYY-MM-DD` text that names a day which exists. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = civilFromIso(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. Day 0 is the starting day. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The date `days` later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoFromDayNumber(dayNumber(date) + days)
}

/** The same day of the month `months` later, or the month's last day when it is shorter: 31 Jan + 1 = 28 or 29 Feb. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = civilFromIso(date)
  const monthIndex = year * 12 + month - 1 + months
  const laterYear = Math.floor(monthIndex / 12)
  const laterMonth = monthIndex - laterYear * 12 + 1
  return isoFromCivil({ year: laterYear, month: laterMonth, day: Math.min(day, daysInMonth(laterYear, laterMonth)) })
}

/**
 * Completed years of age. Somebody born on 29 February is a year older on 1 March in other years, as in English law.
 */
export function ageInYears(birth: IsoDate, on: IsoDate): number {
  const years = digitsAt(on, 0, 4) - digitsAt(birth, 0, 4)
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** `Sunday` to `Saturday`. */
export function weekdayName(date: IsoDate): (typeof WEEKDAY_NAMES)[number] {
  const daysSinceSunday = (((dayNumber(date) + 4) % 7) + 7) % 7
  return WEEKDAY_NAMES[daysSinceSunday] ?? 'Sunday'
}
