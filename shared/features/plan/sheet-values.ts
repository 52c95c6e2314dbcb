import { civilFromIso, daysInMonth, isoFromCivil } from '#shared/domain/calendar.ts'
import { type IsoDate, parseTypedDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { FIVE_OBJECTIVES } from './objectives.ts'
import type { ActionStatus } from './schema.ts'

/** A cell read, or why it could not be, as the end of a sentence that names the column. */
export type Read<Value> = { readonly value: Value } | { readonly fault: string }

/** Words and colours that say how an action stands. Blue is done and a white or grey cell not begun, as in most plans of the NHS. */
const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  not_started:
    'not started|not yet started|not begun|not yet begun|to do|todo|planned|pending|new|not yet due|white|grey|gray|w',
  on_track: 'on track|green|g|in progress|started|underway|under way|ongoing|on going|on schedule|on target|begun|open',
  at_risk: 'at risk|amber|a|yellow|y|slipping|some concerns|minor delay|on hold|paused',
  off_track: 'off track|red|r|overdue|late|behind|behind schedule|delayed|blocked|stalled|not on track',
  done: 'done|complete|completed|closed|finished|achieved|blue|b|delivered',
  stopped: 'stopped|cancelled|canceled|abandoned|withdrawn|no longer needed|not needed|dropped|black',
}

const STATUSES = new Map(
  Object.entries(STATUS_WORDS).flatMap(([status, words]) => words.split('|').map((word) => [word, status])),
) as ReadonlyMap<string, ActionStatus>

const percentStatus = (text: string): ActionStatus | null => {
  const percent = /^(\d{1,3})(?:\.0+)? ?%(?: (?:done|complete|completed))?$/i.exec(text)?.[1]
  if (percent === undefined || Number(percent) > 100) return null
  if (Number(percent) === 100) return 'done'
  return Number(percent) === 0 ? 'not_started' : 'on_track'
}

/** How an action stands, by a word, a colour or a share done, alone or before what explains it; null for other words. */
export const statusOfWords = (text: string): ActionStatus | null => {
  const plain = text.trim()
  const whole = STATUSES.get(normaliseName(plain)) ?? percentStatus(plain)
  if (whole !== null && whole !== undefined) return whole
  const [first = ''] = plain.split(/\s[-–—]\s|[:;,(/\n–—]|\.(?!\d)/)
  return first === plain ? null : (STATUSES.get(normaliseName(first)) ?? percentStatus(first.trim()))
}

const NUMERIC = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+\d{4}(?:[ T].*)?$/

/** Whether some date of a column can only be read month first: then the others of it may be too. */
export const isMonthFirst = (cells: Iterable<string>): boolean => {
  for (const cell of cells) {
    const [, first, second] = NUMERIC.exec(cell.trim()) ?? []
    if (first !== undefined && second !== undefined && Number(first) <= 12 && Number(second) > 12) return true
  }
  return false
}

const swapped = (text: string): boolean => {
  const [, first, second] = NUMERIC.exec(text) ?? []
  return first !== undefined && second !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12
}

/**
 * A day of a plan. A month alone is its first day where something starts and its last where something is due; a year
 * alone, a day without a year and what could be read two ways are refused.
 * @param monthFirst whether other dates of the column are written month first.
 */
export const readSheetDate = (
  text: string,
  end: 'first' | 'last',
  { today, monthFirst }: { readonly today: IsoDate; readonly monthFirst: boolean },
): Read<IsoDate> => {
  const typed = text.trim()
  if (typed === '') return { fault: 'is missing' }
  const quoted = `is “${typed.length > 40 ? `${typed.slice(0, 40)}…` : typed}”`
  if (monthFirst && swapped(typed))
    return { fault: `${quoted}, and other dates of its column have the month first, so it could be either of two days` }
  const read = parseTypedDate(typed, { today })
  if (!read.ok)
    return {
      fault: `${quoted}. ${read.reason === 'unreadable' ? 'Write it like 4 Sep 2026 or Sep 2026' : read.message}`,
    }
  // Without a year a day would be guessed: the newest that is past, where a plan means one to come.
  if (!/\d{4}/.test(typed)) return { fault: `${quoted}. Add the year, with 4 digits` }
  const { date, precision } = read.value
  if (precision === 'year') return { fault: `${quoted}. Add the month` }
  if (precision === 'day' || end === 'first') return { value: date }
  const { year, month } = civilFromIso(date)
  return { value: isoFromCivil({ year, month, day: daysInMonth(year, month) }) }
}

/** An objective that a row may be under. */
export interface KnownObjective {
  readonly number: number
  readonly title: string
  readonly words: string
}

/** Words that every objective may have, and that tell none from another. */
const COMMON = new Set(
  'a an and are be by for from in of on or our that the there they this to we who will with cancer care'.split(' '),
)

const stems = (text: string): Set<string> =>
  new Set(
    normaliseName(text)
      .split(' ')
      .filter((word) => word.length > 1 && !COMMON.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s|e)$/, '')),
  )

/** How alike two sets of words are, from 0 to 1 (Dice's coefficient). */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const size = one.size + other.size
  return size === 0 ? 0 : (2 * [...one].filter((word) => other.has(word)).length) / size
}

const ALIKE = 0.5
/** By so much must one objective be more alike than the next. */
const CLEARLY = 0.15

const LEADING =
  /^(?:(?:strategic |our )?(?:objective|aim|goal|priority|theme|strand)\s*(?:no\.?|number)?\s*[#:]?\s*|#)?(\d{1,2})(?!\d|[./-]\d|%)/i

/** The number that a text begins with, as "Objective 2" and "2. Be part of the network" do. */
const leadingNumber = (text: string): number | null => {
  const number = LEADING.exec(text.trim())?.[1]
  return number === undefined ? null : Number(number)
}

const saysOutright = (text: string, { title, words }: KnownObjective): boolean => {
  const plain = normaliseName(text.trim().replace(LEADING, ''))
  return plain !== '' && (plain === normaliseName(title) || plain === normaliseName(words))
}

/** Whether a text names an objective so plainly that it is the heading of those below it. */
export const isObjectiveHeading = (text: string, objectives: readonly KnownObjective[]): boolean =>
  /^(?:strategic |our )?(?:objective|aim|goal|priority|theme|strand)\b\s*(?:no\.?|number)?\s*[#:]?\s*\d/i.test(
    text.trim(),
  ) || objectives.some((objective) => saysOutright(text, objective))

/**
 * The objective that a text names: by our words or title, by the number it begins with, or by likeness to one alone.
 * @returns its number, or null where it names none or could name two.
 */
export const objectiveOfText = (
  text: string,
  objectives: readonly KnownObjective[] = FIVE_OBJECTIVES,
): number | null => {
  const outright = objectives.find((objective) => saysOutright(text, objective))
  if (outright !== undefined) return outright.number
  const number = leadingNumber(text)
  if (number !== null) return objectives.find((objective) => objective.number === number)?.number ?? null
  const said = stems(text)
  const [best, next] = objectives
    .map(({ number: of, title, words }) => ({
      of,
      score: Math.max(likeness(said, stems(title)), likeness(said, stems(words))),
    }))
    .toSorted((a, b) => b.score - a.score)
  if (best === undefined || best.score < ALIKE || best.score - (next?.score ?? 0) < CLEARLY) return null
  return best.of
}
