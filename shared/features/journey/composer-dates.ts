import { civilFromIso, isoFromCivil } from '#shared/domain/calendar.ts'
import {
  addDays,
  formatIsoDate,
  type IsoDate,
  MONTH_NAMES,
  parseTypedDate,
  type PartialDate,
  WEEKDAY_NAMES,
  weekdayName,
} from '#shared/domain/partial-date.ts'
import { isOneLetterOff } from './composer-words.ts'

/** Where a date was typed and what it says. */
export interface TypedDate {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** null when what was typed is no date. */
  readonly date: PartialDate | null
  /** Why it is none, in words. */
  readonly fault: string | null
  /** How a word that could mean another day was read, to be shown before it is saved. */
  readonly rule: string | null
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)'
const LONG_MONTH = `(?:${MONTH_NAMES.map((name) => name.toLowerCase()).join('|')})`
const ANY_MONTH = `(?:${LONG_MONTH}|${MONTH})`
const WEEKDAY = `(?:${WEEKDAY_NAMES.map((name) => name.toLowerCase()).join('|')})`
const SHORT_WEEKDAY = '(?:mon|tues?|wed|thurs?|fri|sat|sun)'
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const GAP = '[\\s.,/-]{1,2}'
/** "2/52" after "in" is two weeks and "cycle 2/6" a count, as clinicians write them: no dates. */
const NO_DATE_AFTER = '(?<!\\b(?:in|for|every|over|after|cycle|fraction|dose|session|part|stage|grade|number|no)\\s+)'
/** "Next Friday", "for Friday", "Friday week" and "Tuesday next week" are still to come: never the last such day. */
const NOT_NEXT = '(?<!\\b(?:next|coming|for|by|until|till)\\s+)'
const NOT_NEXT_WEEK = '(?!\\s+(?:next|week)\\b)'

const alone = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}/.])${pattern}(?![\\p{L}\\p{N}/]|[.:-]\\d)`, 'iu')

/** How many of "2 weeks ago" and "a month ago". */
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six']
const COUNT = `(?:\\d{1,2}|an?|${COUNTS.join('|')})`

/** Texts that name a day. */
const DAY_PATTERNS: readonly RegExp[] = [
  alone('\\d{4}-\\d{1,2}-\\d{1,2}(?:[t\\s]\\d{1,2}:\\d{2}(?::\\d{2})?)?'),
  alone('\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}'),
  alone(`${DAY}(?: of)?${GAP}${ANY_MONTH}${GAP}'?(?:\\d{4}|\\d{2})`),
  alone(`\\d{1,2}${MONTH}\\d{4}`),
  alone(`${ANY_MONTH}${GAP}${DAY}(?:${GAP}\\d{4})?`),
  alone(`${DAY}(?: of)?${GAP}${ANY_MONTH}`),
  alone(`${NO_DATE_AFTER}\\d{1,2}/\\d{1,2}`),
  alone('(?:the )?day before yesterday'),
  alone(`${COUNT} (?:days?|weeks?) ago`),
  alone('(?:today|yesterday|this (?:morning|afternoon|evening)|tonight|last night)'),
  alone(`${NOT_NEXT}(?:last |this )?${WEEKDAY}${NOT_NEXT_WEEK}`),
  alone(`(?:(?:last|this) |(?<=\\bon ))${SHORT_WEEKDAY}${NOT_NEXT_WEEK}`),
]

/** Texts that name a month or a year; heeded when no day is named. */
const VAGUE_PATTERNS: readonly RegExp[] = [
  alone(`${ANY_MONTH}${GAP}\\d{4}`),
  alone('\\d{1,2}[/-]\\d{4}'),
  alone('\\d{4}-\\d{2}'),
  alone(`(?<=\\b(?:in|since) )${ANY_MONTH}`),
  alone('(?:18[89]|19\\d|20\\d)\\d'),
  alone(`${COUNT} months? ago`),
  alone('(?<!\\b(?:the|over|for|in|since)\\s+)last (?:month|week)(?! of)'),
]

