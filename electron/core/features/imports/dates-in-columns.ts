import { daysInMonth, isoFromCivil } from '#shared/domain/calendar.ts'
import { londonDate } from '../../clock.ts'
import { parseTypedDate, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { DateOrder, DateQuestion, DatesFound, DateStyle } from '#shared/features/imports/matching.ts'

export interface DateColumn {
  readonly style: DateStyle
  /** For the "How" column of the screen: "All dd-Mmm-yyyy". */
  readonly words: string
  /** Filled cells that are dates, of those that are filled. */
  readonly readable: number
  readonly filled: number
}

/** Whatever stands between the parts, and with or without a time: all that could be read day first. */
const NUMERIC =
  /^(\d{1,2})[\s/.,-]+(\d{1,2})[\s/.,-]+(\d{4})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M|Z)?)?$/i
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/
const NAMED = /^(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/i
/** 20240413, as hospital data sets write it (ISO 8601, basic form). */
const WITHOUT_MARKS = /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/
/** Days since 1899 as a spreadsheet keeps them: 1927 to 2064 in five digits. */
const SPREADSHEET_DAY = /^[1-5]\d{4}(?:\.\d+)?$/
/** A time at the meridian: its day in London may be the next one. */
const AT_THE_MERIDIAN = new Set(['Z', '+00:00', '+0000'])

const MONTHS = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    index + 1,
  ]),
)

/** alike: the same day, or no day at all, whichever comes first. */
type Kind = 'iso' | 'named' | 'day-only' | 'month-only' | 'either' | 'alike' | 'other'

const ZERO = '0'.charCodeAt(0)
const SLASH = '/'.charCodeAt(0)
/** Where the year, the second number and the first stand in `04/09/2026`. */
const USUAL_DIGITS = [6, 7, 8, 9, 3, 4, 0, 1]
const UNUSUAL = -1

/** The numbers of `04/09/2026`, the way most lists write most dates, as one: 20260904. UNUSUAL for any other text. */
const usualNumber = (text: string): number => {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return UNUSUAL
  let number = 0
  for (const at of USUAL_DIGITS) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return UNUSUAL
    number = number * 10 + digit
  }
  return number
}

const orderOf = (first: number, second: number): Kind => {
  if (first > 12 && second <= 12) return 'day-only'
  if (second > 12 && first <= 12) return 'month-only'
  return first === second || first > 12 || first < 1 || second < 1 ? 'alike' : 'either'
}

const kindOf = (text: string): Kind => {
  const usual = usualNumber(text)
  if (usual !== UNUSUAL) return orderOf(usual % 100, Math.floor(usual / 100) % 100)
  if (ISO.test(text) || WITHOUT_MARKS.test(text)) return 'iso'
  const numeric = NUMERIC.exec(text)
  if (numeric === null) return NAMED.test(text) ? 'named' : 'other'
  return orderOf(Number(numeric[1]), Number(numeric[2]))
}

const styleOf = (count: Readonly<Record<Kind, number>>): DateStyle => {
  if (count['month-only'] > 0) return count['day-only'] > 0 ? 'mixed' : 'month-first'
  const numeric = count['day-only'] + count.either + count.alike
  if (numeric > 0) return 'day-first'
  if (count.iso === 0 && count.named === 0) return 'empty'
  return count.named >= count.iso ? 'named-month' : 'iso'
}

const WORDS: Readonly<Record<Exclude<DateStyle, 'empty'>, string>> = {
  iso: 'yyyy-mm-dd',
  'named-month': 'dd-Mmm-yyyy',
  'day-first': 'dd/mm/yyyy',
  'month-first': 'month first',
  mixed: 'day and month either way round',
}

/** Looks at the cells of a column, one after the other, and says how its dates are written. */
export class DatesSeen {
  private readonly count: Record<Kind, number> = {
    iso: 0,
    named: 0,
    'day-only': 0,
    'month-only': 0,
    either: 0,
    alike: 0,
    other: 0,
  }
  private filled = 0

  /** @param cell clean; empty ones say nothing. */
  see(cell: string): void {
    if (cell === '') return
    this.filled += 1
    this.count[kindOf(cell)] += 1
  }

  get style(): DateStyle {
    return styleOf(this.count)
  }

  /** What a person has to be asked before these dates can be read. null: nothing. */
  get asks(): DateQuestion | null {
    const { style, count } = this
    if (style === 'month-first' || style === 'mixed') return style
    return style === 'day-first' && count['day-only'] === 0 && count.either > 0 ? 'either-way' : null
  }

  /** The counts, for the screen that asks. */
  counted(index: number): DatesFound {
    const { style, asks, filled, count } = this
    return {
      index,
      style,
      filled,
      dayFirst: count['day-only'],
      monthFirst: count['month-only'],
      eitherWay: count.either,
      other: count.other,
      asks,
    }
  }

  /** What was found in all cells seen so far. */
  found(): DateColumn {
    const { count, filled, style } = this
    const readable = filled - count.other
    if (style === 'empty') return { style, words: filled === 0 ? 'Empty' : 'No whole dates', readable, filled }
    const numeric = count['day-only'] + count['month-only'] + count.either + count.alike
    const kinds = [numeric, count.iso, count.named].filter((one) => one > 0).length
    const words =
      kinds > 1
        ? 'Written in several ways'
        : `${readable === filled ? 'All' : `${readable} of ${filled}`} ${WORDS[style]}`
    return { style, words, readable, filled }
  }
}

/** How the dates among some cells are written. */
export const dateColumn = (cells: Iterable<string>): DateColumn => {
  const seen = new DatesSeen()
  for (const cell of cells) seen.see(cell)
  return seen.found()
}

