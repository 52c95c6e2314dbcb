import type { ReadDb } from './database.ts'
import { listed } from './listed.ts'
import type { RecordedTables } from './schema.ts'
import { TABLES_OF_PEOPLE } from './shareable-people.ts'

/** Changes are followed one by one up to so many: beyond that everything is read as fast. */
const MOST = 400

/** Tables that say nothing of the people on the register. */
const isOfNobody = (table: string): boolean =>
  table === 'contact' || table === 'measure_mark' || table.startsWith('plan') || table.startsWith('toolkit_')

/** Tables whose rows name the person that they tell of in `person_id`. */
type TableOfPeople = 'cancer_episode' | 'journey_event' | 'pathway' | 'practice_registration' | 'task'

const ofRows = async (db: ReadDb, table: string, ids: readonly string[]): Promise<(string | null)[]> => {
  if (table === 'person') return [...ids]
  const rows = await db
    .selectFrom(table as TableOfPeople & keyof RecordedTables)
    .select('person_id')
    .where('id', 'in', listed(ids))
    .execute()
  return rows.map((row) => row.person_id)
}

interface Before {
  readonly person_id?: string | null
}

/**
 * Whom the changes since the history went so far are about, those who are gone among them.
 * @returns null where they are too many to follow, or may be about everybody, as a setting is.
 */
export const changedPeople = async (db: ReadDb, seq: number): Promise<ReadonlySet<string> | null> => {
  const changes = await db
    .selectFrom('change')
    .select(['table_name', 'row_id', 'row_ids', 'before_values'])
    .where('seq', '>', seq)
    .limit(MOST + 1)
    .execute()
  if (changes.length > MOST) return null
  const people = new Set<string>()
  for (const [table, rows] of Map.groupBy(changes, ({ table_name }) => table_name)) {
    if (isOfNobody(table)) continue
    if (!TABLES_OF_PEOPLE.has(table)) return null
    const ids = rows.flatMap(({ row_id, row_ids }) =>
      row_ids === null ? (row_id ?? []) : (JSON.parse(row_ids) as string[]),
    )
    if (ids.length > MOST) return null
    const before = rows.map(({ before_values }) => (JSON.parse(before_values ?? '{}') as Before).person_id ?? null)
    for (const id of [...(await ofRows(db, table, ids)), ...before]) if (id !== null) people.add(id)
  }
  return people
}
