import { dayNumber } from '#shared/domain/calendar.ts'
import { eventTypeNumber, VAGUENESS, type EventColumns } from '#shared/features/measures/facts.ts'
import type { Columns } from '../db/insert-rows.ts'
import type { PersonEventsTable } from '../db/schema-of-work.ts'
import type { Facts } from './person-facts.ts'

/**
 * A person's events as one row keeps them. `types` are their codes with blanks between. `days` are as many pieces of
 * one length: the day from 1 March of the year 0, how vague it is (0 day, 1 month, 2 year), the place of the diagnosis
 * among the person's by id or `--`, and 1 where a template is named.
 */
const DAY_DIGITS = 7
const PIECE = DAY_DIGITS + 4
/** Makes every day that can be recorded positive. */
const FIRST_DAY = 719_468
const NO_EPISODE = '--'
const MOST_EPISODES = 100

/** Diagnoses in the order in which the kept events number them. */
export const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The row of a person; none for somebody of whom no event is recorded. */
export const keptEventsRow = ({ person, episodes, events }: Facts): Columns<PersonEventsTable>[] => {
  if (events.length === 0) return []
  const places = new Map(
    episodes.length === 0
      ? []
      : byId(episodes)
          .slice(0, MOST_EPISODES)
          .map(({ id }, at) => [id, String(at).padStart(2, '0')]),
  )
  let types = ''
  let days = ''
  for (const event of events) {
    types += types === '' ? event.event_type : ` ${event.event_type}`
    days +=
      String(dayNumber(event.event_date) + FIRST_DAY).padStart(DAY_DIGITS, '0') +
      String(VAGUENESS.indexOf(event.event_date_precision)) +
      (places.get(event.episode_id ?? '') ?? NO_EPISODE) +
      ((event.template ?? '') === '' ? '0' : '1')
  }
  return [{ person_id: person.id, types, days }]
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
export const keptCount = (days: string): number => days.length / PIECE

const ZERO = 48

/** Adds the events of one person to the columns, in the order in which they are kept. */
export const fillColumns = (
  into: ColumnsBeingFilled,
  { types, days }: Pick<PersonEventsTable, 'types' | 'days'>,
): void => {
  const { type, day, vagueness, episode, withTemplate } = into.columns
  let at = 0
  for (const code of types.split(' ')) {
    const row = into.filled
    let number = 0
    for (let digit = at; digit < at + DAY_DIGITS; digit += 1) number = number * 10 + days.charCodeAt(digit) - ZERO
    type[row] = eventTypeNumber(code)
    day[row] = number - FIRST_DAY
    vagueness[row] = days.charCodeAt(at + DAY_DIGITS) - ZERO
    const tens = days.charCodeAt(at + DAY_DIGITS + 1) - ZERO
    if (tens >= 0) episode[row] = tens * 10 + days.charCodeAt(at + DAY_DIGITS + 2) - ZERO
    withTemplate[row] = days.charCodeAt(at + PIECE - 1) - ZERO
    into.filled = row + 1
    at += PIECE
  }
}
