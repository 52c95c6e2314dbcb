import { eachInTurns } from '../turn.ts'
import type { ChangeTable } from './schema.ts'
import type { WriteHandle } from './database.ts'
import type { RecordedTable, Recorder } from './recorder.ts'
import { REFERENCES, removeBelongings } from './references.ts'

export interface UndoResult {
  restored: number
  /** Rows changed or built upon since: left as they are. */
  kept: number
}

type Row = Record<string, unknown>

/** What only one row of a table may hold at a time. */
const HELD_ONCE: Partial<Record<RecordedTable, readonly string[]>> = {
  person: ['nhs_number'],
  treatment_summary: ['event_id'],
  put_off: ['subject'],
  not_same_person: ['person_id', 'other_person_id'],
}

/** Columns of which a table asks that they agree. */
const AGREEING: Partial<Record<RecordedTable, readonly (readonly string[])[]>> = {
  cancer_episode: [['on_practice_register', 'practice_register_reason']],
  hospital_query: [['state', 'closed_on']],
  reconciliation_item: [['decision', 'decision_reason', 'decided_by', 'decided_on', 'decided_seq']],
  task: [
    ['state', 'finished_on', 'finished_by', 'dropped_reason'],
    ['due_date', 'repeats', 'repeats_from'],
  ],
}

const PRECISION = '_precision'

/**
 * The columns that say one thing with this one, itself among them: those that must agree, or a date and its precision.
 * They are put back together or not at all.
 */
const thingOf = (table: RecordedTable, column: string): readonly string[] => {
  const agreeing = AGREEING[table]?.find((columns) => columns.includes(column))
  if (agreeing !== undefined) return agreeing
  const date = column.endsWith(PRECISION) ? column.slice(0, -PRECISION.length) : column
  return [date, `${date}${PRECISION}`]
}

const currentRow = (handle: WriteHandle, table: string, id: string): Row | undefined =>
  handle.statements.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id)

/** What a row hangs on, as the tables above name it from the other side. */
const PARENTS = Object.entries(REFERENCES).flatMap(([parent, references]) =>
  references.map(({ table, column }) => ({ parent: parent as RecordedTable, table, column })),
)

/** True when another row has taken what these values would hold again. */
const isHeldByAnother = (handle: WriteHandle, table: RecordedTable, id: string, values: Row): boolean => {
  const columns = HELD_ONCE[table]
  if (columns === undefined || columns.some((column) => (values[column] ?? null) === null)) return false
  const holder = handle.statements
    .prepare(`SELECT id FROM "${table}" WHERE ${columns.map((column) => `"${column}" = ?`).join(' AND ')}`)
    .get(...columns.map((column) => values[column]))
  return holder !== undefined && holder['id'] !== id
}

/**
 * True when values from the past still have a place: the rows they name are there, and nobody else holds what belongs
 * to one row at a time, as an NHS number does.
 */
const fitsIn = (handle: WriteHandle, table: RecordedTable, id: string, values: Row): boolean => {
  if (isHeldByAnother(handle, table, id, values)) return false
  return PARENTS.filter((reference) => reference.table === table).every(({ parent, column }) => {
    const named = values[column] ?? null
    return named === null || named === id || currentRow(handle, parent, named as string) !== undefined
  })
}

/** Children keep their parent: a row that later work hangs on is never taken away. */
const isBuiltUpon = (handle: WriteHandle, table: RecordedTable, id: string): boolean =>
  (REFERENCES[table] ?? []).some(
    (reference) =>
      reference.followsUndo !== true &&
      handle.statements
        .prepare(`SELECT 1 FROM "${reference.table}" WHERE "${reference.column}" = ? LIMIT 1`)
        .get(id) !== undefined,
  )

/** One row of a change set. */
type RowChange = ChangeTable & { row_id: string }

const takeBackInsert = async (handle: WriteHandle, recorder: Recorder, change: RowChange): Promise<boolean> => {
  const table = change.table_name as RecordedTable
  const row = currentRow(handle, table, change.row_id)
  if (row === undefined || isBuiltUpon(handle, table, change.row_id) || changedSince(handle, change)) return false
  const followers = (REFERENCES[table] ?? []).filter(({ followsUndo }) => followsUndo === true)
  await removeBelongings(handle, recorder, change.row_id, followers)
  await recorder.remove(table, change.row_id, null)
  return true
}

