import { dayNumber } from '#shared/domain/calendar.ts'
import { EVENT_TYPE_CODES } from '#shared/features/journey/event-types.ts'
import { type EventColumns, eventTypeNumber, VAGUENESS } from '#shared/features/measures/facts.ts'
import type { Columns } from '../db/insert-rows.ts'
import type { PersonEventsTable } from '../db/schema-of-work.ts'
import type { Facts } from './person-facts.ts'

/**
 * A person's events as one row keeps them: pieces of one length, each the number of the event's type, its day from
 * 1 March of the year 0, how vague that is (0 day, 1 month, 2 year), the place of the diagnosis among the person's by
 * id or `--`, and 1 where a template is named. Numbers instead of words, because a register holds a million of them.
 */
const TYPE_DIGITS = 3
const DAY_DIGITS = 7
const PIECE = TYPE_DIGITS + DAY_DIGITS + 4
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

/** The row of a person; none for somebody of whom no event is recorded. */
export const keptEventsRow = ({ person, episodes, events }: Facts): Columns<PersonEventsTable>[] => {
  if (events.length === 0) return []
  const places = new Map(
    byId(episodes)
      .slice(0, MOST_EPISODES)
      .map(({ id }, at) => [id, digits(at, NO_EPISODE.length)]),
  )
  const pieces = events.map(
    (event) =>
      digits(eventTypeNumber(event.event_type), TYPE_DIGITS) +
      digits(dayNumber(event.event_date) + FIRST_DAY, DAY_DIGITS) +
      String(VAGUENESS.indexOf(event.event_date_precision)) +
      (places.get(event.episode_id ?? '') ?? NO_EPISODE) +
      ((event.template ?? '') === '' ? '0' : '1'),
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
  const { type, day, vagueness, episode, withTemplate } = into.columns
  for (let piece = 0; piece < told.length; piece += PIECE) {
    const row = into.filled
    const afterDay = piece + TYPE_DIGITS + DAY_DIGITS
    type[row] = numberAt(told, piece, TYPE_DIGITS)
    day[row] = numberAt(told, piece + TYPE_DIGITS, DAY_DIGITS) - FIRST_DAY
    vagueness[row] = told.charCodeAt(afterDay) - ZERO
    if (told.charCodeAt(afterDay + 1) >= ZERO) episode[row] = numberAt(told, afterDay + 1, 2)
    withTemplate[row] = told.charCodeAt(piece + PIECE - 1) - ZERO
    into.filled = row + 1
  }
}
