/**
 * Reading dates that people type or systems export, day first, as is usual in the United Kingdom. What could be read
 * two ways is refused with a sentence, not guessed: two-digit years, month-first order, days that do not exist.
 */

import { civilFromIso, dayNumber, daysInMonth, isoFromCivil, isoFromDayNumber, MONTH_NAMES } from './calendar.ts'
import { WEEKDAY_NAMES, weekdayName } from './calendar.ts'
import type { IsoDate, PartialDate } from './calendar.ts'

export type DateFault =
  | 'blank'
  | 'no-year'
  | 'no-month'
  | 'two-digit-year'
  | 'month-first'
  | 'impossible'
  | 'unreadable'

export type DateResult = { ok: true; value: PartialDate } | { ok: false; reason: DateFault; message: string }

/** Three text boxes as they were left. A blank day, or a blank day and month, means "not known". */
export interface DateParts {
  day: string
  month: string
  year: string
}

const FIRST_YEAR = 1880
const LAST_YEAR = 2150
const EXAMPLE = 'Write it like 4 Sep 2026, Sep 2026 or 2026'
/** Enough years back to reach the last 29 February across a century that had none. */
const YEARS_TO_LOOK_BACK = 8

function refuse(reason: DateFault, message: string): DateResult {
  return { ok: false, reason, message }
}

function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const word = text.toLowerCase()
  if (word.length < 3) return null
  const index = word === 'sept' ? 8 : MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(word))
  return index < 0 ? null : index + 1
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] ?? ''
}

function checkYear(text: string): DateResult | null {
  if (/^\d{1,2}$/.test(text)) return refuse('two-digit-year', 'Write the year with 4 digits, such as 2026')
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < FIRST_YEAR || year > LAST_YEAR) {
    return refuse('impossible', `The year must be between ${FIRST_YEAR} and ${LAST_YEAR}`)
  }
  return null
}

/** Says in words why a day and month cannot be, or `null` when they can. Without a year, 29 February can be. */
function dayFault(day: number, month: number, year: number | null): DateResult | null {
  if (month < 1 || month > 12) {
    if (day >= 1 && day <= 12 && month <= 31) {
      const meant = `${month} ${monthName(day).slice(0, 3)}${year === null ? '' : ` ${year}`}`
      return refuse('month-first', `There is no month ${month}. Write the day first: ${meant}`)
    }
    return refuse('impossible', `There is no month ${month}`)
  }
  const days = daysInMonth(year ?? 2000, month)
  if (day >= 1 && day <= days) return null
  if (day < 1 || day > 31) return refuse('impossible', `There is no day ${day} in a month`)
  if (year === null) return refuse('impossible', `${monthName(month)} never has ${day} days`)
  return refuse('impossible', `${monthName(month)} ${year} has ${days} days`)
}

/** Three empty boxes. */
export const BLANK_DATE: DateParts = { day: '', month: '', year: '' }

/** A date as its three boxes show it: what is not known stays blank. The inverse of {@link partialDateFromParts}. */
export function datePartsOf(known: PartialDate | null): DateParts {
  if (known === null) return BLANK_DATE
  const { date, precision } = known
  return {
    day: precision === 'day' ? String(Number(date.slice(8))) : '',
    month: precision === 'year' ? '' : String(Number(date.slice(5, 7))),
    year: date.slice(0, 4),
  }
}

/** A whole day, or none, as its three boxes show it. */
export function dayPartsOf(day: IsoDate | null): DateParts {
  return datePartsOf(day === null ? null : { date: day, precision: 'day' })
}

/**
 * Makes a date from three boxes. Months may be words. Day or month may be blank, but not the year, and not the month
 * when there is a day. Messages are ready to show above the box.
 */
export function partialDateFromParts(parts: DateParts): DateResult {
  const day = parts.day.trim()
  const month = parts.month.trim()
  const year = parts.year.trim()
  // A whole date in the first box: to ask for the year, which is there, would help nobody.
  if (/\d{3}|\d\D+\d/.test(day))
    return refuse('unreadable', 'Write the day, the month and the year each in its own box')
  if (year === '') {
    if (day === '' && month === '') return refuse('blank', 'Enter a date. Leave day or month blank if not known')
    return refuse('no-year', 'Add the year, with 4 digits')
  }
  const yearFault = checkYear(year)
  if (yearFault !== null) return yearFault
  if (month === '') {
    if (day !== '') return refuse('no-month', 'Add the month, or leave the day blank too')
    return { ok: true, value: { date: `${year}-01-01`, precision: 'year' } }
  }
  const monthAsNumber = monthNumber(month)
  if (monthAsNumber === null) return refuse('unreadable', 'Write the month as a number or a name, such as 9 or Sep')
  if (day !== '' && !/^\d{1,2}$/.test(day)) return refuse('unreadable', 'Write the day as a number from 1 to 31')
  const impossible = dayFault(day === '' ? 1 : Number(day), monthAsNumber, Number(year))
  if (impossible !== null) {
    return day === '' ? refuse('impossible', `There is no month ${monthAsNumber}`) : impossible
  }
  const date = isoFromCivil({ year: Number(year), month: monthAsNumber, day: day === '' ? 1 : Number(day) })
  return { ok: true, value: { date, precision: day === '' ? 'month' : 'day' } }
}

