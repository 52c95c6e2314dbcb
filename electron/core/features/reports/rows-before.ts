import { sql } from 'kysely'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ReadDb } from '../../db/database.ts'
import { isOwnRegistration } from '../../db/own-registrations.ts'
import { letOthersWork } from '../../turn.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import type { PracticeRegistrationTable } from '../../db/schema-of-work.ts'
import { isEventNeeded, type SourceRows } from './source-people.ts'

/** A row as the history holds it. */
type Row = Readonly<Record<string, unknown>>

type SourceTable = keyof SourceRows

/** The tables that reports are made from. */
const SOURCE_TABLES = [
  'person',
  'cancer_episode',
  'journey_event',
  'hospital_query_item',
  'practice_registration',
  'learning_event',
] as const satisfies readonly SourceTable[]

/** The rows of one table that were written since, by id: as they were before; `null` where there was none. */
type Earlier = Map<string, Row | null>

/** The register as it was before everything that was written after an audit entry, as far as that touches reports. */
export interface RowsBefore {
  readonly earlier: ReadonlyMap<SourceTable, Earlier>
  /** Everybody of whom something was written since, now or then, each with the newest audit entry that did. */
  readonly people: ReadonlyMap<string, number>
  /** This practice, as its registrations name it. */
  readonly practice: { readonly ods_code: string; readonly name: string } | undefined
}

const CHANGES_A_TURN = 2000
const IDS_A_LOOK = 500

const inSlices = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, slice) => items.slice(slice * size, (slice + 1) * size))

const personColumn = (table: SourceTable): 'id' | 'person_id' => (table === 'person' ? 'id' : 'person_id')

/** The rows of a table as they are now. Every one of these tables has the columns of the one that is named. */
const rowsNow = async (db: ReadDb, table: SourceTable, ids: readonly string[]): Promise<Map<string, Row>> => {
  const found = new Map<string, Row>()
  for (const slice of inSlices(ids, IDS_A_LOOK)) {
    const rows = await db
      .selectFrom(table as 'cancer_episode')
      .selectAll()
      .where('id', 'in', slice)
      .execute()
    for (const row of rows) found.set(row.id, { ...row })
    await letOthersWork()
  }
  return found
}

interface Written {
  readonly table: SourceTable
  readonly ids: readonly string[]
  readonly kind: 'insert' | 'update' | 'remove'
  readonly before: Row | null
  readonly auditSeq: number
}

/** What was written since, the newest first. */
const writtenSince = async (db: ReadDb, auditSeq: number): Promise<Written[]> => {
  const rows = await db
    .selectFrom('change')
    .select(['seq', 'table_name', 'row_id', 'row_ids', 'kind', 'before_values', 'audit_seq'])
    .where('audit_seq', '>', auditSeq)
    .where('table_name', 'in', SOURCE_TABLES)
    .orderBy('seq', 'desc')
    .execute()
  const written: Written[] = []
  for (const [at, row] of rows.entries()) {
    if (at % CHANGES_A_TURN === CHANGES_A_TURN - 1) await letOthersWork()
    written.push({
      table: row.table_name as SourceTable,
      ids: row.row_id === null ? (JSON.parse(row.row_ids ?? '[]') as string[]) : [row.row_id],
      kind: row.kind,
      before: row.before_values === null ? null : (JSON.parse(row.before_values) as Row),
      auditSeq: row.audit_seq,
    })
  }
  return written
}

/**
 * Goes back through the history from the rows as they are now to what they were before anything after an audit entry.
 * @param auditSeq the entry; what it wrote itself stays.
 */
export const rowsBefore = async (db: ReadDb, auditSeq: number): Promise<RowsBefore> => {
  const written = await writtenSince(db, auditSeq)
  const earlier = new Map<SourceTable, Earlier>()
  const people = new Map<string, number>()
  for (const table of SOURCE_TABLES) {
    const own = written.filter((one) => one.table === table)
    const now = await rowsNow(db, table, [...new Set(own.flatMap(({ ids }) => ids))])
    const states: Earlier = new Map(now)
    const touch = (row: Row | null | undefined, by: number): void => {
      const person = row?.[personColumn(table)]
      if (typeof person === 'string') people.set(person, Math.max(people.get(person) ?? 0, by))
    }
    for (const { ids, kind, before, auditSeq: by } of own) {
      for (const id of ids) {
        const later = states.get(id) ?? null
        touch(later, by)
        if (kind === 'insert') states.set(id, null)
        else states.set(id, kind === 'remove' ? before : { ...later, ...before })
        touch(states.get(id), by)
      }
    }
    earlier.set(table, states)
  }
  const practice = await db.selectFrom('practice').select(['ods_code', 'name']).executeTakeFirst()
  return { earlier, people, practice }
}

/** A row of the history with the column that says whether an NHS number is recorded, in place of the number. */
const asSource = (table: SourceTable, row: Row): Row =>
  table === 'person' ? { ...row, has_nhs_number: row['nhs_number'] !== null } : row

/**
 * The rows of some people as they were.
 * @param now the rows of these people as they are.
 * @param until the end of the period, after which no event counts.
 */
export const sourceRowsBefore = (
  { earlier, practice }: RowsBefore,
  now: SourceRows,
  personIds: ReadonlySet<string>,
  until: IsoDate,
): SourceRows => {
  // What was kept of a table has its columns: the name of the table says which they are, here and below.
  const isWanted = (table: SourceTable, row: Row): boolean => {
    if (table === 'practice_registration')
      return isOwnRegistration(row as unknown as PracticeRegistrationTable, practice)
    return table !== 'journey_event' || isEventNeeded(row as unknown as JourneyEventTable, until)
  }
  const before = (table: SourceTable): Row[] => {
    const states = earlier.get(table) ?? new Map<string, Row | null>()
    const untouched = (now[table] as readonly (Row & { readonly id: string })[]).filter(({ id }) => !states.has(id))
    const past = [...states.values()].flatMap((row) =>
      row !== null && personIds.has(String(row[personColumn(table)])) && isWanted(table, row)
        ? [asSource(table, row)]
        : [],
    )
    return [...untouched, ...past].toSorted((a, b) => String(a['id']).localeCompare(String(b['id'])))
  }
  return Object.fromEntries(SOURCE_TABLES.map((table) => [table, before(table)])) as unknown as SourceRows
}

/** When audit entries were written, and by whom. */
export const writersOf = async (
  db: ReadDb,
  seqs: readonly number[],
): Promise<Map<number, { readonly at: string; readonly by: string }>> => {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'user_name'])
    .where('seq', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(seqs)}))`)
    .execute()
  return new Map(rows.map(({ seq, at, user_name: by }) => [seq, { at, by }]))
}
