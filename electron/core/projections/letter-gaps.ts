import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  countedFrom,
  documentReceivedAs,
  LETTER_RULES,
  letterGapDays,
  type LetterBook,
  type RuleEvent,
} from '#shared/features/journey/public.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import { bookFrom, LETTER_SETTING_ID, letterSettingFrom } from '#shared/features/letters/public.ts'
import type { WriteHandle } from '../db/database.ts'
import type { Columns } from '../db/insert-rows.ts'
import type { NewPerson } from '../db/recorder.ts'
import type { HospitalQueryItemTable, LetterGapTable, LetterWaitTable } from '../db/schema-of-work.ts'
import type { Facts } from './person-facts.ts'

/** How long letters took, and which are still to come: kept so that a list of them is one range of an index. */

type ItemFacts = Pick<HospitalQueryItemTable, 'id' | 'query_id' | 'event_id' | 'document' | 'slot' | 'state'> & {
  readonly opened_on: IsoDate
  readonly hospital: string | null
}

/** What the letters of some people rest on beside their own rows. */
export interface LetterFacts {
  readonly book: LetterBook
  readonly hospitalOfPathway: ReadonlyMap<string, string>
  readonly itemsOf: ReadonlyMap<string, readonly ItemFacts[]>
}

/** The days that letters may take at this practice. */
export const letterBook = ({ statements }: WriteHandle): LetterBook => {
  const row = statements.prepare('SELECT value FROM setting WHERE id = ?').get(LETTER_SETTING_ID)
  return bookFrom(letterSettingFrom(row === undefined ? null : (row['value'] as string)))
}

const itemsOfNew = ({ queries = [], queryItems = [] }: NewPerson): ItemFacts[] =>
  queryItems.flatMap((item) => {
    const query = queries.find(({ id }) => id === item.query_id)
    if (query === undefined || item.state === 'answered') return []
    const { id, query_id, event_id = null, document = null, slot = null, state } = item
    return [
      { id, query_id, event_id, document, slot, state, opened_on: query.opened_on, hospital: query.hospital ?? null },
    ]
  })

/** The same for people who were stored in this transaction, from the rows in hand. */
export const letterFactsOf = (handle: WriteHandle, people: readonly NewPerson[]): LetterFacts => ({
  book: letterBook(handle),
  hospitalOfPathway: new Map(
    people.flatMap(({ pathways = [] }) =>
      pathways.flatMap(({ id, hospital = null }) => (hospital === null ? [] : [[id, hospital]])),
    ),
  ),
  itemsOf: new Map(
    people.flatMap((one) => ((one.queryItems ?? []).length === 0 ? [] : [[one.person.id, itemsOfNew(one)]])),
  ),
})

/** What has been asked about these people, and where their pathways lead. */
export const readLetterFacts = async (handle: WriteHandle, ids: readonly string[]): Promise<LetterFacts> => {
  const items = await handle.db
    .selectFrom('hospital_query_item as item')
    .innerJoin('hospital_query as query', 'query.id', 'item.query_id')
    .select(['item.id', 'item.person_id', 'item.query_id', 'item.event_id', 'item.document', 'item.slot', 'item.state'])
    .select(['query.opened_on', 'query.hospital'])
    .where('item.person_id', 'in', ids)
    .where('item.state', 'in', ['open', 'not_needed'])
    .execute()
  const pathways = await handle.db
    .selectFrom('pathway')
    .select(['id', 'hospital'])
    .where('person_id', 'in', ids)
    .where('hospital', 'is not', null)
    .execute()
  return {
    book: letterBook(handle),
    hospitalOfPathway: new Map(pathways.map(({ id, hospital }) => [id, hospital ?? ''])),
    itemsOf: Map.groupBy(items, (item) => item.person_id),
  }
}

/** Events whose letter somebody said is not needed. */
export const lettersNotNeeded = ({ itemsOf }: LetterFacts, personId: string): ReadonlySet<string> | undefined => {
  const items = itemsOf.get(personId)
  if (items === undefined) return undefined
  return new Set(
    items.flatMap(({ state, event_id, slot }) => (state === 'not_needed' && slot === null ? (event_id ?? []) : [])),
  )
}

