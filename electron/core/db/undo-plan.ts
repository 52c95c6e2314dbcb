import { AppError } from '#shared/contract/errors.ts'
import { letOthersWork } from '../turn.ts'
import type { ReadDb } from './database.ts'
import type { RecordedTable } from './recorder.ts'
import type { ChangeTable } from './schema.ts'
import { parentsOf, type Row, type RowChange, UndoView } from './undo-view.ts'

/** One thing that taking back does, in the order it is done. */
export type UndoStep =
  | { readonly kind: 'remove'; readonly table: RecordedTable; readonly row: Row }
  | { readonly kind: 'update'; readonly table: RecordedTable; readonly row: Row; readonly values: Row }
  | { readonly kind: 'putBack'; readonly table: RecordedTable; readonly row: Row }

/**
 * Why something is left as it is. changed: it no longer holds what the change put there. built-on: something hangs on it.
 * no-place: what was there before has no place any more. gone: it is no longer there. as-before: it is as it was before.
 */
export type WhyKept = 'changed' | 'built-on' | 'no-place' | 'gone' | 'as-before'

/** A row that is left as it is, or some of its columns. */
export interface KeptRow {
  readonly table: RecordedTable
  readonly id: string
  /** As it stands; null where it is gone. */
  readonly row: Row | null
  /** The columns kept; none for a whole row. */
  readonly columns: readonly string[]
  readonly why: WhyKept
}

/** What taking back a change set does, all of it decided. */
export interface UndoPlan {
  readonly steps: readonly UndoStep[]
  readonly kept: readonly KeptRow[]
  /** Changes taken back whole. */
  readonly restored: number
}

/** One change set. */
export interface ChangeSet {
  readonly auditSeq: number
  /** Tables left alone: an import keeps its own batch and rejected rows. */
  readonly except?: readonly RecordedTable[]
}

