import { fieldChanges, type RecordNames, rowTitle, type StoredRow } from '#shared/features/history/change-words.ts'
import type { HistoryEntry, RowChange } from '#shared/features/history/contract.ts'
import { isUndoneFromItsList, sentenceFor, staysDone } from '#shared/features/audit/public.ts'
import type { ReadDb } from '../../db/database.ts'
import type { AuditEntryTable } from '../../db/schema.ts'
import { type Change, changesOfEntries, changesOfRows, entryOfArrival, type OwnRow, rowsOfPerson } from './rows.ts'

/** Looking at a record changes nothing about it. */
const LOOKING = ['view']

const personIdsOf = async (db: ReadDb, personId: string): Promise<string[]> => {
  const merged = await db.selectFrom('merged_person').select('id').where('person_id', '=', personId).execute()
  return [personId, ...merged.map(({ id }) => id)]
}

type Rows = Map<string, OwnRow>

/** Rows that are gone, as they were when they went. */
const withRemoved = (rows: Rows, changes: readonly Change[], personIds: readonly string[]): Rows => {
  const all = new Map(rows)
  for (const { kind, table_name: table, row_id: id, before } of changes) {
    if (kind !== 'remove' || id === null || before === null || all.has(id)) continue
    const owner = table === 'person' ? id : before['person_id']
    if (typeof owner === 'string' && personIds.includes(owner)) all.set(id, { table, row: before })
  }
  return all
}

const uniqueBySeq = (changes: readonly Change[]): Change[] => [
  ...new Map(changes.map((change) => [change.seq, change])).values(),
]

/** What every record is called: staff, and the person's own rows. */
const namesOf = async (db: ReadDb, rows: Rows): Promise<RecordNames> => {
  const users = await db.selectFrom('user_account').select(['id', 'name']).execute()
  return new Map([
    ...[...rows].map(([id, { table, row }]) => [id, rowTitle(table, row)] as const),
    ...users.map(({ id, name }) => [id, name] as const),
  ])
}

/** Goes back through the changes from the newest, so that each row is named as it was then. */
const tellBackwards = (changes: readonly Change[], rows: Rows, names: RecordNames): Map<number, RowChange[]> => {
  const states = new Map<string, StoredRow>([...rows].map(([id, { row }]) => [id, row]))
  const told = new Map<number, RowChange[]>()
  for (const change of changes.toSorted((a, b) => b.seq - a.seq)) {
    const ofEntry = told.get(change.audit_seq) ?? []
    told.set(change.audit_seq, ofEntry)
    for (const id of change.rowIds) {
      const after = states.get(id)
      if (after === undefined) continue
      const before = { ...after, ...change.before }
      states.set(id, before)
      const columns = change.kind === 'update' ? Object.keys(change.before ?? {}) : []
      ofEntry.unshift({
        kind: change.kind,
        what: rowTitle(change.table_name, change.kind === 'insert' ? after : before),
        fields: fieldChanges(change.table_name, columns, before, { ...after, ...change.after }, names),
      })
    }
  }
  return told
}

const undoneSeqs = async (db: ReadDb, seqs: readonly number[]): Promise<Set<number>> => {
  const rows = await db.selectFrom('audit_entry').select('undoes_seq').where('undoes_seq', 'in', seqs).execute()
  return new Set(rows.flatMap(({ undoes_seq }) => undoes_seq ?? []))
}

const entryFrom = (entry: AuditEntryTable, changes: RowChange[], undone: boolean): HistoryEntry => ({
  seq: entry.seq,
  at: entry.at,
  userName: entry.user_name,
  verb: entry.verb,
  sentence: sentenceFor(entry.method),
  changes,
  undone,
  canUndo: changes.length > 0 && !undone && !isUndoneFromItsList(entry.method) && !staysDone(entry.method),
})

/** Entries about the person themselves, but for looks at them. */
const ownEntrySeqs = async (db: ReadDb, personIds: readonly string[]): Promise<number[]> => {
  const rows = await db
    .selectFrom('audit_entry')
    .select('seq')
    .where('person_id', 'in', personIds)
    .where('verb', 'not in', LOOKING)
    .execute()
  return rows.map(({ seq }) => seq)
}

/** Everything that was done to one person's record, newest first, in words. */
export const historyOfPerson = async (
  db: ReadDb,
  personId: string,
): Promise<{ entries: HistoryEntry[]; fromFiles: number }> => {
  const personIds = await personIdsOf(db, personId)
  const current = await rowsOfPerson(db, personIds)
  const ownSeqs = await ownEntrySeqs(db, personIds)
  const underEntries = await changesOfEntries(db, ownSeqs)
  const rows = withRemoved(current, underEntries, personIds)
  const changes = uniqueBySeq([...underEntries, ...(await changesOfRows(db, [...rows.keys()]))])
  const told = tellBackwards(changes, rows, await namesOf(db, rows))
  const noted = new Set(changes.filter(({ kind }) => kind === 'insert').flatMap(({ rowIds }) => rowIds))
  const arrival = noted.has(personId) ? null : await entryOfArrival(db, personId)
  const seqs = [...new Set([...ownSeqs, ...told.keys(), ...(arrival === null ? [] : [arrival])])]
  if (seqs.length === 0) return { entries: [], fromFiles: current.size }
  const undone = await undoneSeqs(db, seqs)
  const entries = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', 'in', seqs)
    .orderBy('seq', 'desc')
    .execute()
  return {
    entries: entries.map((entry) => entryFrom(entry, told.get(entry.seq) ?? [], undone.has(entry.seq))),
    fromFiles: [...current.keys()].filter((id) => !noted.has(id)).length,
  }
}
