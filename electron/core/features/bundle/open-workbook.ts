import type { CellValue } from 'hucre'
import { COVER_SHEET, type Manifest } from '#shared/features/bundle/schema.ts'
import { type BundleRow, type OpenBundle, refuseBundle } from './bundle-file.ts'
import { cellFromWorkbook, joinLongParts, type LongPart } from './workbook-cells.ts'
import { LONG_SHEET, MANIFEST_MARK } from './write-workbook.ts'

const ROWS_A_SLICE = 1000

/** Cells of ours are text. Whatever else stands in a cell was put there since. */
const isText = (value: CellValue | undefined): value is string | null => value === null || typeof value === 'string'

const rowsOf = async function* (
  bytes: Buffer,
  sheet: string,
): AsyncGenerator<{ line: number; values: readonly CellValue[] }, void, void> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) yield { line: index + 1, values }
  } catch {
    throw refuseBundle(`The sheet “${sheet}” cannot be read.`)
  }
}

const manifestText = async (bytes: Buffer): Promise<string | null> => {
  for await (const { values } of rowsOf(bytes, COVER_SHEET)) {
    const [name, value] = values
    if (name === MANIFEST_MARK && typeof value === 'string') return value
  }
  return null
}

const longTextsOf = async (bytes: Buffer): Promise<Map<number, string>> => {
  const parts: LongPart[] = []
  for await (const { line, values } of rowsOf(bytes, LONG_SHEET)) {
    const [number, part, text] = values
    if (line > 1) parts.push({ number: Number(number), part: Number(part), text: typeof text === 'string' ? text : '' })
  }
  const joined = joinLongParts(parts)
  if (joined === null) throw refuseBundle(`The sheet “${LONG_SHEET}” lacks a part of a text.`)
  return joined
}

/** Texts that are too long for a cell are looked for once, when the first is met. */
const longTexts = (bytes: Buffer): (() => Promise<Map<number, string>>) => {
  let found: Promise<Map<number, string>> | null = null
  return () => (found ??= longTextsOf(bytes))
}

const NO_LONG_TEXTS: ReadonlyMap<number, string> = new Map()
const NAMES_LONG_TEXT = /^\\\d/

/**
 * A bundle in a workbook; null where the workbook is something else.
 * @throws AppError `validation`.
 */
export const openWorkbookBundle = async (
  bytes: Buffer,
  manifestFrom: (text: string) => Manifest,
): Promise<OpenBundle | null> => {
  const text = await manifestText(bytes).catch(() => null)
  if (text === null) return null
  const long = longTexts(bytes)
  const place = (table: string, line?: number): string =>
    line === undefined ? `the sheet ${table}` : `the sheet ${table}, row ${line}`
  return {
    format: 'xlsx',
    manifest: manifestFrom(text),
    place,
    async *rows(table) {
      let slice: BundleRow[] = []
      let width = 0
      for await (const { line, values } of rowsOf(bytes, table)) {
        if (line === 1) width = values.length
        const cells: string[] = []
        for (let column = 0; column < Math.max(width, values.length); column += 1) {
          const value = values[column] ?? null
          if (!isText(value)) throw refuseBundle(`In ${place(table, line)} a cell is no longer text.`)
          const needed = value !== null && NAMES_LONG_TEXT.test(value) ? await long() : NO_LONG_TEXTS
          const cell = value === null ? '' : cellFromWorkbook(value, needed)
          if (cell === undefined) throw refuseBundle(`In ${place(table, line)} a cell cannot be read.`)
          cells.push(cell)
        }
        slice.push({ line, cells })
        if (slice.length < ROWS_A_SLICE) continue
        yield slice
        slice = []
      }
      yield slice
    },
  }
}
