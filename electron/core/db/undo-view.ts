import { sql } from 'kysely'
import type { ReadDb } from './database.ts'
import type { RecordedTable } from './recorder.ts'
import { type Reference, REFERENCES } from './references.ts'
import type { ChangeTable } from './schema.ts'

export type Row = Record<string, unknown>

/** One row of a change set. */
export type RowChange = Omit<ChangeTable, 'table_name' | 'row_id'> & {
  readonly table_name: RecordedTable
  readonly row_id: string
}

/** Bound values one statement may hold, with room to spare. */
const ROWS_A_LOOK = 500

const keyOf = (table: string, id: string): string => `${table} ${id}`

/** What only one row of a table may hold at a time. */
const HELD_ONCE: Partial<Record<RecordedTable, readonly string[]>> = {
  person: ['nhs_number'],
  treatment_summary: ['event_id'],
  learning_event: ['episode_id'],
  put_off: ['subject'],
  network_practice: ['ods_code'],
  measure_mark: ['measure_code', 'kind', 'month'],
  toolkit_issue: ['document_id', 'number'],
  toolkit_template: ['code'],
  not_same_person: ['person_id', 'other_person_id'],
  plan_objective: ['plan_id', 'number'],
  plan_action: ['plan_id', 'code'],
  plan_action_objective: ['action_id', 'objective_id'],
  plan_need: ['action_id', 'needs_id'],
  plan_action_measure: ['action_id', 'measure_code'],
  plan_baseline: ['plan_id', 'measure_code', 'year'],
  plan_funding: ['plan_id', 'year'],
  plan_review: ['plan_id', 'kind', 'quarter'],
  development_need: ['user_id', 'area'],
  lesson_card: ['checksum'],
}

/** What a row hangs on, as the table of references names it from the other side. */
const PARENTS = Object.entries(REFERENCES).flatMap(([parent, references]) =>
  references.map(({ table, column }) => ({ parent: parent as RecordedTable, table, column })),
)

/** The rows that a row of a table names. */
export const parentsOf = (table: RecordedTable, row: Row): { table: RecordedTable; id: string }[] =>
  PARENTS.flatMap(({ parent, table: child, column }) => {
    const id = row[column]
    return child === table && typeof id === 'string' ? [{ table: parent, id }] : []
  })

/** A value that only one row may hold, as a key; null where it holds none. */
const heldKey = (table: RecordedTable, values: Row): string | null => {
  const columns = HELD_ONCE[table]
  return columns === undefined || columns.some((column) => (values[column] ?? null) === null)
    ? null
    : JSON.stringify([table, ...columns.map((column) => values[column])])
}

/** An earlier value of some columns, noted when a later change replaced it. */
interface LaterUpdate {
  readonly seq: number
  readonly before: Row
}

type Naming = Reference & { readonly id: string }

/**
 * The register as it would be while a change set is taken back: what is stored, under what is planned so far. Nothing is
 * written. What a change set needs is read by the hundred rows, because ten thousand people asked for one by one would
 * take minutes.
 */
export class UndoView {
  private readonly db: ReadDb
  private readonly stored = new Map<string, Row | null>()
  private readonly planned = new Map<string, Row | null>()
  private readonly heldInPlan = new Map<string, string>()
  private readonly later = new Map<string, LaterUpdate[]>()
  private readonly naming = new Map<string, Naming[]>()

  constructor(db: ReadDb) {
    this.db = db
  }

  /** Reads ahead what deciding about these changes will ask for. */
  async load(changes: readonly RowChange[], onSlice: (done: number) => Promise<void>): Promise<void> {
    const byTable = Map.groupBy(changes, ({ table_name: table }) => table)
    let done = 0
    for (const [table, some] of byTable) {
      const ids = [...new Set(some.map(({ row_id: id }) => id))]
      const inserted = new Set(some.flatMap(({ kind, row_id: id }) => (kind === 'insert' ? [id] : [])))
      for (let at = 0; at < ids.length; at += ROWS_A_LOOK) {
        await onSlice(done)
        const slice = ids.slice(at, at + ROWS_A_LOOK)
        await this.loadRows(table, slice)
        await this.loadLater(table, slice)
        await this.loadNaming(
          table,
          slice.filter((id) => inserted.has(id)),
        )
        done += slice.length
      }
    }
  }

