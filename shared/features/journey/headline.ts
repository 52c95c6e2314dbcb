import { daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { inJourneyOrder } from './journey-order.ts'
import type { RuleEvent } from './letter-matching.ts'
import { letterRuleFor } from './letter-rules.ts'
import { missingSince } from './missing-since.ts'
import type { DueItem } from './schema.ts'
import { days, dueLabel, fullDate, nearDate, sentence, waitedSince } from './words.ts'

export interface JourneyFacts {
  readonly events: readonly RuleEvent[]
  readonly due: readonly DueItem[]
  /** As it stands with the person's details: an event that says so may be missing. */
  readonly deathDate: PartialDate | null
  readonly today: IsoDate
}

const lateContact = (due: readonly DueItem[], today: IsoDate): string | null => {
  const item = due
    .filter((item) => item.kind !== 'letter' && item.dueDate < today && (item.lapsesDate ?? today) >= today)
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))[0]
  return item === undefined ? null : `${dueLabel(item)} is ${days(daysBetween(item.dueDate, today))} late`
}

/**
 * What the strip shows, in one sentence, the worst first: a letter that has not come, a contact that is late, else
 * how things stand. It blames nobody and names nobody.
 */
export const journeyHeadline = ({ events, due, deathDate, today }: JourneyFacts): string => {
  const died = events.find((event) => event.eventType === 'died') ?? deathDate
  if (died !== null) return `Died ${fullDate(died)}`
  const ordered = inJourneyOrder(events)
  const [worst] = missingSince(ordered, due, today)
  if (worst !== undefined) {
    return `${sentence(waitedSince(worst.since, today))} and still no letter`
  }
  const contact = lateContact(due, today)
  if (contact !== null) return contact
  if (events.length === 0) return 'Nothing logged yet'
  const next = due
    .filter((item) => item.kind === 'letter' && item.dueDate >= today)
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))[0]
  if (next !== undefined) {
    return `Every letter so far is here, the next is due ${nearDate({ date: next.dueDate, precision: 'day' }, today)}`
  }
  return events.some((event) => letterRuleFor(event.eventType) !== null)
    ? 'Every expected letter is here'
    : 'No letter is expected yet'
}
