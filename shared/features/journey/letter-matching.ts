import { dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { type DocumentCode, documentReceivedAs, letterRuleFor } from './letter-rules.ts'

/** What the rules need to know of an event. */
export interface RuleEvent {
  readonly id: string
  readonly episodeId: string | null
  readonly eventType: string
  readonly date: IsoDate
  readonly precision: PartialDate['precision']
  readonly answersEventId: string | null
}

/** Whether a dated thing can have happened on or after a day. "Sep 2026" can be after 4 Sep 2026. */
export const canBeSince = (event: PartialDate, day: IsoDate): boolean => dateSpan(event).to >= day

/**
 * Pairs each expected letter with the one that came: first those that name their event, then, in order, the first
 * unused letter of the same kind that can have come on or after the event. Every letter answers one event only.
 * @param events in journey order.
 * @returns event id → letter, for the events that were answered.
 */
export const matchLetters = <Event extends RuleEvent>(events: readonly Event[]): Map<string, Event> => {
  const answered = new Map<string, Event>()
  const free: { letter: Event; document: DocumentCode }[] = []
  for (const letter of events) {
    const document = documentReceivedAs(letter.eventType)
    if (letter.answersEventId !== null) {
      if (!answered.has(letter.answersEventId)) answered.set(letter.answersEventId, letter)
    } else if (document !== null) free.push({ letter, document })
  }
  for (const event of events) {
    const rule = letterRuleFor(event.eventType)
    if (rule === null || answered.has(event.id)) continue
    const at = free.findIndex(({ letter, document }) => document === rule.document && canBeSince(letter, event.date))
    const [found] = at === -1 ? [] : free.splice(at, 1)
    if (found !== undefined) answered.set(event.id, found.letter)
  }
  return answered
}

/** Days from a hospital event to the letter about it; null when either day is not known. */
export const letterGapDays = (event: PartialDate, letter: PartialDate): number | null =>
  event.precision === 'day' && letter.precision === 'day' ? daysBetween(event.date, letter.date) : null
