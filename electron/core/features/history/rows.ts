import type { ReadDb } from '../../db/database.ts'
import type { ChangeTable } from '../../db/schema.ts'
import type { RecordedTable } from '../../db/recorder.ts'
import type { StoredRow } from '#shared/features/history/change-words.ts'

/** Every table that holds rows of one person, with the column that says whose they are. */
export const TABLES_OF_A_PERSON = [
  'practice_registration',
  'cancer_episode',
  'pathway',
  'journey_event',
  'pathway_sign_off',
  'clock_adjustment',
  'treatment_summary',
  'hospital_query',
  'hospital_query_item',
  'hospital_query_step',
  'task',
  'learning_event',
  'learning_action',
  'toolkit_document',
  'put_off',
  'check_override',
  'not_same_person',
  'merged_person',
  'reconciliation_item',
] as const satisfies readonly RecordedTable[]

export interface OwnRow {
  readonly table: string
  readonly row: StoredRow
}

/** The rows of one person as they are now, by id. @param personIds the person and the records merged into them. */
export const rowsOfPerson = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, OwnRow>> => {
  const found = new Map<string, OwnRow>()
  const keep = (table: string, rows: readonly object[]): void => {
    for (const row of rows) {
      const stored = row as StoredRow
      found.set(String(stored['id']), { table, row: stored })
    }
  }
  keep('person', await db.selectFrom('person').selectAll().where('id', 'in', personIds).execute())
  for (const table of TABLES_OF_A_PERSON) {
    // Every table of the list has these two columns; the cast names one of them for the builder.
    const one = table as 'cancer_episode'
    keep(table, await db.selectFrom(one).selectAll().where('person_id', 'in', personIds).execute())
  }
  return found
}

export interface Change extends Omit<ChangeTable, 'before_values' | 'after_values' | 'row_ids'> {
  readonly before: StoredRow | null
  readonly after: StoredRow | null
  readonly rowIds: readonly string[]
}

const parsedRow = (json: string | null): StoredRow | null => (json === null ? null : (JSON.parse(json) as StoredRow))

const changeFrom = ({ before_values, after_values, row_ids, ...change }: ChangeTable): Change => ({
  ...change,
  before: parsedRow(before_values),
  after: parsedRow(after_values),
  rowIds: change.row_id === null ? (JSON.parse(row_ids ?? '[]') as string[]) : [change.row_id],
})

/** Notes of what was done under these audit entries. Long lists are left out: an import keeps its own record. */
export const changesOfEntries = async (db: ReadDb, seqs: readonly number[]): Promise<Change[]> => {
  if (seqs.length === 0) return []
  return (await db.selectFrom('change').selectAll().where('audit_seq', 'in', seqs).execute()).map(changeFrom)
}

/** Notes about these rows, whoever the audit entry was about. */
export const changesOfRows = async (db: ReadDb, rowIds: readonly string[]): Promise<Change[]> => {
  if (rowIds.length === 0) return []
  return (await db.selectFrom('change').selectAll().where('row_id', 'in', rowIds).execute()).map(changeFrom)
}

/** The audit entry under which people came in together with this one, if they did. */
export const entryOfArrival = async (db: ReadDb, personId: string): Promise<number | null> => {
  const row = await db
    .selectFrom('change')
    .select('audit_seq')
    .where('table_name', '=', 'person')
    .where('row_ids', 'is not', null)
    .where('row_ids', 'like', `%"${personId}"%`)
    .orderBy('seq')
    .executeTakeFirst()
  return row?.audit_seq ?? null
}
