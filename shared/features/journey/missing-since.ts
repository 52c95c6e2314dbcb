import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { missingLetters } from './due-rules.ts'
import type { RuleEvent } from './letter-matching.ts'
import type { DueItem } from './schema.ts'

/** A letter that should be here, and what nobody has written about. */
export interface MissingLetter {
  readonly item: DueItem
  readonly source: RuleEvent
  /** What people count from: the operation of a stay rather than the discharge after it. */
  readonly since: RuleEvent
}

/** A stay in hospital this long still belongs to the operation at its start. */
const LONGEST_STAY_DAYS = 60

/**
 * What people count the wait from: the operation or admission that a discharge ends; the event itself for everything
 * else.
 */
export const countedFrom = <Event extends Pick<RuleEvent, 'id' | 'eventType' | 'date' | 'precision'>>(
  source: Event,
  events: readonly Event[],
): Event => {
  if (source.eventType !== 'discharged') return source
  const firstDay = addDays(source.date, -LONGEST_STAY_DAYS)
  const stay = events.filter((event) => event.date <= source.date && event.date >= firstDay && event.id !== source.id)
  const lastDischarge = stay.filter((event) => event.eventType === 'discharged').at(-1)?.date ?? ''
  const sameStay = stay.filter((event) => event.date > lastDischarge && event.precision === 'day')
  const operation = sameStay.find((event) => event.eventType === 'surgery')
  const admission = sameStay.find((event) => ['admitted', 'emergency_admission'].includes(event.eventType))
  return operation ?? admission ?? source
}

/** Letters past their day whose event is known, the longest wait first. */
export const missingSince = (events: readonly RuleEvent[], due: readonly DueItem[], today: IsoDate): MissingLetter[] =>
  missingLetters(due, today)
    .flatMap((item) => {
      const source = events.find((event) => event.id === item.sourceEventId)
      return source === undefined ? [] : [{ item, source, since: countedFrom(source, events) }]
    })
    .toSorted((a, b) => (a.since.date === b.since.date ? compareIds(a, b) : a.since.date < b.since.date ? -1 : 1))

const compareIds = (a: MissingLetter, b: MissingLetter): number => (a.source.id < b.source.id ? -1 : 1)
