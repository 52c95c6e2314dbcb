import { dayNumber } from '#shared/domain/calendar.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { EVENT_TYPE_CODES } from '#shared/features/journey/event-types.ts'
import { letterGapDays, type RuleEvent } from '#shared/features/journey/public.ts'
import { type EventColumns, eventTypeNumber, LETTER_STATES, VAGUENESS } from '#shared/features/measures/facts.ts'
import type { Columns } from '../db/insert-rows.ts'
import type { PersonEventsTable } from '../db/schema-of-work.ts'
import type { Facts } from './person-facts.ts'

/**
 * A person's events as one row keeps them: pieces of one length, each the number of the event's type, its day from
 * 1 March of the year 0, how vague that is (0 day, 1 month, 2 year), the place of the diagnosis among the person's by
 * id or `--`, 1 where a template is named, and what is known of its letter: a number of {@link LETTER_STATES} and the days
 * between the two. Numbers instead of words, because a register holds a million of them.
 */
const TYPE_DIGITS = 3
const DAY_DIGITS = 7
const LETTER_DIGITS = 4
const BEFORE_LETTER = TYPE_DIGITS + DAY_DIGITS + 4
const PIECE = BEFORE_LETTER + 1 + LETTER_DIGITS
const MOST_LETTER_DAYS = 9999
/** Makes every day that can be recorded positive. */
const FIRST_DAY = 719_468
const NO_EPISODE = '--'
const MOST_EPISODES = 100
const MODULUS = 999_983

/** Another number for another list of event types: rows that were kept by one list are not read by another. */
export const EVENT_TYPES_FINGERPRINT = [...EVENT_TYPE_CODES.join(' ')].reduce(
  (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % MODULUS,
  EVENT_TYPE_CODES.length,
)

/** Diagnoses in the order in which the kept events number them. */
export const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

const digits = (number: number, length: number): string => String(number).padStart(length, '0')

/** What is known of the letters of one person. */
export interface KnownLetters {
  /** The letter that came, by the event that it is about. */
  readonly answered: ReadonlyMap<string, RuleEvent>
  /** Events whose letter somebody said is not needed. */
  readonly notNeeded: ReadonlySet<string> | undefined
}

const NOTHING_KNOWN = digits(0, 1 + LETTER_DIGITS)

const gapPiece = (event: PartialDate, letter: PartialDate): string => {
  const days = letterGapDays(event, letter)
  const isKnown = days !== null && days >= 0 && days <= MOST_LETTER_DAYS
  return String(LETTER_STATES.indexOf(isKnown ? 'came' : 'came-undated')) + digits(isKnown ? days : 0, LETTER_DIGITS)
}

/** By event, what is known of the letter it brings, and by letter, of the event it is about. */
const letterPieces = (events: Facts['events'], { answered, notNeeded }: KnownLetters): Map<string, string> => {
  const pieces = new Map<string, string>()
  const dated = ({ event_date: date, event_date_precision: precision }: Facts['events'][number]): PartialDate => ({
    date,
    precision,
  })
  for (const event of events) {
    const letter = answered.get(event.id)
    if (letter !== undefined) {
      const piece = gapPiece(dated(event), letter)
      pieces.set(event.id, piece)
      if (!pieces.has(letter.id)) pieces.set(letter.id, piece)
    } else if (notNeeded?.has(event.id) === true)
      pieces.set(event.id, String(LETTER_STATES.indexOf('not-needed')) + digits(0, LETTER_DIGITS))
  }
  return pieces
}

/** The row of a person; none for somebody of whom no event is recorded. */
export const keptEventsRow = (
  { person, episodes, events }: Facts,
  letters: KnownLetters,
): Columns<PersonEventsTable>[] => {
  if (events.length === 0) return []
  const places = new Map(
    byId(episodes)
      .slice(0, MOST_EPISODES)
      .map(({ id }, at) => [id, digits(at, NO_EPISODE.length)]),
  )
  const ofLetters = letterPieces(events, letters)
  const pieces = events.map(
    (event) =>
      digits(eventTypeNumber(event.event_type), TYPE_DIGITS) +
      digits(dayNumber(event.event_date) + FIRST_DAY, DAY_DIGITS) +
      String(VAGUENESS.indexOf(event.event_date_precision)) +
      (places.get(event.episode_id ?? '') ?? NO_EPISODE) +
      ((event.template ?? '') === '' ? '0' : '1') +
      (ofLetters.get(event.id) ?? NOTHING_KNOWN),
  )
  return [{ person_id: person.id, told: pieces.join('') }]
}

/** The columns of a register, filled a person at a time. */
export interface ColumnsBeingFilled {
  readonly columns: EventColumns
  /** How many rows are filled so far. */
  filled: number
}

/** Columns for so many events. */
export const emptyColumns = (rows: number): ColumnsBeingFilled => ({
  columns: {
    type: new Uint8Array(rows),
    day: new Int32Array(rows),
    vagueness: new Uint8Array(rows),
    episode: new Int8Array(rows).fill(-1),
    withTemplate: new Uint8Array(rows),
    letter: new Uint8Array(rows),
    letterDays: new Int16Array(rows),
  },
  filled: 0,
})

/** How many events a row holds. */
export const keptCount = (told: string): number => told.length / PIECE

const ZERO = 48

const numberAt = (told: string, from: number, length: number): number => {
  let number = 0
  for (let at = from; at < from + length; at += 1) number = number * 10 + told.charCodeAt(at) - ZERO
  return number
}

/** Adds the events of one person to the columns, in the order in which they are kept. */
export const fillColumns = (into: ColumnsBeingFilled, told: string): void => {
  const { type, day, vagueness, episode, withTemplate, letter, letterDays } = into.columns
  for (let piece = 0; piece < told.length; piece += PIECE) {
    const row = into.filled
    const afterDay = piece + TYPE_DIGITS + DAY_DIGITS
    type[row] = numberAt(told, piece, TYPE_DIGITS)
    day[row] = numberAt(told, piece + TYPE_DIGITS, DAY_DIGITS) - FIRST_DAY
    vagueness[row] = told.charCodeAt(afterDay) - ZERO
    if (told.charCodeAt(afterDay + 1) >= ZERO) episode[row] = numberAt(told, afterDay + 1, 2)
    withTemplate[row] = told.charCodeAt(piece + BEFORE_LETTER - 1) - ZERO
    letter[row] = told.charCodeAt(piece + BEFORE_LETTER) - ZERO
    letterDays[row] = numberAt(told, piece + BEFORE_LETTER + 1, LETTER_DIGITS)
    into.filled = row + 1
  }
}
