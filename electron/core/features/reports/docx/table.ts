import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { ReportTable, TableCell as ReportCell, TableColumn } from '#shared/features/reports/schema.ts'
import { cellText, hiddenMark, hiddenWords } from '#shared/features/reports/words.ts'
import { STYLES, TEXT_WIDTH } from '../../../docx/styles.ts'

const TEXT_COLUMN: TableColumn = { heading: '', shows: 'text' }

/** Letters that a column always has room for, and letters that stand beside the longest of them. */
const LEAST = 9
const MARGIN = 2

/** From this length on, text gets room more slowly than it grows: it can go on to another line. */
const LINE = 12

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

/** How much of the width a column asks for. Figures and single words are never broken; words may be. */
const share = (shows: TableColumn['shows'], [heading = '', ...texts]: readonly string[]): number => {
  const words = longest(heading.split(' '))
  if (shows !== 'text') return Math.max(LEAST, words + MARGIN, longest(texts) + MARGIN)
  const most = Math.max(words, longest(texts))
  return Math.max(LEAST, words + MARGIN, most <= LINE ? most : LINE + 3 * Math.sqrt(most - LINE))
}

const textsOf = ({ columns, rows }: ReportTable): string[][] => [
  columns.map(({ heading }) => heading),
  ...rows.map((row) => row.map((cell, at) => cellText(cell, columns[at] ?? TEXT_COLUMN))),
]

/** Widths of the columns, in twentieths of a point, by the length of what they hold. They fill the text's width. */
const columnWidths = (table: ReportTable): number[] => {
  const texts = textsOf(table)
  const shares = table.columns.map(({ shows }, at) =>
    share(
      shows,
      texts.map((row) => row[at] ?? ''),
    ),
  )
  const total = shares.reduce((sum, part) => sum + part, 0)
  return shares.map((part) => Math.floor((part / total) * TEXT_WIDTH))
}

const why = (cell: ReportCell): 'small' | 'protect' | null => {
  if (cell.kind === 'count') return cell.figure.state === 'hidden' ? cell.figure.why : null
  return cell.kind === 'estimate' && cell.estimate.state === 'hidden' ? cell.estimate.why : null
}

/** `* hidden: too few to show.` for the marks that a table really holds; null for a table in which nothing is hidden. */
export const marksNote = ({ rows }: ReportTable): string | null => {
  const marks = (['small', 'protect'] as const).filter((reason) => rows.flat().some((cell) => why(cell) === reason))
  return marks.length === 0 ? null : marks.map((reason) => `${hiddenMark(reason)} ${hiddenWords(reason)}.`).join(' ')
}

/** A table of the report: its head stands again on every page, no row is torn, figures stand on the right. */
export const wordTable = (table: ReportTable): Table => {
  const { columns, totalRow } = table
  const [head = [], ...body] = textsOf(table)
  const widths = columnWidths(table)
  const cells = (texts: readonly string[]): TableCell[] =>
    texts.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          children: [
            new Paragraph({ text, style: columns[at]?.shows === 'text' ? STYLES.tableText : STYLES.tableFigure }),
          ],
        }),
    )
  return new Table({
    style: STYLES.table,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: {
      firstRow: true,
      lastRow: totalRow,
      firstColumn: true,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head) }),
      ...body.map((texts) => new TableRow({ cantSplit: true, children: cells(texts) })),
    ],
  })
}
