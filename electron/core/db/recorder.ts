import { AppError } from '#shared/contract/errors.ts'
import type { WriteHandle } from './database.ts'
import { RowInserter } from './insert-rows.ts'
import type { RecordedTables } from './schema.ts'

export type RecordedTable = keyof RecordedTables
type Row = Record<string, unknown>
type Unrecorded<T> = { [Column in keyof T]: null extends T[Column] ? Column : never }[keyof T]
/** A row before it is stored: its version is always 1, so it is not asked for, and what is not recorded may be left out. */
export type NewRow<T extends RecordedTable> = Omit<RecordedTables[T], 'version' | Unrecorded<RecordedTables[T]>> &
  Partial<Pick<RecordedTables[T], Unrecorded<RecordedTables[T]>>>
export type Patch<T extends RecordedTable> = Partial<Omit<RecordedTables[T], 'id' | 'version'>>

/** What one transaction did, for the audit entry, the announcement and the projections. */
export interface Recorded {
  readonly auditSeq: number
  readonly rowCount: number
  readonly tables: ReadonlyMap<RecordedTable, number>
  readonly personIds: ReadonlySet<string>
  /** Those of them whose summary has yet to be made anew. */
  readonly unsettledIds: ReadonlySet<string>
}

/** Somebody new with everything known about them. */
export interface NewPerson {
  readonly person: NewRow<'person'>
  /** The practices they were registered with. */
  readonly registrations?: readonly NewRow<'practice_registration'>[]
  readonly episodes: readonly NewRow<'cancer_episode'>[]
  /** An event comes after the one it answers. */
  readonly events: readonly NewRow<'journey_event'>[]
  readonly pathways?: readonly NewRow<'pathway'>[]
  readonly signOffs?: readonly NewRow<'pathway_sign_off'>[]
  readonly summaries?: readonly NewRow<'treatment_summary'>[]
  readonly queries?: readonly NewRow<'hospital_query'>[]
  readonly queryItems?: readonly NewRow<'hospital_query_item'>[]
  readonly querySteps?: readonly NewRow<'hospital_query_step'>[]
  readonly tasks?: readonly NewRow<'task'>[]
  readonly analyses?: readonly NewRow<'learning_event'>[]
  readonly agreed?: readonly NewRow<'learning_action'>[]
}

/**
 * The only way to write to a table that people change. Each write leaves its history (what was there before, what is
 * there now) in the same transaction, so any change set can be shown, explained and taken back.
 */
export interface Recorder {
  /** Stores a row at version 1. */
  insert<T extends RecordedTable>(table: T, row: NewRow<T>): Promise<void>
  /** Stores rows in the order given, as `insert` would one by one, in half the time. */
  insertMany<T extends RecordedTable>(table: T, rows: readonly NewRow<T>[]): Promise<void>
  /**
   * Changes the fields that differ and returns the version after it (unchanged when nothing differs).
   * @param expectedVersion the version the caller saw; null when it saw none (imports decide on fresh rows).
   * @throws AppError `not-found`, or `stale` when somebody changed the row meanwhile.
   */
  update<T extends RecordedTable>(
    table: T,
    id: string,
    patch: Patch<T>,
    expectedVersion: number | null,
  ): Promise<number>
  /** Takes a row away; its last state stays in the history. @throws AppError as `update`. */
  remove(table: RecordedTable, id: string, expectedVersion: number | null): Promise<void>
  /** Puts a row back exactly as the history holds it. Used by undo only. */
  putBack(table: RecordedTable, row: Row): Promise<void>
  /** Puts rows in exactly as they are, versions included, as a bundle brings them. */
  putBackMany(table: RecordedTable, rows: readonly Row[]): Promise<void>
  /** Says that the summaries of these people hold everything written so far. */
  settle(personIds: Iterable<string>): void
  /** People whose summary does not hold everything written so far. */
  unsettled(): string[]
  /** Call once, when nothing more is to be written. */
  recorded(): Recorded
}

const STALE =
  'Somebody changed this while you were editing. Your words are kept: look at what is there now, then save again.'
const GONE = 'This is no longer on the register. It may have been removed on another screen.'

/** New rows are noted in lists this long: a note for each row would cost an import a quarter of its time. */
const LONGEST_LIST = 500

/** Parents before children, so that taking back in reverse removes children first. */
const NOTING_ORDER: readonly RecordedTable[] = [
  'practice',
  'user_account',
  'setting',
  'person',
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
  'put_off',
  'check_override',
  'not_same_person',
  'merged_person',
  'saved_view',
  'import_batch',
  'import_rejection',
  'reconciliation',
  'reconciliation_item',
  'import_profile',
  'report',
  'report_export',
  'figure_set',
  'pack_signer',
  'network_practice',
  'practice_pack',
  'measure_mark',
  'contact',
  'plan',
  'plan_objective',
  'plan_action',
  'plan_action_objective',
  'plan_review',
  'plan_milestone',
  'plan_update',
  'plan_need',
  'plan_cycle',
  'plan_move',
  'plan_action_measure',
  'plan_baseline',
  'plan_driver',
  'plan_theme',
  'plan_note',
  'plan_risk',
  'plan_funding',
  'plan_session',
  'plan_decision',
  'toolkit_template',
  'toolkit_document',
  'toolkit_block',
  'toolkit_issue',
  'toolkit_revision',
  'toolkit_comment',
  'development_need',
  'development_goal',
  'development_evidence',
  'development_session',
  'development_question',
  'lesson_card',
]