export type DateReading =
  | { readonly ok: true; readonly value: PartialDate }
  | { readonly ok: false; readonly reason: string }

const refuse = (reason: string): DateReading => ({ ok: false, reason })

const wholeDate = (year: number, month: number, day: number): DateReading | null => {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || year < 1880 || year > 2150) return null
  return { ok: true, value: { date: isoFromCivil({ year, month, day }), precision: 'day' } }
}

/** Whether a text is written as a whole day, whichever way round. */
export const looksLikeDay = (text: string): boolean => kindOf(text) !== 'other'

/** A day with its time: what began at 23:00 at the meridian in summer began on the next day here. */
const isoDay = (text: string, [, year, month, day, hours, minutes, zone]: RegExpExecArray): DateReading | null => {
  const read = wholeDate(Number(year), Number(month), Number(day))
  if (read === null || hours === undefined || zone === undefined || !AT_THE_MERIDIAN.has(zone)) return read
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  const date = londonDate(`${text.slice(0, 10)}T${hours.padStart(2, '0')}:${minutes ?? '00'}:00Z`)
  return { ok: true, value: { date, precision: 'day' } }
}

/** The usual forms, without the general reader's cost. null: let that one look, for its sentence at least. */
const readQuickly = (text: string, order: DateOrder): DateReading | null => {
  const named = NAMED.exec(text)
  if (named !== null)
    return wholeDate(Number(named[3]), MONTHS.get((named[2] ?? '').toLowerCase()) ?? 0, Number(named[1]))
  const numeric = NUMERIC.exec(text)
  if (numeric !== null) {
    const [month, day] = order === 'month-first' ? [numeric[1], numeric[2]] : [numeric[2], numeric[1]]
    return wholeDate(Number(numeric[3]), Number(month), Number(day))
  }
  const iso = ISO.exec(text)
  if (iso !== null) return isoDay(text, iso)
  const bare = WITHOUT_MARKS.exec(text)
  return bare === null ? null : wholeDate(Number(bare[1]), Number(bare[2]), Number(bare[3]))
}

const MONTH_FIRST = 'dates have the month first. Export the file again with dates as 4 Sep 2026 or 04/09/2026'
const NOT_MONTH_FIRST = 'there is no such day with the month first'
const EITHER_WAY = 'day and month could be either way round'
const RELATIVE = /^(?:today|yesterday|last\b|mon|tue|wed|thu|fri|sat|sun)/i

/** The general reader's sentences carry no advice for a file, and some name the parts of the date; these are for a list. */
const reasonFor = (text: string, today: IsoDate): string => {
  if (SPREADSHEET_DAY.test(text))
    return 'a spreadsheet has turned the date into a number. Export it again with the column set to date or text'
  if (WITHOUT_MARKS.test(text)) return 'there is no such day'
  if (!/\d/.test(text) && !RELATIVE.test(text)) return 'this is not a date'
  const read = parseTypedDate(text, { today })
  if (read.ok) return 'the year is missing'
  switch (read.reason) {
    case 'impossible':
      return 'there is no such day'
    case 'month-first':
      return 'the month is written before the day'
    case 'two-digit-year':
      return 'the year has 2 digits'
    case 'no-year':
    case 'no-month':
      return 'a part of the date is missing'
    case 'blank':
    case 'unreadable':
      return 'this is not a date'
  }
}

/**
 * A reader for the dates of one column that are written the usual way, which nearly all are. null: for any other text,
 * where there is no such day, and in a column that is not read with the day first.
 */
export const usualDateReader = (
  style: DateStyle,
  chosen: DateOrder | null = null,
): ((text: string) => PartialDate | null) => {
  if ((chosen ?? style) !== 'day-first') return () => null
  // A long list has the same days over and over, and there are only so many.
  const known = new Map<number, PartialDate>()
  return (text) => {
    const usual = usualNumber(text)
    const before = known.get(usual)
    if (before !== undefined) return before
    if (usual === UNUSUAL) return null
    const read = wholeDate(Math.floor(usual / 10_000), Math.floor(usual / 100) % 100, usual % 100)
    if (read?.ok !== true) return null
    known.set(usual, read.value)
    return read.value
  }
}

/**
 * A reader for the dates of one column. It never guesses: unless somebody chose which comes first, a date of a column
 * that puts the month first, or that could be read two ways, is refused with the reason; and none is ever read another
 * way than the one chosen.
 */
export const dateReader = (
  style: DateStyle,
  today: IsoDate,
  chosen: DateOrder | null = null,
): ((text: string) => DateReading) => {
  const known = new Map<string, DateReading>()
  const read = (text: string): DateReading => {
    const kind = kindOf(text)
    if (chosen === null && style === 'month-first' && NUMERIC.test(text)) return refuse(MONTH_FIRST)
    if (chosen === null && style === 'mixed' && kind === 'either') return refuse(EITHER_WAY)
    const quick = readQuickly(text, chosen ?? 'day-first')
    if (quick !== null) return quick
    if (chosen === 'month-first' && NUMERIC.test(text)) return refuse(NOT_MONTH_FIRST)
    if (kind === 'other' && (RELATIVE.test(text) || SPREADSHEET_DAY.test(text))) return refuse(reasonFor(text, today))
    const slow = parseTypedDate(text, { today })
    const isYearless = slow.ok && !/\d{4}/.test(text)
    return slow.ok && !isYearless ? slow : refuse(reasonFor(text, today))
  }
  const usual = usualDateReader(style, chosen)
  return (text) => {
    const quick = usual(text)
    if (quick !== null) return { ok: true, value: quick }
    const before = known.get(text)
    if (before !== undefined) return before
    const now = read(text)
    known.set(text, now)
    return now
  }
}
