import { BUNDLED_TABLES, COLUMNS_LEFT_OUT, TABLES_LEFT_OUT } from '#shared/features/bundle/catalogue.ts'
import { STORED_TYPES, type StoredType } from '#shared/features/bundle/cells.ts'
import type { ColumnWords } from '#shared/features/bundle/describe.ts'
import { columnsOfTable, type Statements, tableNames } from '../../db/sqlite/whole-tables.ts'
import type { RecordedTable } from '../../db/recorder.ts'

export interface BundledColumn extends ColumnWords {
  readonly name: string
  readonly type: StoredType
  readonly mayBeNull: boolean
  /** `table.column`. */
  readonly references: string | null
}

export interface TableLayout {
  readonly table: RecordedTable
  readonly words: string
  readonly columns: readonly BundledColumn[]
  /** Columns that stay out, and what stands there in a register made from a bundle. */
  readonly leftOut: Readonly<Record<string, number>>
}

const HOW = 'See shared/features/bundle/catalogue.ts: describe it there, or list it as left out with the reason.'

const isStoredType = (type: string): type is StoredType => (STORED_TYPES as readonly string[]).includes(type)

/** What is in the one list and not in the other. */
const missing = (from: Iterable<string>, others: ReadonlySet<string>): string[] =>
  [...from].filter((name) => !others.has(name))

/** Sentences for whoever added a table or column, or removed one; empty when the catalogue and the register agree. */
export const catalogueProblems = (statements: Statements): string[] => {
  const there = new Set(tableNames(statements))
  const bundled = new Map(BUNDLED_TABLES.map((table) => [table.table, table]))
  const known = new Set([...bundled.keys(), ...Object.keys(TABLES_LEFT_OUT)])
  const columns = [...bundled].flatMap(([table, { columns: described }]) => {
    const live = columnsOfTable(statements, table)
    const told = new Set([
      ...Object.keys(described).map((column) => `${table}.${column}`),
      ...Object.keys(COLUMNS_LEFT_OUT).filter((name) => name.startsWith(`${table}.`)),
    ])
    const names = new Set(live.map(({ name }) => `${table}.${name}`))
    return [
      ...missing(names, told).map((name) => `The column ${name} is not in the bundle. ${HOW}`),
      ...missing(told, names).map((name) => `The bundle describes the column ${name}, which is not there. ${HOW}`),
      ...live
        .filter(({ type }) => !isStoredType(type))
        .map(({ name, type }) => `The bundle cannot hold ${table}.${name}: it has no form for ${type}. ${HOW}`),
    ]
  })
  return [
    ...missing(there, known).map((table) => `The table ${table} is not in the bundle. ${HOW}`),
    ...missing(known, there).map((table) => `The bundle describes the table ${table}, which is not there. ${HOW}`),
    ...columns,
  ]
}

/**
 * The tables and columns of a bundle, as the register itself has them, with the words of the catalogue.
 * @throws Error when a table or column is in neither list: a bundle that lacks something must never be written.
 */
export const bundleLayout = (statements: Statements): TableLayout[] => {
  const problems = catalogueProblems(statements)
  if (problems.length > 0) throw new Error(problems.join(' '))
  return BUNDLED_TABLES.map(({ table, words, columns: described }) => ({
    table: table as RecordedTable,
    words,
    columns: columnsOfTable(statements, table).flatMap((column): BundledColumn[] => {
      const told = described[column.name]
      if (told === undefined) return []
      const codes = told.codes ?? (column.codes.length > 0 ? column.codes : null)
      return [{ ...told, ...column, codes, type: column.type as StoredType }]
    }),
    leftOut: Object.fromEntries(
      Object.entries(COLUMNS_LEFT_OUT)
        .filter(([name]) => name.startsWith(`${table}.`))
        .map(([name, { instead }]) => [name.slice(table.length + 1), instead]),
    ),
  }))
}
