import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { neutraliseFormula } from '#shared/domain/csv-safe.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import {
  type Paper,
  type PaperBlock,
  type PaperCell,
  type PaperTable,
  paperTables,
} from '#shared/features/papers/paper.ts'

type Cells = NonNullable<WriteSheet['cells']>

const BOLD: CellStyle = { font: { bold: true } }
const HEADING: CellStyle = {
  font: { bold: true },
  border: { bottom: { style: 'medium' } },
  alignment: { wrapText: true, vertical: 'bottom' },
}
const WRAPPED: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const DAY: CellStyle = { numFmt: 'd mmm yyyy', alignment: { vertical: 'top', horizontal: 'left' } }
const NUMBER: CellStyle = { alignment: { vertical: 'top', horizontal: 'right' } }

/** Title, then headings: both stay in view when the sheet is scrolled. */
const FROZEN_ROWS = 2
const LONGEST_SHEET_NAME = 31
const WIDE = 44
const NARROW = 16

const A4 = { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

interface TypedCell {
  readonly value: CellValue
  readonly style: CellStyle
}

const typed = (cell: PaperCell): TypedCell => {
  switch (cell.kind) {
    case 'text':
      return { value: neutraliseFormula(cell.text), style: WRAPPED }
    case 'number':
      return { value: cell.value, style: cell.text.endsWith('%') ? { ...NUMBER, numFmt: '0.0%' } : NUMBER }
    case 'date':
      return { value: new Date(`${cell.date}T00:00:00Z`), style: DAY }
  }
}

const place = (cells: Cells, row: number, values: readonly TypedCell[]): CellValue[] =>
  values.map(({ value, style }, column) => {
    cells.set(`${row},${column}`, { value, style })
    return value
  })

const said = (value: string, style: CellStyle): TypedCell => ({ value: neutraliseFormula(value), style })

const isLong = ({ rows }: PaperTable, column: number): boolean =>
  rows.some((row) => {
    const cell = row[column]
    return cell?.kind === 'text' && cell.text.length > NARROW + 4
  })

const tableSheet = (table: PaperTable, name: string): WriteSheet => {
  const cells: Cells = new Map()
  const title = place(cells, 0, [said(table.title, BOLD)])
  const head = place(
    cells,
    1,
    table.columns.map(({ heading }) => said(heading, HEADING)),
  )
  const body = table.rows.map((row, index) => place(cells, index + FROZEN_ROWS, row.map(typed)))
  return {
    name,
    columns: table.columns.map((_, column) => ({ width: isLong(table, column) ? WIDE : NARROW })),
    rows: [title, head, ...body, ...(table.note === null ? [] : [[], [neutraliseFormula(table.note)]])],
    cells,
    freezePane: { rows: FROZEN_ROWS },
    pageSetup: { ...A4, printTitlesRow: '$2:$2' },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
    a11y: { summary: table.title, headerRow: 1 },
  }
}

/** Words that a sheet may be named by: without what Excel refuses, short enough, and no two alike. */
const sheetNames = (tables: readonly PaperTable[]): string[] => {
  const taken = new Set<string>(['about'])
  return tables.map(({ title }) => {
    const base = title
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .slice(0, LONGEST_SHEET_NAME - 3)
      .trim()
    let name = base
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${base} ${copy}`
    taken.add(name.toLowerCase())
    return name
  })
}

const wordsOf = (block: PaperBlock): string[] => {
  if (block.type === 'table') return []
  return block.type === 'paragraph' ? [block.text] : [...block.items]
}

const aboutSheet = (paper: Paper, names: readonly string[]): WriteSheet => {
  const cells: Cells = new Map()
  const lines = [
    { name: 'Organisation', value: paper.organisation },
    ...paper.notices.map((value) => ({ name: 'Note', value })),
    ...paper.lines.map((value) => ({ name: 'About', value })),
    ...paper.facts,
    { name: 'As recorded on', value: formatIsoDate(paper.madeOn) },
    ...paper.sections.flatMap(({ title, blocks }) => blocks.flatMap(wordsOf).map((value) => ({ name: title, value }))),
    ...paperTables(paper).map(({ title }, at) => ({ name: `Sheet ${names[at] ?? ''}`, value: title })),
  ]
  const title = place(cells, 0, [said(paper.title, BOLD)])
  const head = place(
    cells,
    1,
    ['What', 'Value'].map((value) => said(value, HEADING)),
  )
  const body = lines.map(({ name, value }, index) =>
    place(cells, index + FROZEN_ROWS, [said(name, { ...BOLD, alignment: { vertical: 'top' } }), said(value, WRAPPED)]),
  )
  return {
    name: 'About',
    columns: [{ width: 32 }, { width: 100 }],
    rows: [title, head, ...body],
    cells,
    freezePane: { rows: FROZEN_ROWS },
    pageSetup: A4,
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
    a11y: { summary: paper.title, headerRow: 1 },
  }
}

/** A paper as a workbook: what it is, then a sheet for each table. Dates are dates, figures numbers, and no formula runs. */
export const paperXlsx = async (paper: Paper): Promise<Uint8Array> => {
  const tables = paperTables(paper)
  const names = sheetNames(tables)
  const made = new Date(`${paper.madeOn}T00:00:00Z`)
  const { writeXlsx } = await import('hucre/xlsx')
  return writeXlsx({
    sheets: [aboutSheet(paper, names), ...tables.map((table, at) => tableSheet(table, names[at] ?? ''))],
    properties: { title: paper.title, creator: paper.organisation, created: made, modified: made },
  })
}