  /** The row as it would be now; null where it is gone. */
  async row(table: RecordedTable, id: string): Promise<Row | null> {
    const key = keyOf(table, id)
    const planned = this.planned.get(key)
    if (planned !== undefined) return planned
    if (!this.stored.has(key)) await this.loadRows(table, [id])
    return this.stored.get(key) ?? null
  }

  /** Plans the row to be like this; null: to be gone. */
  plan(table: RecordedTable, id: string, row: Row | null): void {
    this.planned.set(keyOf(table, id), row)
    const held = row === null ? null : heldKey(table, row)
    if (held !== null) this.heldInPlan.set(held, id)
  }

  /** What columns held before each later change of a row, the earliest first. */
  laterUpdates({ table_name: table, row_id: id, seq }: RowChange): readonly Row[] {
    return (this.later.get(keyOf(table, id)) ?? []).filter((one) => one.seq > seq).map(({ before }) => before)
  }

  /** Whether a row would still name this one. Asked only of rows that a loaded change has put there. */
  async isNamed(table: RecordedTable, id: string): Promise<boolean> {
    for (const { table: child, column, id: childId, followsUndo } of this.naming.get(keyOf(table, id)) ?? []) {
      if (followsUndo === true) continue
      const planned = this.planned.get(keyOf(child, childId))
      if (planned === undefined || planned?.[column] === id) return true
    }
    return false
  }

  /** Whether another row would hold what only one row may hold. */
  async isHeldByAnother(table: RecordedTable, id: string, values: Row): Promise<boolean> {
    const key = heldKey(table, values)
    if (key === null) return false
    const inPlan = this.heldInPlan.get(key)
    if (inPlan !== undefined && inPlan !== id && heldKey(table, (await this.row(table, inPlan)) ?? {}) === key)
      return true
    const found = await this.rowsWhere(
      table,
      sql.join(
        (HELD_ONCE[table] ?? []).map((column) => sql`${sql.ref(column)} = ${values[column]}`),
        sql` AND `,
      ),
    )
    for (const holder of found) {
      const holderId = holder['id'] as string
      if (holderId !== id && heldKey(table, (await this.row(table, holderId)) ?? {}) === key) return true
    }
    return false
  }

  private async rowsWhere(table: RecordedTable, condition: ReturnType<typeof sql.join>): Promise<Row[]> {
    // Every recorded table has an id; the cast names one of them for the builder.
    return this.db
      .selectFrom(table as 'person')
      .selectAll()
      .where(sql<boolean>`${condition}`)
      .execute() as Promise<unknown> as Promise<Row[]>
  }

  private async loadRows(table: RecordedTable, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.stored.set(keyOf(table, id), null)
    const rows = (await this.db
      .selectFrom(table as 'person')
      .selectAll()
      .where('id', 'in', ids)
      .execute()) as Row[]
    for (const row of rows) this.stored.set(keyOf(table, row['id'] as string), row)
  }

  private async loadLater(table: RecordedTable, ids: readonly string[]): Promise<void> {
    const updates = await this.db
      .selectFrom('change')
      .select(['row_id', 'seq', 'before_values'])
      .where('row_id', 'in', ids)
      .where('table_name', '=', table)
      .where('kind', '=', 'update')
      .orderBy('seq')
      .execute()
    for (const id of ids) this.later.set(keyOf(table, id), [])
    for (const { row_id: id, seq, before_values: before } of updates)
      this.later.get(keyOf(table, id ?? ''))?.push({ seq, before: JSON.parse(before ?? '{}') as Row })
  }

  private async loadNaming(table: RecordedTable, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    for (const id of ids) this.naming.set(keyOf(table, id), [])
    for (const reference of REFERENCES[table] ?? []) {
      const rows = (await this.db
        .selectFrom(reference.table as 'person')
        .select(['id', sql<string>`${sql.ref(reference.column)}`.as('names')])
        .where(sql<boolean>`${sql.ref(reference.column)} IN (${sql.join(ids)})`)
        .execute()) as { id: string; names: string }[]
      for (const { id, names } of rows) this.naming.get(keyOf(table, names))?.push({ ...reference, id })
    }
  }
}
