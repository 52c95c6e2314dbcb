import { dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { type DocumentCode, documentReceivedAs, LETTER_RULES, letterRuleFor } from './letter-rules.ts'

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

interface Pair<Event> {
  readonly event: Event
  readonly letter: Event
}

/**
 * Pairs letters of one kind with the events that bring it: each letter with the nearest event before it that has none
 * yet, so that one letter which never came does not push every later one to the event before its own. Letters that
 * come close together then change places, so that the earliest answers the earliest.
 * @param events in journey order.
 */
const pairNearest = <Event extends RuleEvent>(events: readonly Event[], letters: readonly Event[]): Pair<Event>[] => {
  const arrivals = letters
    .map((letter) => ({ letter, by: dateSpan(letter).to }))
    .toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
  const pairs: Pair<Event>[] = []
  const near: (Pair<Event> & { readonly at: number })[] = []
  const open: { readonly at: number; readonly event: Event }[] = []
  let at = 0
  for (const { letter, by } of arrivals) {
    for (let event = events[at]; event !== undefined && event.date <= by; event = events[at]) {
      open.push({ at, event })
      at += 1
    }
    const nearest = open.pop()
    if (nearest === undefined) continue
    const days = daysBetween(dateSpan(nearest.event).to, letter.date)
    if (days <= LETTER_RULES.inOrderDays) near.push({ ...nearest, letter })
    else if (days <= LETTER_RULES.lapseAfterDays) pairs.push({ event: nearest.event, letter })
  }
  for (const [index, { event }] of near.toSorted((a, b) => a.at - b.at).entries()) {
    const letter = near[index]?.letter
    if (letter !== undefined) pairs.push({ event, letter })
  }
  return pairs
}

const addTo = <Event>(groups: Map<DocumentCode, Event[]>, document: DocumentCode, event: Event): void => {
  const group = groups.get(document)
  if (group === undefined) groups.set(document, [event])
  else group.push(event)
}

/**
 * Pairs each expected letter with the one that came: first those that name their event, then each other letter with
 * the nearest event of a fitting kind that it can have come after. Letters close together keep their order. A letter
 * answers one event only, and by itself none that is so old that nobody asks for its letter any more.
 * @param events in journey order.
 * @returns event id → letter, for the events that were answered.
 */
export const matchLetters = <Event extends RuleEvent>(events: readonly Event[]): Map<string, Event> => {
  const answered = new Map<string, Event>()
  const free = new Map<DocumentCode, Event[]>()
  for (const letter of events) {
    const document = documentReceivedAs(letter.eventType)
    if (letter.answersEventId !== null) {
      if (!answered.has(letter.answersEventId)) answered.set(letter.answersEventId, letter)
    } else if (document !== null) addTo(free, document, letter)
  }
  if (free.size === 0) return answered
  const waiting = new Map<DocumentCode, Event[]>()
  for (const event of events) {
    const rule = letterRuleFor(event.eventType)
    if (rule !== null && free.has(rule.document) && !answered.has(event.id)) addTo(waiting, rule.document, event)
  }
  for (const [document, brought] of waiting)
    for (const { event, letter } of pairNearest(brought, free.get(document) ?? [])) answered.set(event.id, letter)
  return answered
}

/** Days from a hospital event to the letter about it; null when either day is not known. */
export const letterGapDays = (event: PartialDate, letter: PartialDate): number | null =>
  event.precision === 'day' && letter.precision === 'day' ? daysBetween(event.date, letter.date) : null
