import type { TableLayout } from './layout.ts'

/** `schema.json` of a bundle: every table and column in words, for whoever reads the files without Throughline. */
export const schemaJson = (layouts: readonly TableLayout[]): string => {
  const tables = layouts.map(({ table, words, columns }) => ({
    table,
    file: tableFile(table),
    meaning: words,
    columns: columns.map(({ name, type, form, words: meaning, unit, absent, codes, mayBeNull, references }) => ({
      name,
      type,
      form,
      meaning,
      unit,
      emptyMeans: mayBeNull ? absent : null,
      references,
      codes,
    })),
  }))
  const cells =
    'UTF-8, RFC 4180. An empty cell is a value that is not recorded. A cell that starts with an apostrophe is the text after it.'
  return `${JSON.stringify({ cells, tables }, null, 2)}\n`
}

/** Where a table lies in the zip. */
export const tableFile = (table: string): string => `tables/${table}.csv`
