import { sql } from 'kysely'
import type { PersonLine } from '#shared/domain/person-line.ts'
import type { ReadDb } from './database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from './person-line.ts'

/** The lines of these people, by id. */
export const linesOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, PersonLine>> => {
  const rows = await db.selectFrom('person').select(PERSON_LINE_COLUMNS).where('person.id', 'in', ids).execute()
  return new Map(rows.flatMap((row) => personLineFrom(row) ?? []).map((line) => [line.id, line]))
}

/** All of these people. */
const EVERYBODY = -1

/** These people by name: all of them, or one page. */
export const idsByName = async (
  db: ReadDb,
  ids: readonly string[],
  offset = 0,
  limit = EVERYBODY,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('person_summary')
    .select('person_id')
    .where('person_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy('sort_name')
    .orderBy('person_id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => row.person_id)
}
