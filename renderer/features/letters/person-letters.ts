import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import {
  type DocumentCode,
  documentReceivedAs,
  inJourneyOrder,
  letterRuleFor,
  matchLetters,
  countedFrom,
  letterGapDays,
} from '#shared/features/journey/public.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { HospitalQuery, QueryItem } from '#shared/features/letters/schema.ts'

/** One event that brings a letter, or a letter without one, with what became of it. */
export interface PersonLetter {
  readonly id: string
  readonly document: DocumentCode
  readonly source: JourneyEvent | null
  readonly since: JourneyEvent | null
  readonly letter: JourneyEvent | null
  readonly days: number | null
  /** missing: past its day. vague: the event has no day to count from, or nothing is expected any more. */
  readonly state: 'came' | 'missing' | 'expected' | 'not_needed' | 'not_expected'
  readonly dueDate: IsoDate | null
  readonly query: HospitalQuery | null
}

const itemAbout = (
  queries: readonly HospitalQuery[],
  eventId: string,
): { query: HospitalQuery; item: QueryItem } | null => {
  for (const query of queries) {
    const item = query.items.find((one) => one.eventId === eventId && one.slot === null)
    if (item !== undefined) return { query, item }
  }
  return null
}

interface Known {
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly queries: readonly HospitalQuery[]
  readonly today: IsoDate
}

/** Everything that a person's journey brings in writing, the newest event first. */
export const personLetters = ({ events, due, queries, today }: Known): PersonLetter[] => {
  const ordered = inJourneyOrder(events)
  const answered = matchLetters(ordered)
  const used = new Set([...answered.values()].map(({ id }) => id))
  const brought = ordered.flatMap((source): PersonLetter[] => {
    const rule = letterRuleFor(source.eventType)
    if (rule === null) return []
    const letter = answered.get(source.id) ?? null
    const item = due.find(({ kind, sourceEventId }) => kind === 'letter' && sourceEventId === source.id)
    const asked = itemAbout(queries, source.id)
    const owed = item === undefined ? 'not_expected' : item.dueDate < today ? 'missing' : 'expected'
    return [
      {
        id: source.id,
        document: rule.document,
        source,
        since: countedFrom(source, ordered),
        letter,
        days: letter === null ? null : letterGapDays(source, letter),
        state: letter !== null ? 'came' : asked?.item.state === 'not_needed' ? 'not_needed' : owed,
        dueDate: item?.dueDate ?? null,
        query: asked?.query ?? null,
      },
    ]
  })
  const alone = ordered.flatMap((letter): PersonLetter[] => {
    const document = documentReceivedAs(letter.eventType)
    if (document === null || used.has(letter.id)) return []
    return [
      {
        id: letter.id,
        document,
        source: null,
        since: null,
        letter,
        days: null,
        state: 'came',
        dueDate: null,
        query: null,
      },
    ]
  })
  const dateOf = ({ source, letter }: PersonLetter): PartialDate['date'] => (source ?? letter)?.date ?? ''
  return [...brought, ...alone].toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0))
}

/** "3 of 5" for the tab: what came of what should have come by now. */
export const cameCount = (letters: readonly PersonLetter[]): { readonly came: number; readonly due: number } => {
  const counted = letters.filter(({ state, source }) => source !== null && (state === 'came' || state === 'missing'))
  return { came: counted.filter(({ state }) => state === 'came').length, due: counted.length }
}
