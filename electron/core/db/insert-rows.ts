import type { Statement, StatementCache } from './sqlite/connection.ts'

/** A row as the database takes it. A column that is left out is stored as not recorded. */
export type RowValues = Readonly<Record<string, unknown>>
/** The columns of a table as a row that can be stored. */
export type Columns<Table> = { [Column in keyof Table]: Table[Column] }

/**
 * How many rows a statement carries: as many as fit, then fewer. Handing a statement over costs as much as storing a
 * row, so an import halves its time; beyond some thirty rows nothing more is gained.
 */
const ROWS_A_STATEMENT = [32, 8, 1] as const

/** Columns that have the same value in every row. */
export type FixedColumns = Readonly<Record<string, number>>

const textFor = (table: string, columns: readonly string[], fixed: FixedColumns, rows: number): string => {
  const names = [...columns, ...Object.keys(fixed)].map((column) => `"${column}"`).join(', ')
  const row = [...columns.map(() => '?'), ...Object.values(fixed)].join(', ')
  return `INSERT INTO "${table}" (${names}) VALUES ${Array.from({ length: rows }, () => `(${row})`).join(', ')}`
}

const isSame = (columns: readonly string[], row: RowValues): boolean => {
  let at = 0
  for (const column in row) {
    if (columns[at] !== column) return false
    at += 1
  }
  return at === columns.length
}

/** The columns all rows share, or every column that any of them has. */
const columnsOf = (rows: readonly RowValues[]): readonly string[] => {
  const columns = Object.keys(rows[0] ?? {})
  return rows.every((row) => isSame(columns, row)) ? columns : [...new Set(rows.flatMap((row) => Object.keys(row)))]
}

const valuesOf = (rows: readonly RowValues[], from: number, to: number, columns: readonly string[]): unknown[] => {
  const values: unknown[] = []
  for (let at = from; at < to; at += 1) {
    const row = rows[at]
    for (const column of columns) values.push(row?.[column] ?? null)
  }
  return values
}

/** The statements for one table and one list of columns, by how many rows they carry. */
interface TableStatements {
  readonly columns: readonly string[]
  readonly bySize: Map<number, Statement>
}

/** Stores rows by the handful: rows of an import come by the thousand with the same columns. */
export class RowInserter {
  private readonly cache: StatementCache
  private readonly fixed: FixedColumns
  private readonly byTable = new Map<string, TableStatements>()

  constructor(cache: StatementCache, fixed: FixedColumns = {}) {
    this.cache = cache
    this.fixed = fixed
  }

  /**
   * Stores rows in the order given. A refusal leaves the rows before it in place: it must end the transaction.
   * @param most rows to a statement, where a statement costs more than to hand it over.
   */
  insert(table: string, rows: readonly RowValues[], most: number = ROWS_A_STATEMENT[0]): void {
    const known = this.statementsFor(table, rows)
    let done = 0
    for (const size of [most, ...ROWS_A_STATEMENT]) {
      for (; rows.length - done >= size; done += size)
        this.statement(table, known, size).run(valuesOf(rows, done, done + size, known.columns))
    }
  }

  private statement(table: string, { columns, bySize }: TableStatements, rows: number): Statement {
    const known = bySize.get(rows)
    if (known !== undefined) return known
    const statement = this.cache.prepare(textFor(table, columns, this.fixed, rows))
    bySize.set(rows, statement)
    return statement
  }

  private statementsFor(table: string, rows: readonly RowValues[]): TableStatements {
    const known = this.byTable.get(table)
    if (known !== undefined && rows.every((row) => isSame(known.columns, row))) return known
    const fresh = { columns: columnsOf(rows), bySize: new Map<number, Statement>() }
    this.byTable.set(table, fresh)
    return fresh
  }
}
