import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { neutraliseFormula } from '#shared/domain/csv-safe.ts'
import { coverLines, type Receipt, warnings } from '#shared/features/reports/cover.ts'
import { standingTexts } from '#shared/features/reports/own-text-words.ts'
import type { ReportDataset, ReportTable } from '#shared/features/reports/schema.ts'
import { paragraphsOf, type PlainCell, plainTable, tablesOf } from '#shared/features/reports/tables.ts'
import { hiddenMark, smallNumberWords } from '#shared/features/reports/words.ts'

type Cells = NonNullable<WriteSheet['cells']>

const BOLD: CellStyle = { font: { bold: true } }
const HEADING: CellStyle = {
  font: { bold: true },
  border: { bottom: { style: 'medium' } },
  alignment: { wrapText: true, vertical: 'bottom' },
}
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const HIDDEN: CellStyle = { fill: { type: 'pattern', pattern: 'lightUp' }, alignment: { horizontal: 'right' } }
const FORMATS = { count: '#,##0', 'per cent': '0.0%', 'per 100,000': '#,##0', days: '0.0' } as const

/** Title, then headings: both stay in view when the sheet is scrolled. */
const FROZEN_ROWS = 2

const LONGEST_SHEET_NAME = 31

interface TypedCell {
  readonly value: CellValue
  readonly style: CellStyle
}

const typedCell = (cell: PlainCell): TypedCell => {
  switch (cell.kind) {
    case 'text':
      return { value: neutraliseFormula(cell.text), style: WRAPPED }
    case 'number':
      return { value: cell.unit === 'per cent' ? cell.value / 100 : cell.value, style: { numFmt: FORMATS[cell.unit] } }
    case 'hidden':
      return { value: hiddenMark(cell.why), style: HIDDEN }
    case 'absent':
      return { value: cell.text, style: { alignment: { horizontal: 'right' } } }
  }
}

const placeRow = (cells: Cells, row: number, typed: readonly TypedCell[]): CellValue[] =>
  typed.map(({ value, style }, column) => {
    cells.set(`${row},${column}`, { value, style })
    return value
  })

const A4 = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

/** Printed on every page of a sheet. */
const headerFooter = (watermark: string | null): NonNullable<WriteSheet['headerFooter']> => ({
  ...(watermark === null ? {} : { oddHeader: `&C&B${watermark}` }),
  oddFooter: '&L&A&RPage &P of &N',
})

const tableSheet = (
  table: ReportTable,
  name: string,
  notes: readonly string[],
  watermark: string | null,
): WriteSheet => {
  const { headings, rows } = plainTable(table)
  const cells: Cells = new Map()
  const title = placeRow(cells, 0, [{ value: neutraliseFormula(table.title), style: BOLD }])
  const head = placeRow(
    cells,
    1,
    headings.map((value) => ({ value: neutraliseFormula(value), style: HEADING })),
  )
  const isTotal = (index: number): boolean => table.totalRow && index === rows.length - 1
  const body = rows.map((row, index) => {
    const typed = row.map(typedCell)
    return placeRow(
      cells,
      index + FROZEN_ROWS,
      isTotal(index) ? typed.map(({ value, style }) => ({ value, style: { ...style, ...BOLD } })) : typed,
    )
  })
  const below = [...(table.note === null ? [] : [table.note]), ...notes].map((note) => [neutraliseFormula(note)])
  return {
    name,
    columns: headings.map((_, index) => ({ width: index === 0 ? 44 : 18 })),
    rows: [title, head, ...body, [], ...below],
    cells,
    freezePane: { rows: FROZEN_ROWS },
    pageSetup: { ...A4, printTitlesRow: '$2:$2' },
    headerFooter: headerFooter(watermark),
    a11y: { summary: table.title, headerRow: 1 },
  }
}

/** Sheet names are short and must differ whatever their case. */
const sheetNames = (tables: readonly ReportTable[]): string[] => {
  const taken = new Set<string>()
  return tables.map(({ id }) => {
    const base = id.slice(0, LONGEST_SHEET_NAME - 3)
    let name = base
    for (let copy = 2; taken.has(name); copy += 1) name = `${base}-${copy}`
    taken.add(name)
    return name
  })
}

const coverSheet = (
  dataset: ReportDataset,
  receipt: Receipt,
  contents: readonly { name: string; title: string }[],
): WriteSheet => {
  const cells: Cells = new Map()
  const lines = [
    ...warnings(dataset).map((value) => ({ name: 'Note', value })),
    ...coverLines(dataset, receipt),
    { name: 'Marks', value: smallNumberWords(dataset.smallNumbers) },
    ...dataset.sections.flatMap(({ title, finding }) => (finding === '' ? [] : [{ name: title, value: finding }])),
    ...standingTexts(dataset).map(({ name, text }) => ({ name, value: text })),
    ...paragraphsOf(dataset.sections).map(({ title, text }) => ({ name: title, value: text })),
    ...contents.map(({ name, title }) => ({ name: `Sheet ${name}`, value: title })),
  ]
  const title = placeRow(cells, 0, [{ value: neutraliseFormula(dataset.title), style: BOLD }])
  const head = placeRow(
    cells,
    1,
    ['What', 'Value'].map((value) => ({ value, style: HEADING })),
  )
  const body = lines.map(({ name, value }, index) =>
    placeRow(cells, index + FROZEN_ROWS, [
      { value: neutraliseFormula(name), style: { ...BOLD, alignment: { vertical: 'top' } } },
      { value: neutraliseFormula(value), style: WRAPPED },
    ]),
  )
  return {
    name: 'report',
    columns: [{ width: 28 }, { width: 100 }],
    rows: [title, head, ...body],
    cells,
    freezePane: { rows: FROZEN_ROWS },
    pageSetup: A4,
    headerFooter: headerFooter(dataset.watermark),
    a11y: { summary: dataset.title, headerRow: 1 },
  }
}

/** The report as a workbook: a cover, then a sheet for each table. Counts are numbers, hidden ones their mark. */
export const reportXlsx = async (dataset: ReportDataset, receipt: Receipt): Promise<Uint8Array> => {
  const tables = dataset.sections.flatMap(tablesOf)
  const names = sheetNames(tables)
  const contents = tables.map(({ title }, index) => ({ name: names[index] ?? '', title }))
  const notes = warnings(dataset)
  const frozen = new Date(dataset.frozenAt)
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: [
      coverSheet(dataset, receipt, contents),
      ...tables.map((table, index) => tableSheet(table, names[index] ?? '', notes, dataset.watermark)),
    ],
    properties: {
      title: dataset.title,
      creator: dataset.practiceName,
      description: `SHA-256 ${receipt.sha256}`,
      created: frozen,
      modified: frozen,
    },
  })
}