function exact(date: IsoDate): DateResult {
  return { ok: true, value: { date, precision: 'day' } }
}

/** The latest day with this day and month that is not after today. */
function mostRecent(day: number, month: number, today: IsoDate): DateResult {
  const impossible = dayFault(day, month, null)
  if (impossible !== null) return impossible
  const thisYear = civilFromIso(today).year
  for (let year = thisYear; year >= thisYear - YEARS_TO_LOOK_BACK; year -= 1) {
    if (day > daysInMonth(year, month)) continue
    const date = isoFromCivil({ year, month, day })
    if (date <= today) return exact(date)
  }
  return refuse('no-year', 'Add the year, with 4 digits')
}

function parseDayWord(word: string, today: IsoDate): DateResult | null {
  if (word === 'today') return exact(today)
  const todayNumber = dayNumber(today)
  if (word === 'yesterday') return exact(isoFromDayNumber(todayNumber - 1))
  const name = word.replace(/^last /, '')
  if (!/^[a-z]{3,9}$/.test(name)) return null
  const wanted = WEEKDAY_NAMES.findIndex((weekday) => weekday.toLowerCase().startsWith(name))
  if (wanted < 0) return null
  const todayIndex = WEEKDAY_NAMES.indexOf(weekdayName(today))
  return exact(isoFromDayNumber(todayNumber - (((todayIndex - wanted + 6) % 7) + 1)))
}

/** Drops a time of day and the marks between parts: `4th-Sep-2026 09:15` becomes `4 sep 2026`. */
function plainParts(text: string): string[] {
  return text
    .replace(/[t\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|am|pm)?$/, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(/[\s/.,-]+/)
    .filter((part) => part !== '' && part !== 'of')
}

const IS_WORD = /^[a-z]+$/
const IS_YEAR = /^\d{4}$/

function parseTwoParts(first: string, second: string, today: IsoDate): DateResult {
  if (IS_YEAR.test(first)) return partialDateFromParts({ day: '', month: second, year: first })
  if (IS_YEAR.test(second)) return partialDateFromParts({ day: '', month: first, year: second })
  if (IS_WORD.test(first)) {
    return refuse('month-first', 'Write the day before the month, or the year with 4 digits')
  }
  const month = monthNumber(second)
  if (month === null || !/^\d{1,2}$/.test(first)) return refuse('unreadable', EXAMPLE)
  return mostRecent(Number(first), month, today)
}

function parseThreeParts(first: string, second: string, third: string): DateResult {
  if (IS_YEAR.test(first)) return partialDateFromParts({ day: third, month: second, year: first })
  if (IS_WORD.test(first)) {
    if (monthNumber(first) === null) return refuse('unreadable', EXAMPLE)
    return refuse('month-first', 'Write the day before the month, like 4 Sep 2026')
  }
  if (monthNumber(second) === null) return refuse('unreadable', EXAMPLE)
  return partialDateFromParts({ day: first, month: second, year: third })
}

/**
 * Reads one date: `4 Sep 2026`, `04-Sep-2026`, `4/9/2026`, `2026-09-04` (a time after it is ignored), `Sep 2026`,
 * `09/2026`, `2026`; `11/11` or `11 Nov`, the latest such day up to today; `today`, `yesterday`; a weekday, the last
 * one before today. A future date is read: whether it may be one is for the caller to say.
 */
export function parseTypedDate(text: string, { today }: { today: IsoDate }): DateResult {
  const typed = text.trim().toLowerCase()
  if (typed === '') return refuse('blank', 'Enter a date. Leave day or month blank if not known')
  const fromWord = parseDayWord(typed, today)
  if (fromWord !== null) return fromWord
  const parts = plainParts(typed)
  if (parts.some((part) => !IS_WORD.test(part) && !/^\d{1,4}$/.test(part))) return refuse('unreadable', EXAMPLE)
  const [first, second, third, extra] = parts
  if (first === undefined || extra !== undefined) return refuse('unreadable', EXAMPLE)
  if (second === undefined) {
    if (IS_YEAR.test(first)) return partialDateFromParts({ day: '', month: '', year: first })
    const monthOnly = IS_WORD.test(first) && monthNumber(first) !== null
    return monthOnly ? refuse('no-year', 'Add the year, with 4 digits') : refuse('unreadable', EXAMPLE)
  }
  return third === undefined ? parseTwoParts(first, second, today) : parseThreeParts(first, second, third)
}