/** Columns of which a table asks that they agree. */
const AGREEING: Partial<Record<RecordedTable, readonly (readonly string[])[]>> = {
  cancer_episode: [['on_practice_register', 'practice_register_reason']],
  development_question: [['asked_on', 'answer', 'answered_on', 'useful']],
  hospital_query: [['state', 'closed_on']],
  learning_event: [['state', 'set_aside_reason', 'meeting_date', 'closed_on']],
  plan: [['state', 'signed_on', 'signed_by', 'closed_on', 'close_reason']],
  plan_action: [
    ['starts_on', 'due_on'],
    ['status', 'ended_on'],
    ['answer_words', 'answer_by', 'answer_on'],
  ],
  plan_action_measure: [['target_value', 'target_by']],
  plan_review: [['state', 'closed_on', 'paper']],
  plan_risk: [['raised_on', 'closed_on']],
  plan_baseline: [['month_from', 'month_to', 'figure', 'rule_version', 'frozen_on']],
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

/** True when values from the past still have a place: the rows they name are there, and nobody else holds them. */
const fitsIn = async (view: UndoView, table: RecordedTable, id: string, values: Row): Promise<boolean> => {
  if (await view.isHeldByAnother(table, id, values)) return false
  for (const parent of parentsOf(table, values))
    if (parent.id !== id && (await view.row(parent.table, parent.id)) === null) return false
  return true
}

/**
 * True when a column is now as it was right after a change.
 * @param later what columns held before each later change, the earliest first.
 */
const holdsSince = (later: readonly Row[], row: Row, column: string): boolean => {
  const first = later.find((before) => column in before)
  return first === undefined || first[column] === row[column]
}

/**
 * A clinician signed off what the event has become, so it does not turn back into something else under the sign-off. One
 * that goes by the same plan judges nothing any more.
 */
const isJudgedSince = async (db: ReadDb, view: UndoView, change: RowChange, earlier: Row): Promise<boolean> => {
  if (change.table_name !== 'journey_event' || !('event_type' in earlier || 'pathway_id' in earlier)) return false
  const signOffs = await db.selectFrom('pathway_sign_off').select('id').where('event_id', '=', change.row_id).execute()
  for (const { id } of signOffs) if ((await view.row('pathway_sign_off', id)) !== null) return true
  return false
}

/** Decides about the rows of change sets, one after the other, against the register as it would be by then. */
class Planning {
  readonly steps: UndoStep[] = []
  readonly kept: KeptRow[] = []
  restored = 0
  private readonly db: ReadDb
  readonly view: UndoView

  constructor(db: ReadDb) {
    this.db = db
    this.view = new UndoView(db)
  }

  async takeBack(change: RowChange): Promise<void> {
    if (change.kind === 'insert') await this.takeBackInsert(change)
    else if (change.kind === 'update') await this.takeBackUpdate(change)
    else await this.takeBackRemoval(change)
  }

  private keep(change: RowChange, row: Row | null, why: WhyKept, columns: readonly string[] = []): void {
    this.kept.push({ table: change.table_name, id: change.row_id, row, why, columns })
  }

  private async takeBackInsert(change: RowChange): Promise<void> {
    const { table_name: table, row_id: id } = change
    const row = await this.view.row(table, id)
    if (row === null) return this.keep(change, null, 'gone')
    if (await this.view.isNamed(table, id)) return this.keep(change, row, 'built-on')
    const later = this.view.laterUpdates(change)
    const columns = new Set(later.flatMap((before) => Object.keys(before)))
    if ([...columns].some((column) => !holdsSince(later, row, column))) return this.keep(change, row, 'changed')
    this.view.plan(table, id, null)
    this.steps.push({ kind: 'remove', table, row })
    this.restored += 1
  }

  private async takeBackUpdate(change: RowChange): Promise<void> {
    const { table_name: table, row_id: id } = change
    const row = await this.view.row(table, id)
    if (row === null) return this.keep(change, null, 'gone')
    const before = JSON.parse(change.before_values ?? '{}') as Row
    const after = JSON.parse(change.after_values ?? '{}') as Row
    const columns = Object.keys(after)
    if (columns.every((column) => row[column] === before[column])) return this.keep(change, row, 'as-before', columns)
    const later = this.view.laterUpdates(change)
    const holds = (column: string): boolean =>
      column in after ? row[column] === after[column] : !(column in row) || holdsSince(later, row, column)
    const untouched = columns.filter((column) => thingOf(table, column).every(holds))
    if (untouched.length === 0) return this.keep(change, row, 'changed', columns)
    const values = Object.fromEntries(untouched.map((column) => [column, before[column]]))
    if ((await isJudgedSince(this.db, this.view, change, values)) || !(await fitsIn(this.view, table, id, values)))
      return this.keep(change, row, 'no-place', columns)
    this.view.plan(table, id, { ...row, ...values })
    this.steps.push({ kind: 'update', table, row, values })
    if (untouched.length === columns.length) this.restored += 1
    else
      this.keep(
        change,
        row,
        'changed',
        columns.filter((column) => !untouched.includes(column)),
      )
  }

  private async takeBackRemoval(change: RowChange): Promise<void> {
    const { table_name: table, row_id: id } = change
    const before = JSON.parse(change.before_values ?? '{}') as Row
    const row = await this.view.row(table, id)
    if (row !== null || !(await fitsIn(this.view, table, id, before))) return this.keep(change, row, 'no-place')
    this.view.plan(table, id, before)
    this.steps.push({ kind: 'putBack', table, row: before })
    this.restored += 1
  }
}

/** Each row of a change by itself, the last first. */
const rowsOf = (change: ChangeTable): RowChange[] => {
  const ids = change.row_id === null ? (JSON.parse(change.row_ids ?? '[]') as string[]) : [change.row_id]
  return ids.toReversed().map((id) => ({ ...change, table_name: change.table_name as RecordedTable, row_id: id }))
}

const changesOf = async (db: ReadDb, { auditSeq, except = [] }: ChangeSet): Promise<RowChange[]> =>
  (await db.selectFrom('change').selectAll().where('audit_seq', '=', auditSeq).orderBy('seq', 'desc').execute())
    .flatMap(rowsOf)
    .filter(({ table_name: table }) => !except.includes(table))

/** The rows a step changes, and those that hung on nothing else. */
const touchedBy = ({ table, row }: UndoStep): string[] =>
  [{ table, id: row['id'] as string }, ...parentsOf(table, row)].map((one) => `${one.table} ${one.id}`)

const ROWS_A_TURN = 200

/** Told how far the looking is: rows looked at, of how many. */
export type OnLook = (done: number, total: number) => Promise<void>

const justLetOthersWork: OnLook = () => letOthersWork()

/**
 * Decides what taking back a change set does, newest change first, and writes nothing. A field is restored only while it
 * still holds what the change set put there; a new row goes only while it is as it came and nothing hangs on it. What is
 * kept is named, never guessed.
 * @param freed change sets taken back before, newest first, whose rows may have been kept for the sake of this one: such
 *   a row follows now.
 * @throws AppError `conflict` where the history of the change is not in this register.
 */
export const planUndo = async (
  db: ReadDb,
  set: ChangeSet,
  freed: readonly ChangeSet[] = [],
  onLook: OnLook = justLetOthersWork,
): Promise<UndoPlan> => {
  if (
    (await db.selectFrom('audit_entry').select('seq').where('seq', '=', set.auditSeq).executeTakeFirst()) === undefined
  )
    throw new AppError(
      'conflict',
      'What was changed then is not in the history of this register: it came with a bundle. Nothing was taken back.',
    )
  const planning = new Planning(db)
  const changes = await changesOf(db, set)
  const total = changes.length
  await planning.view.load(changes, (done) => onLook(done, total))
  for (const [at, change] of changes.entries()) {
    if (at > 0 && at % ROWS_A_TURN === 0) await letOthersWork()
    await planning.takeBack(change)
  }
  const kept = [...planning.kept]
  const touched = new Set<string>()
  let seen = 0
  const noteTouched = (): void => {
    for (const step of planning.steps.slice(seen)) for (const key of touchedBy(step)) touched.add(key)
    seen = planning.steps.length
  }
  for (const earlier of freed) {
    for (const change of await changesOf(db, earlier)) {
      noteTouched()
      if (!touched.has(`${change.table_name} ${change.row_id}`)) continue
      await planning.view.load([change], async () => undefined)
      await planning.takeBack(change)
    }
  }
  return { steps: planning.steps, kept, restored: planning.restored }
}
