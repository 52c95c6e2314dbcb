import { createHash, type Hash } from 'node:crypto'
import { bundleLine, cellOf } from '#shared/features/bundle/cells.ts'
import type { BundledTable, Fingerprint } from '#shared/features/bundle/schema.ts'
import { rowsById, type Statements } from '../../db/sqlite/whole-tables.ts'
import type { TableLayout } from './layout.ts'

/** Called between slices, so that others can work and the person can stop. */
export type OnRows = (rows: number) => Promise<void>

const headings = ({ columns }: TableLayout): string[] => columns.map(({ name }) => name)

/** The rows of a table as cells, by id, a slice at a time. The heading is the first row. */
export async function* cellSlices(
  statements: Statements,
  layout: TableLayout,
  onRows: OnRows,
): AsyncGenerator<string[][], void, void> {
  const names = headings(layout)
  yield [names]
  for (const rows of rowsById(statements, layout.table, names)) {
    yield rows.map((row) => names.map((name) => cellOf(row[name] ?? null)))
    await onRows(rows.length)
  }
}

/** Counts rows and takes the SHA-256 of a table as its CSV file has it. */
export interface TableSum {
  add(lines: string): void
  rows(count: number): void
  result(): BundledTable
}

export const tableSum = (table: string): TableSum => {
  const hash: Hash = createHash('sha256')
  let rows = 0
  return {
    add: (lines) => void hash.update(lines, 'utf8'),
    rows: (count) => void (rows += count),
    result: () => ({ table, rows, sha256: hash.digest('hex') }),
  }
}

/** Slices of cells as lines of a CSV file, counted and hashed on the way. */
export async function* linesOf(
  slices: AsyncIterable<readonly string[][]>,
  sum: TableSum,
): AsyncGenerator<string, void, void> {
  let isHeading = true
  for await (const slice of slices) {
    const lines = slice.map(bundleLine).join('')
    sum.add(lines)
    if (!isHeading) sum.rows(slice.length)
    isHeading = false
    yield lines
  }
}

/**
 * One hash for everything that a bundle holds: SHA-256 of a line for each table in alphabetical order, its name, a space,
 * the SHA-256 of the table as a CSV file and a line feed. Two registers with the same content hash hold the same.
 */
export const contentHashOf = (tables: readonly BundledTable[]): string => {
  const lines = tables.map(({ table, sha256 }) => `${table} ${sha256}\n`).toSorted()
  return createHash('sha256').update(lines.join(''), 'utf8').digest('hex')
}

export const fingerprintFrom = (tables: readonly BundledTable[]): Fingerprint => ({
  contentHash: contentHashOf(tables),
  people: tables.find(({ table }) => table === 'person')?.rows ?? 0,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
})

/** Sums up every bundled table of a register. */
export const sumUp = async (
  statements: Statements,
  layouts: readonly TableLayout[],
  onRows: OnRows,
): Promise<BundledTable[]> => {
  const sums: BundledTable[] = []
  for (const layout of layouts) {
    const sum = tableSum(layout.table)
    for await (const lines of linesOf(cellSlices(statements, layout, onRows), sum)) void lines
    sums.push(sum.result())
  }
  return sums
}
