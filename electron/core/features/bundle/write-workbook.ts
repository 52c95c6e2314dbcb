import { closeSync, fsyncSync, writeSync } from 'node:fs'
import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { AppError } from '#shared/contract/errors.ts'
import {
  BUNDLE_FORMATS,
  type BundledTable,
  COLUMNS_SHEET,
  COVER_SHEET,
  MOST_WORKBOOK_ROWS,
} from '#shared/features/bundle/schema.ts'
import { countRows } from '../../db/sqlite/whole-tables.ts'
import { openBeside } from '../../vault/atomic-file.ts'
import type { TableLayout } from './layout.ts'
import { cellSlices, linesOf, tableSum } from './tables.ts'
import { type LongPart, workbookCell } from './workbook-cells.ts'
import type { Writing } from './writing.ts'

/** A sheet that is no table. Its name holds a blank, as no table's does. */
export const LONG_SHEET = 'long texts'
/** The cell of the cover sheet beside this one is the manifest. */
export const MANIFEST_MARK = 'manifest'

const CONFIDENTIAL = 'Confidential: names people with cancer. Not encrypted.'
const HEADING: CellStyle = { font: { bold: true } }
/** Text, so that a spreadsheet neither rounds a number nor takes a code for a date. */
const TEXT: CellStyle = { numFmt: '@' }

const sheetOf = (name: string, rows: CellValue[][], width = 22): WriteSheet => ({
  name,
  columns: (rows[0] ?? []).map(() => ({ width, style: TEXT })),
  rows,
  cells: new Map((rows[0] ?? []).map((value, column) => [`0,${column}`, { value, style: HEADING }])),
  freezePane: { rows: 1 },
  headerFooter: { oddFooter: `&L${CONFIDENTIAL}&R&A, page &P of &N` },
})

const columnsSheet = (layouts: readonly TableLayout[]): WriteSheet =>
  sheetOf(COLUMNS_SHEET, [
    ['Table', 'Column', 'Type', 'Form', 'Meaning', 'Unit', 'Empty means', 'Names a row of', 'Codes'],
    ...layouts.flatMap(({ table, columns }) =>
      columns.map(({ name, type, form, words, unit, mayBeNull, absent, references, codes }) => [
        table,
        name,
        type,
        form,
        words,
        unit,
        mayBeNull ? absent : 'never empty',
        references,
        codes?.join(' ') ?? null,
      ]),
    ),
  ])

const refuseTooLarge = ({ layouts, statements }: Writing): void => {
  const rows = layouts.reduce((sum, { table }) => sum + countRows(statements, table), 0)
  if (rows <= MOST_WORKBOOK_ROWS) return
  const words = `This register has ${rows.toLocaleString('en-GB')} rows, more than a workbook is written for. Choose “${BUNDLE_FORMATS[0].label}”, which holds the same.`
  throw new AppError('validation', words, { fieldErrors: { format: words } })
}

const writePrivately = (path: string, bytes: Uint8Array): void => {
  const file = openBeside(path)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Writes the bundle as one workbook, a sheet for each table, every cell as text and none of them a formula.
 * @throws AppError `validation` above {@link MOST_WORKBOOK_ROWS}: a workbook is made in memory.
 */
export const writeWorkbook = async (path: string, writing: Writing): Promise<void> => {
  refuseTooLarge(writing)
  const { layouts, statements, onRows, manifest } = writing
  const tables: BundledTable[] = []
  const sheets: WriteSheet[] = []
  const parts: LongPart[] = []
  for (const layout of layouts) {
    const rows: CellValue[][] = []
    const keeping = async function* (): AsyncGenerator<string[][], void, void> {
      for await (const slice of cellSlices(statements, layout, onRows)) {
        for (const row of slice) rows.push(row.map((cell) => (cell === '' ? null : workbookCell(cell, parts))))
        yield slice
      }
    }
    const sum = tableSum(layout.table)
    for await (const lines of linesOf(keeping(), sum)) void lines
    tables.push(sum.result())
    sheets.push(sheetOf(layout.table, rows))
  }
  const facts = manifest(tables, null)
  const cover: CellValue[][] = [
    ['Throughline bundle', CONFIDENTIAL],
    ['Practice', facts.practice.name],
    ['Written', facts.createdAt],
    ['Content hash', facts.contentHash],
    [
      'Bringing it back',
      'Throughline, Settings, Whole register. Only as it was written: a changed workbook is refused.',
    ],
    [MANIFEST_MARK, JSON.stringify(facts)],
  ]
  const long = parts.map(({ number, part, text }) => [String(number), String(part), text])
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({
    sheets: [
      sheetOf(COVER_SHEET, cover, 40),
      columnsSheet(layouts),
      ...sheets,
      ...(long.length === 0 ? [] : [sheetOf(LONG_SHEET, [['number', 'part', 'text'], ...long])]),
    ],
    properties: { title: 'Throughline bundle', description: `Content hash ${facts.contentHash}` },
  })
  writePrivately(path, bytes)
}
