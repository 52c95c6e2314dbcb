import { comparePartialDates, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { inJourneyOrder } from './journey-order.ts'
import { type LetterStatus, letterStatuses } from './letter-status.ts'
import type { DueItem, JourneyEvent } from './schema.ts'
import { days, dueLabel, eventLabel, fullDate, howWords, laneLabel, toldByLabel } from './words.ts'

/** One line of the journey as a table. */
export interface JourneyRow {
  readonly id: string
  readonly when: PartialDate
  readonly date: string
  readonly what: string
  readonly who: string
  readonly toldBy: string
  readonly letter: LetterStatus | null
  /** How, by whom, where and with what, as far as it was said. */
  readonly how: string
  readonly note: string
  /** happened, late or still to come. */
  readonly state: 'happened' | 'late' | 'to-come'
}

const eventRow = (event: JourneyEvent, statuses: ReadonlyMap<string, LetterStatus>): JourneyRow => ({
  id: event.id,
  when: event,
  date: fullDate(event),
  what: eventLabel(event.eventType),
  who: laneLabel(event.lane),
  toldBy: event.toldBy === null ? '' : toldByLabel(event.toldBy),
  letter: statuses.get(event.id) ?? null,
  how: howWords(event),
  note: event.note ?? '',
  state: 'happened',
})

/** Letters are told at their events; contacts have a line of their own. */
const contactRow = (item: DueItem, today: IsoDate): JourneyRow => {
  const when = { date: item.dueDate, precision: 'day' as const }
  const late = daysBetween(item.dueDate, today)
  return {
    id: `${item.kind}:${item.dueDate}`,
    when,
    date: fullDate(when),
    what: `${dueLabel(item)}, ${late > 0 ? `${days(late)} late` : 'due'}`,
    who: laneLabel('primary'),
    toldBy: '',
    letter: null,
    how: '',
    note: '',
    state: late > 0 ? 'late' : 'to-come',
  }
}

/** The whole journey as rows, the oldest first, in the order of the strip. */
export const journeyRows = (events: readonly JourneyEvent[], due: readonly DueItem[], today: IsoDate): JourneyRow[] => {
  const ordered = inJourneyOrder(events)
  const statuses = letterStatuses(ordered, due, today)
  const rows = [
    ...ordered.map((event) => eventRow(event, statuses)),
    ...due
      .filter((item) => item.kind !== 'letter' && (item.lapsesDate === null || item.lapsesDate >= today))
      .map((item) => contactRow(item, today)),
  ]
  return rows.toSorted((a, b) => comparePartialDates(a.when, b.when))
}
