/** Parts that the migrations write their columns with. A released migration rests on them: never change what they give. */
export const isoDate = (column: string): string => `${column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`
export const day = (column: string): string => `${column} TEXT CHECK (${isoDate(column)})`
export const partial = (date: string): string =>
  `CHECK ((${date} IS NULL) = (${date}_precision IS NULL)
     AND (${date} IS NULL OR (${isoDate(date)} AND ${date}_precision IN ('day', 'month', 'year'))))`
/** Mostly not recorded: then the list, which SQLite lays out as a table for every statement, is never looked at. */
export const oneOf = (column: string, codes: string): string =>
  `${column} TEXT CHECK (${column} IS NULL OR ${column} IN (${codes
    .split(' ')
    .map((code) => `'${code}'`)
    .join(', ')}))`
export const adding = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n')
export const VERSION = 'version INTEGER NOT NULL CHECK (version > 0)'
