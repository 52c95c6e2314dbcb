import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { Asked, LetterRow } from '#shared/features/letters/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import type { LetterGapTable, LetterWaitTable } from '../../db/schema-of-work.ts'

/** What a page of letters shows beside the letters themselves, read for that page only. */

interface Happening {
  readonly eventType: string
  readonly date: IsoDate
  readonly precision: 'day' | 'month' | 'year'
}

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))]

const peopleOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, LetterRow['person']>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(PERSON_LINE_COLUMNS).where('id', 'in', ids).execute()
  return new Map(
    rows.flatMap((row) => {
      const line = personLineFrom(row)
      return line === null ? [] : [[line.id, line] as const]
    }),
  )
}

const happeningsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, Happening>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('journey_event')
    .select(['id', 'event_type as eventType', 'event_date as date', 'event_date_precision as precision'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...happening }) => [id, happening]))
}

/** How far asking has come, by query. */
export const askedOf = async (db: ReadDb, queryIds: readonly string[]): Promise<Map<string, Asked>> => {
  if (queryIds.length === 0) return new Map()
  const queries = await db.selectFrom('hospital_query').selectAll().where('id', 'in', queryIds).execute()
  const steps = await db
    .selectFrom('hospital_query_step')
    .select(['query_id', 'kind', 'happened_on'])
    .where('query_id', 'in', queryIds)
    .where('kind', 'in', ['letter', 'call'])
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  const last = new Map(steps.map((step) => [step.query_id, step]))
  return new Map(
    queries.map((query) => {
      const step = last.get(query.id)
      return [
        query.id,
        {
          queryId: query.id,
          version: query.version,
          openedOn: query.opened_on,
          lastKind: step === undefined ? null : step.kind === 'call' ? 'call' : 'letter',
          lastOn: step?.happened_on ?? null,
          promisedFor: query.promised_for,
          ringAgainOn: query.ring_again_on,
        },
      ]
    }),
  )
}

const wordsAsked = async (db: ReadDb, itemIds: readonly string[]): Promise<Map<string, string | null>> => {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('hospital_query_item')
    .select(['id', 'asked_for'])
    .where('id', 'in', itemIds)
    .execute()
  return new Map(rows.map(({ id, asked_for }) => [id, asked_for]))
}

/** Letters still to come, as the lists show them, in the order given. */
export const waitingRows = async (db: ReadDb, waits: readonly LetterWaitTable[]): Promise<LetterRow[]> => {
  const people = await peopleOf(db, known(waits.map(({ person_id }) => person_id)))
  const happenings = await happeningsOf(
    db,
    known(waits.flatMap(({ event_id, since_event_id }) => [event_id, since_event_id])),
  )
  const asked = await askedOf(db, known(waits.map(({ query_id }) => query_id)))
  const words = await wordsAsked(
    db,
    known(waits.flatMap(({ item_id, document }) => (document === null ? [item_id] : []))),
  )
  return waits.flatMap((wait): LetterRow[] => {
    const person = people.get(wait.person_id)
    if (person === undefined) return []
    return [
      {
        id: wait.slot === null && wait.event_id !== null ? wait.event_id : (wait.item_id ?? wait.person_id),
        person,
        eventId: wait.event_id,
        itemId: wait.item_id,
        document: wait.document as LetterRow['document'],
        slot: wait.slot as LetterRow['slot'],
        askedFor: words.get(wait.item_id ?? '') ?? null,
        hospital: wait.hospital,
        source: happenings.get(wait.event_id ?? '') ?? null,
        since: happenings.get(wait.since_event_id ?? '') ?? null,
        dueDate: wait.due_date,
        asked: asked.get(wait.query_id ?? '') ?? null,
        arrived: null,
      },
    ]
  })
}

/** Letters that came, as the lists show them, in the order given. */
export const arrivedRows = async (db: ReadDb, gaps: readonly LetterGapTable[]): Promise<LetterRow[]> => {
  const people = await peopleOf(db, known(gaps.map(({ person_id }) => person_id)))
  const happenings = await happeningsOf(
    db,
    known(gaps.flatMap(({ event_id, letter_event_id }) => [event_id, letter_event_id])),
  )
  return gaps.flatMap((gap): LetterRow[] => {
    const person = people.get(gap.person_id)
    const letter = happenings.get(gap.letter_event_id)
    if (person === undefined || letter === undefined) return []
    const source = happenings.get(gap.event_id ?? '') ?? null
    return [
      {
        id: gap.letter_event_id,
        person,
        eventId: gap.event_id,
        itemId: null,
        document: gap.document as LetterRow['document'],
        slot: null,
        askedFor: null,
        hospital: gap.hospital,
        source,
        since: source,
        dueDate: null,
        asked: null,
        arrived: { eventId: gap.letter_event_id, date: letter.date, precision: letter.precision, days: gap.days },
      },
    ]
  })
}
