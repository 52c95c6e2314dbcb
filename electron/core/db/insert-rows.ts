import type { StatementCache } from './sqlite/connection.ts'

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

/** Without the columns that nothing is recorded in: to hand over a null costs as much as a value. */
const recordedIn = (rows: readonly RowValues[], columns: readonly string[]): readonly string[] =>
  columns.filter((column) => rows.some((row) => row[column] !== null && row[column] !== undefined))

const valuesOf = (rows: readonly RowValues[], from: number, to: number, columns: readonly string[]): unknown[] => {
  const values: unknown[] = []
  for (let at = from; at < to; at += 1) {
    const row = rows[at]
    for (const column of columns) values.push(row?.[column] ?? null)
  }
  return values
}

/** Stores rows by the handful: rows of an import come by the thousand with the same columns. */
export class RowInserter {
  private readonly cache: StatementCache
  private readonly fixed: FixedColumns

  constructor(cache: StatementCache, fixed: FixedColumns = {}) {
    this.cache = cache
    this.fixed = fixed
  }

  /** Stores rows in the order given. A refusal leaves the rows before it in place: it must end the transaction. */
  insert(table: string, rows: readonly RowValues[]): void {
    const columns = recordedIn(rows, columnsOf(rows))
    let done = 0
    for (const size of ROWS_A_STATEMENT) {
      if (rows.length - done < size) continue
      const statement = this.cache.prepare(textFor(table, columns, this.fixed, size))
      for (; rows.length - done >= size; done += size) statement.run(valuesOf(rows, done, done + size, columns))
    }
  }
}