/** Where something happened: as the event says, else its pathway, else its diagnosis. */
const hospitalLookup = ({ events, episodes }: Facts, { hospitalOfPathway }: LetterFacts) => {
  const byId = new Map(events.map((event) => [event.id, event]))
  return (eventId: string): string | null => {
    const event = byId.get(eventId)
    if (event === undefined) return null
    const ofPathway = event.pathway_id === null ? undefined : hospitalOfPathway.get(event.pathway_id)
    return event.hospital ?? ofPathway ?? episodes.find(({ id }) => id === event.episode_id)?.hospital ?? null
  }
}

/**
 * Every letter that came, with the days it took.
 * @param events the person's, in journey order.
 * @param answered the letter that came, by the event it is about.
 */
export const letterGapRows = (
  facts: Facts,
  events: readonly RuleEvent[],
  answered: ReadonlyMap<string, RuleEvent>,
  letters: LetterFacts,
): Columns<LetterGapTable>[] => {
  const hospitalOf = hospitalLookup(facts, letters)
  const sources = new Map<string, RuleEvent>()
  const byId = new Map(events.map((event) => [event.id, event]))
  for (const [eventId, letter] of answered) {
    const source = byId.get(eventId)
    if (source !== undefined && !sources.has(letter.id)) sources.set(letter.id, source)
  }
  return events.flatMap((letter) => {
    const document = documentReceivedAs(letter.eventType)
    if (document === null) return []
    const source = sources.get(letter.id)
    const days = source === undefined ? null : letterGapDays(source, letter)
    return [
      {
        person_id: facts.person.id,
        event_id: source?.id ?? null,
        letter_event_id: letter.id,
        document,
        hospital: (source === undefined ? null : hospitalOf(source.id)) ?? hospitalOf(letter.id),
        event_date: source?.date ?? null,
        letter_date: letter.date,
        days: days !== null && days >= 0 ? days : null,
      },
    ]
  })
}

/**
 * Letters that are late, due or expected, and whatever else was asked for and has not come. What lapsed by today is
 * left out: nobody waits for it any more.
 * @param due what the rules say is owed.
 */
export const letterWaitRows = (
  facts: Facts,
  events: readonly RuleEvent[],
  due: readonly DueItem[],
  letters: LetterFacts,
  today: IsoDate,
): Columns<LetterWaitTable>[] => {
  const open = (letters.itemsOf.get(facts.person.id) ?? []).filter(({ state }) => state === 'open')
  const owed = due.filter(({ kind, lapsesDate }) => kind === 'letter' && (lapsesDate === null || lapsesDate >= today))
  if (open.length === 0 && owed.length === 0) return []
  const hospitalOf = hospitalLookup(facts, letters)
  const placed = new Set<string>()
  const person_id = facts.person.id
  const rows = owed.flatMap(({ document, dueDate, lapsesDate, sourceEventId }): Columns<LetterWaitTable>[] => {
    const source = events.find(({ id }) => id === sourceEventId)
    if (source === undefined) return []
    const since = countedFrom(source, events)
    const item = open.find(({ event_id, slot }) => event_id === source.id && slot === null)
    if (item !== undefined) placed.add(item.id)
    return [
      {
        person_id,
        event_id: source.id,
        item_id: item?.id ?? null,
        document,
        slot: null,
        hospital: hospitalOf(source.id) ?? item?.hospital ?? null,
        event_date: source.date,
        since_event_id: since.id,
        since_date: since.date,
        due_date: dueDate,
        lapses_date: lapsesDate ?? addDays(dueDate, LETTER_RULES.lapseAfterDays),
        query_id: item?.query_id ?? null,
      },
    ]
  })
  const died = facts.person.death_date !== null || events.some(({ eventType }) => eventType === 'died')
  const asked = open.filter(({ id }) => !placed.has(id) && !died)
  return [
    ...rows,
    ...asked.map((item) => {
      const source = events.find(({ id }) => id === item.event_id)
      return {
        person_id,
        event_id: item.event_id,
        item_id: item.id,
        document: item.document,
        slot: item.slot,
        hospital: (source === undefined ? null : hospitalOf(source.id)) ?? item.hospital,
        event_date: source?.date ?? item.opened_on,
        since_event_id: source?.id ?? null,
        since_date: source?.date ?? item.opened_on,
        due_date: item.opened_on,
        lapses_date: addDays(item.opened_on, LETTER_RULES.lapseAfterDays),
        query_id: item.query_id,
      }
    }),
  ]
}
