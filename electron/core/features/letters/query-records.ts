import { AppError } from '#shared/contract/errors.ts'
import type { HospitalQuery, QueryItem } from '#shared/features/letters/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { HospitalQueryItemTable, HospitalQueryTable } from '../../db/schema-of-work.ts'

const itemFrom = (row: HospitalQueryItemTable): QueryItem => ({
  id: row.id,
  eventId: row.event_id,
  document: row.document as QueryItem['document'],
  slot: row.slot as QueryItem['slot'],
  askedFor: row.asked_for,
  state: row.state,
  answerEventId: row.answer_event_id,
})

const withWork = async (db: ReadDb, queries: readonly HospitalQueryTable[]): Promise<HospitalQuery[]> => {
  if (queries.length === 0) return []
  const ids = queries.map(({ id }) => id)
  const items = await db
    .selectFrom('hospital_query_item')
    .selectAll()
    .where('query_id', 'in', ids)
    .orderBy('id')
    .execute()
  const steps = await db
    .selectFrom('hospital_query_step')
    .selectAll()
    .where('query_id', 'in', ids)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  return queries.map((query) => ({
    id: query.id,
    version: query.version,
    subject: query.subject,
    hospital: query.hospital,
    department: query.department,
    phone: query.phone,
    state: query.state,
    openedOn: query.opened_on,
    closedOn: query.closed_on,
    promisedFor: query.promised_for,
    ringAgainOn: query.ring_again_on,
    items: items.filter((item) => item.query_id === query.id).map(itemFrom),
    steps: steps
      .filter((step) => step.query_id === query.id)
      .map(({ id, kind, happened_on, spoke_to, note, by_name }) => ({
        id,
        kind,
        happenedOn: happened_on,
        spokeTo: spoke_to,
        note,
        byName: by_name,
      })),
  }))
}

/** Everything asked about a person, the newest first. */
export const queriesOfPerson = async (db: ReadDb, personId: string): Promise<HospitalQuery[]> =>
  withWork(
    db,
    await db
      .selectFrom('hospital_query')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('opened_on', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  )

const GONE = 'This question is no longer on the register. It may have been taken back on another screen.'

/** One question of a person. @throws AppError `not-found`. */
export const queryOfPerson = async (db: ReadDb, personId: string, queryId: string): Promise<HospitalQuery> => {
  const row = await queryRow(db, queryId)
  if (row.person_id !== personId) throw new AppError('not-found', GONE)
  const [query] = await withWork(db, [row])
  if (query === undefined) throw new AppError('not-found', GONE)
  return query
}

/** @throws AppError `not-found`. */
export const queryRow = async (db: ReadDb, queryId: string): Promise<HospitalQueryTable> => {
  const row = await db.selectFrom('hospital_query').selectAll().where('id', '=', queryId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', GONE)
  return row
}