class SqlRecorder implements Recorder {
  private readonly handle: WriteHandle
  private readonly auditSeq: number
  private rowCount = 0
  private readonly tables = new Map<RecordedTable, number>()
  private readonly personIds = new Set<string>()
  private readonly unsettledIds = new Set<string>()
  private readonly inserted = new Map<RecordedTable, string[]>()
  private readonly newRows: RowInserter
  private readonly asTheyAre: RowInserter

  constructor(handle: WriteHandle, auditSeq: number) {
    this.handle = handle
    this.auditSeq = auditSeq
    this.newRows = new RowInserter(handle.statements, { version: 1 })
    this.asTheyAre = new RowInserter(handle.statements)
  }

  async insert<T extends RecordedTable>(table: T, row: NewRow<T>): Promise<void> {
    await this.insertMany(table, [row])
  }

  async insertMany<T extends RecordedTable>(table: T, rows: readonly NewRow<T>[]): Promise<void> {
    this.newRows.insert(table, rows)
    for (const row of rows) this.remember(table, row, 'insert', null, null)
  }

  async update<T extends RecordedTable>(
    table: T,
    id: string,
    patch: Patch<T>,
    expectedVersion: number | null,
  ): Promise<number> {
    const current = this.current(table, id, expectedVersion)
    const changed = Object.entries(patch).filter(([column, value]) => current[column] !== value)
    const version = current['version'] as number
    if (changed.length === 0) return version
    const assignments = changed.map(([column]) => `"${column}" = ?`).join(', ')
    this.handle.statements
      .prepare(`UPDATE "${table}" SET ${assignments}, version = ? WHERE id = ?`)
      .run(...changed.map(([, value]) => value), version + 1, id)
    const before = Object.fromEntries(changed.map(([column]) => [column, current[column]]))
    this.remember(table, current, 'update', before, Object.fromEntries(changed))
    return version + 1
  }

  async remove(table: RecordedTable, id: string, expectedVersion: number | null): Promise<void> {
    const current = this.current(table, id, expectedVersion)
    this.handle.statements.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id)
    this.remember(table, current, 'remove', current, null)
  }

  async putBack(table: RecordedTable, row: Row): Promise<void> {
    await this.putBackMany(table, [row])
  }

  async putBackMany(table: RecordedTable, rows: readonly Row[]): Promise<void> {
    this.asTheyAre.insert(table, rows)
    for (const row of rows) this.remember(table, row, 'insert', null, null)
  }

  settle(personIds: Iterable<string>): void {
    for (const id of personIds) this.unsettledIds.delete(id)
  }

  unsettled(): string[] {
    return [...this.unsettledIds]
  }

  recorded(): Recorded {
    this.noteInserted()
    const { auditSeq, rowCount, tables, personIds, unsettledIds } = this
    return { auditSeq, rowCount, tables, personIds, unsettledIds }
  }

  private current(table: RecordedTable, id: string, expectedVersion: number | null): Row {
    const row = this.handle.statements.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id)
    if (row === undefined) throw new AppError('not-found', GONE)
    if (expectedVersion !== null && row['version'] !== expectedVersion) throw new AppError('stale', STALE)
    return row
  }

  private remember(
    table: RecordedTable,
    row: Row,
    kind: 'insert' | 'update' | 'remove',
    before: Row | null,
    after: Row | null,
  ): void {
    const id = row['id'] as string
    if (kind === 'insert') {
      const list = this.inserted.get(table)
      if (list === undefined) this.inserted.set(table, [id])
      else if (list.push(id) >= LONGEST_LIST) this.noteInserted()
    } else {
      this.noteInserted()
      this.note(table, id, null, kind, before, after)
    }
    this.rowCount += 1
    this.tables.set(table, (this.tables.get(table) ?? 0) + 1)
    if (table === 'person') this.touch(id)
    else {
      this.touch(row['person_id'])
      // A row that moves to another person changes what is worked out for both.
      this.touch(after?.['person_id'])
    }
  }

  private touch(personId: unknown): void {
    if (typeof personId !== 'string') return
    this.personIds.add(personId)
    this.unsettledIds.add(personId)
  }

  private noteInserted(): void {
    for (const table of NOTING_ORDER) {
      const ids = this.inserted.get(table)
      if (ids === undefined) continue
      const only = ids.length === 1 ? (ids[0] ?? null) : null
      this.note(table, only, only === null ? ids : null, 'insert', null, null)
    }
    this.inserted.clear()
  }

  private note(
    table: RecordedTable,
    id: string | null,
    ids: readonly string[] | null,
    kind: 'insert' | 'update' | 'remove',
    before: Row | null,
    after: Row | null,
  ): void {
    const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
    this.handle.statements
      .prepare(
        'INSERT INTO change (audit_seq, table_name, row_id, row_ids, kind, before_values, after_values) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(this.auditSeq, table, id, json(ids), kind, json(before), json(after))
  }
}

/** A recorder for one transaction whose audit entry will be `auditSeq`. */
export const createRecorder = (handle: WriteHandle, auditSeq: number): Recorder => new SqlRecorder(handle, auditSeq)