const LEADING_WORD = /(?:^|(?<=[\s,.;:(]))(?:on|in|since|dated|from|about|around) (?:the )?$/iu
const NAMES = [...MONTH_NAMES, ...WEEKDAY_NAMES, 'yesterday'].map((word) => word.toLowerCase())
const LETTERS = /[a-z]{6,10}/gi

interface MendedText {
  readonly text: string
  /** Turns a place in the mended text into one in what was typed. */
  readonly typedPlace: (place: number) => number
}

/** The text with misspelt months, weekdays and "yesterday" put right. */
const mendNames = (typed: string): MendedText => {
  const changes: { readonly end: number; readonly shift: number }[] = []
  let shift = 0
  const text = typed.replace(LETTERS, (word, from: number) => {
    const lower = word.toLowerCase()
    const meant = NAMES.includes(lower) ? undefined : NAMES.find((name) => isOneLetterOff(lower, name))
    if (meant === undefined) return word
    changes.push({ end: from - shift + meant.length, shift: word.length - meant.length })
    shift += word.length - meant.length
    return meant
  })
  const typedPlace = (place: number): number =>
    changes.reduce((moved, change) => (place >= change.end ? moved + change.shift : moved), place)
  return { text, typedPlace }
}

const LAST_WEEK = 'Last week is not one day. Type the day, or the month and year'
const PART_OF_TODAY = /^(?:this (?:morning|afternoon|evening)|tonight)$/
/** The week's days count from Monday. */
const mondayFirst = (weekday: number): number => (weekday + 6) % 7

const countOf = (word: string): number =>
  /^\d/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : COUNTS.indexOf(word) + 1

const monthsBack = (today: IsoDate, back: number): PartialDate => {
  const { year, month } = civilFromIso(today)
  const months = year * 12 + month - 1 - back
  return { date: isoFromCivil({ year: Math.floor(months / 12), month: (months % 12) + 1, day: 1 }), precision: 'month' }
}

const inWords = (typed: string, today: IsoDate): PartialDate | null => {
  if (typed === 'last month') return monthsBack(today, 1)
  const [, count, unit] = /^(\S+) (day|week|month)s? ago$/.exec(typed) ?? []
  if (count !== undefined) {
    const back = countOf(count)
    return unit === 'month'
      ? monthsBack(today, back)
      : { date: addDays(today, -back * (unit === 'week' ? 7 : 1)), precision: 'day' }
  }
  if (typed.endsWith('before yesterday')) return { date: addDays(today, -2), precision: 'day' }
  if (PART_OF_TODAY.test(typed)) return { date: today, precision: 'day' }
  return typed === 'last night' ? { date: addDays(today, -1), precision: 'day' } : null
}

const weekdayIn = (words: string): number =>
  WEEKDAY_NAMES.findIndex((name) => words.length > 2 && name.toLowerCase().startsWith(words))

/** The day of that name in the week of today, which runs from Monday to Sunday: it may be still to come. */
const inThisWeek = (weekday: number, today: IsoDate): PartialDate => ({
  date: addDays(today, mondayFirst(weekday) - mondayFirst(WEEKDAY_NAMES.indexOf(weekdayName(today)))),
  precision: 'day',
})

/**
 * A weekday: "this Friday" is the one of this week, "last Friday" and "Friday" the last one before today. Who types
 * "Friday" alone may mean the one to come, so how it was read is said.
 */
const readWeekday = (words: string, today: IsoDate): Omit<TypedDate, 'from' | 'to'> | null => {
  const weekday = weekdayIn(words.replace(/^this /, ''))
  if (weekday < 0) return null
  if (words.startsWith('this ')) return { date: inThisWeek(weekday, today), fault: null, rule: null }
  const result = parseTypedDate(words, { today })
  if (!result.ok) return null
  const rule = `${WEEKDAY_NAMES[weekday] ?? ''} is read as the last one, ${formatIsoDate(result.value.date)}. If it is still to come, log it once it has happened.`
  return { date: result.value, fault: null, rule }
}

const read = (typed: string, today: IsoDate): Omit<TypedDate, 'from' | 'to'> => {
  const words = typed
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replace(/'(?=\d)/, '')
  const known = inWords(words, today)
  if (known !== null) return { date: known, fault: null, rule: null }
  if (words === 'last week') return { date: null, fault: LAST_WEEK, rule: null }
  const weekday = readWeekday(words, today)
  if (weekday !== null) return weekday
  const result = parseTypedDate(words, { today })
  return { date: result.ok ? result.value : null, fault: result.ok ? null : result.message, rule: null }
}

/** Takes a leading "on" or "in" into the date, so that it is not left over as a note. */
const withLeadingWord = (text: string, from: number): number => LEADING_WORD.exec(text.slice(0, from))?.index ?? from

/** The first place that any of the patterns matches, and there the longest. */
const firstPlace = (patterns: readonly RegExp[], text: string): { from: number; to: number } | null => {
  let best: { from: number; to: number } | null = null
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match === null) continue
    const place = { from: match.index, to: match.index + match[0].length }
    const isBetter = best === null || place.from < best.from || (place.from === best.from && place.to > best.to)
    if (isBetter) best = place
  }
  return best
}

/**
 * Finds the date in what was typed, wherever it stands. With several, the first that names a day counts; the others
 * stay in the note. What looks like a date and is none comes back with its fault, never with a guess.
 */
export const findDate = (text: string, today: IsoDate): TypedDate | null => {
  const { text: mended, typedPlace } = mendNames(text)
  const place = firstPlace(DAY_PATTERNS, mended) ?? firstPlace(VAGUE_PATTERNS, mended)
  if (place === null) return null
  const from = withLeadingWord(text, typedPlace(place.from))
  return { from, to: typedPlace(place.to), ...read(mended.slice(place.from, place.to), today) }
}
