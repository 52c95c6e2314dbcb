/**
 * How a value stands in a cell of a bundle, and how it comes back. Nothing is lost: an empty cell is a value that is not
 * recorded; a cell that starts with an apostrophe is the text after it. An apostrophe is put before a text that is empty,
 * that starts with an apostrophe itself, or that a spreadsheet would run as a formula (OWASP, CSV Injection).
 */

const NEEDS_APOSTROPHE = /^(?:$|['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/** What a database column holds; whole numbers come as bigint, so that none is rounded. */
export type StoredValue = string | number | bigint | null
/** What the database calls the type of a column. */
export const STORED_TYPES = ['TEXT', 'INTEGER', 'REAL'] as const
export type StoredType = (typeof STORED_TYPES)[number]

/** A value as the text of a cell. */
export const cellOf = (value: StoredValue): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return NEEDS_APOSTROPHE.test(value) ? `'${value}` : value
}

const WHOLE_NUMBER = /^(?:0|-?[1-9]\d*)$/
const LARGEST = 2n ** 63n - 1n

const wholeNumber = (cell: string): bigint | undefined => {
  if (!WHOLE_NUMBER.test(cell) || cell.length > 20) return undefined
  const value = BigInt(cell)
  return value > LARGEST || value < -LARGEST - 1n ? undefined : value
}

const realNumber = (cell: string): number | undefined => {
  const value = Number(cell)
  return Number.isFinite(value) && String(value) === cell ? value : undefined
}

const plainText = (cell: string): string | undefined => {
  if (cell.startsWith("'")) {
    const text = cell.slice(1)
    return NEEDS_APOSTROPHE.test(text) ? text : undefined
  }
  return NEEDS_APOSTROPHE.test(cell) ? undefined : cell
}

/** The value of a cell; undefined where no register writes such a cell. */
export const valueOf = (cell: string, type: StoredType): StoredValue | undefined => {
  if (cell === '') return null
  switch (type) {
    case 'TEXT':
      return plainText(cell)
    case 'INTEGER':
      return wholeNumber(cell)
    case 'REAL':
      return realNumber(cell)
  }
}

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One RFC 4180 record of a table file, with its CRLF. Cells are as {@link cellOf} gives them. */
export const bundleLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