/** True when a column that this change left alone is now as it was then. */
const valueHeldSince = (handle: WriteHandle, change: RowChange, row: Row, column: string): boolean => {
  const later = handle.statements
    .prepare(
      "SELECT before_values FROM change WHERE row_id = ? AND table_name = ? AND seq > ? AND kind = 'update' ORDER BY seq",
    )
    .all(change.row_id, change.table_name, change.seq)
  const values = later
    .map(({ before_values }) => JSON.parse(before_values as string) as Row)
    .find((before) => column in before)
  return values === undefined || values[column] === row[column]
}

/** A clinician signed off what the event has become, so it does not turn back into something else under the sign-off. */
const isJudgedSince = (handle: WriteHandle, change: RowChange, earlier: Row): boolean =>
  change.table_name === 'journey_event' &&
  ('event_type' in earlier || 'pathway_id' in earlier) &&
  handle.statements.prepare('SELECT 1 FROM pathway_sign_off WHERE event_id = ? LIMIT 1').get(change.row_id) !==
    undefined

const takeBackUpdate = async (handle: WriteHandle, recorder: Recorder, change: RowChange): Promise<boolean> => {
  const table = change.table_name as RecordedTable
  const row = currentRow(handle, table, change.row_id)
  const before = JSON.parse(change.before_values ?? '{}') as Row
  const after = JSON.parse(change.after_values ?? '{}') as Row
  if (row === undefined) return false
  const holds = (column: string): boolean =>
    column in after ? row[column] === after[column] : !(column in row) || valueHeldSince(handle, change, row, column)
  const untouched = Object.keys(after).filter((column) => thingOf(table, column).every(holds))
  const earlier = Object.fromEntries(untouched.map((column) => [column, before[column]]))
  if (isJudgedSince(handle, change, earlier)) return false
  if (untouched.length === 0 || !fitsIn(handle, table, change.row_id, earlier)) return false
  await recorder.update(table, change.row_id, earlier, null)
  return untouched.length === Object.keys(after).length
}

const takeBackRemoval = async (handle: WriteHandle, recorder: Recorder, change: RowChange): Promise<boolean> => {
  const table = change.table_name as RecordedTable
  const before = JSON.parse(change.before_values ?? '{}') as Row
  if (currentRow(handle, table, change.row_id) !== undefined || !fitsIn(handle, table, change.row_id, before))
    return false
  await recorder.putBack(table, before)
  return true
}

/** Each row of a list of new rows by itself, the last first. */
const rowChanges = (change: ChangeTable): RowChange[] => {
  if (change.row_id !== null) return [{ ...change, row_id: change.row_id }]
  const ids = JSON.parse(change.row_ids ?? '[]') as string[]
  return ids.toReversed().map((id) => ({ ...change, row_id: id }))
}

/** True when another change set touched the row after this one. */
const changedSince = (handle: WriteHandle, change: RowChange): boolean =>
  handle.statements
    .prepare('SELECT 1 FROM change WHERE row_id = ? AND table_name = ? AND seq > ? AND audit_seq <> ? LIMIT 1')
    .get(change.row_id, change.table_name, change.seq, change.audit_seq) !== undefined

/**
 * Takes back one change set, newest change first. A field is restored only while it still holds what the change set
 * put there; a new row goes only while nobody changed it or built on it. What is kept is counted, never guessed.
 * @param except tables left alone: an import keeps its own batch and rejected rows.
 */
export const undoChangeSet = async (
  handle: WriteHandle,
  recorder: Recorder,
  auditSeq: number,
  except: readonly RecordedTable[] = [],
): Promise<UndoResult> => {
  const changes = handle.statements
    .prepare('SELECT * FROM change WHERE audit_seq = ? ORDER BY seq DESC')
    .all(auditSeq) as unknown as ChangeTable[]
  const result: UndoResult = { restored: 0, kept: 0 }
  await eachInTurns(changes.flatMap(rowChanges), async (change) => {
    if (except.includes(change.table_name as RecordedTable)) return
    const takeBack = { insert: takeBackInsert, update: takeBackUpdate, remove: takeBackRemoval }[change.kind]
    if (await takeBack(handle, recorder, change)) result.restored += 1
    else result.kept += 1
  })
  return result
}
