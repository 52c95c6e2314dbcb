/**
 * Writing comma-separated text that is safe to open in a spreadsheet.
 *
 * Sources: RFC 4180 (quoting, CRLF line ends); OWASP, CSV Injection (cells that start with = + - @, tab or carriage
 * return are run as formulas by spreadsheet programs).
 */

export type CsvValue = string | number | boolean | null | undefined

const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

/**
 * Text that a spreadsheet will show and not run: a leading apostrophe is put before a formula's first character.
 * Numbers, negative ones included, are untouched.
 */
export function neutraliseFormula(text: string): string {
  if (!FORMULA_START.test(text) || PLAIN_NUMBER.test(text)) return text
  return `'${text}`
}

/** One cell, made safe and quoted when it has to be. Nothing known becomes an empty cell. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? neutraliseFormula(value) : String(value)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One RFC 4180 record with its CRLF. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
