import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { STYLES, TEXT_WIDTH } from './styles.ts'

/** A column of a table in a document: figures stand on the right and are never broken. */
export interface WordColumn {
  readonly heading: string
  readonly isFigure: boolean
  /** Never broken though it stands on the left, as a date. */
  readonly isWhole?: boolean
}

interface WordTable {
  readonly columns: readonly WordColumn[]
  readonly rows: readonly (readonly string[])[]
  /** The last row is a total of those above it. */
  readonly totalRow: boolean
  /** In twentieths of a point; the text's width of an upright A4 page unless it is given. */
  readonly width?: number
}

/** Letters that a column always has room for, and letters that stand beside the longest of them. */
const LEAST = 9
const MARGIN = 2

/** From this length on, text gets room more slowly than it grows: it can go on to another line. */
const LINE = 12

/** What a letter of a table takes, in twentieths of a point: half of its nine points, and something for broad ones. */
const LETTER = 120

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

interface Share {
  /** Letters without which a word or a figure would be broken. */
  readonly least: number
  /** Letters that are asked for. */
  readonly wanted: number
}

/** How much of the width a column asks for. Figures and single words are never broken; texts may be. */
const shareOf = ({ heading, isFigure, isWhole = false }: WordColumn, texts: readonly string[]): Share => {
  const words = longest(heading.split(' '))
  if (isFigure || isWhole) {
    const whole = Math.max(LEAST, words + MARGIN, longest(texts) + MARGIN)
    return { least: whole, wanted: whole }
  }
  const most = Math.max(words, longest(texts))
  const least = Math.max(LEAST, words + MARGIN, longest(texts.flatMap((text) => text.split(/\s+/))) + MARGIN)
  return { least, wanted: Math.max(least, most <= LINE ? most : LINE + 3 * Math.sqrt(most - LINE)) }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Letters that each column gets: where not all that is asked for has room, nobody loses what would break a word. */
const lettersOf = (shares: readonly Share[], room: number): number[] => {
  const wanted = shares.map((share) => share.wanted)
  const least = shares.map((share) => share.least)
  const spare = room - sumOf(least)
  const asked = sumOf(wanted) - sumOf(least)
  if (sumOf(wanted) <= room || spare <= 0 || asked <= 0) return wanted
  return shares.map((share) => share.least + ((share.wanted - share.least) * spare) / asked)
}

/** Widths of the columns, in twentieths of a point, by the length of what they hold. They fill the width. */
const columnWidths = ({ columns, rows, width = TEXT_WIDTH }: WordTable): number[] => {
  const shares = columns.map((column, at) =>
    shareOf(
      column,
      rows.map((row) => row[at] ?? ''),
    ),
  )
  const letters = lettersOf(shares, width / LETTER)
  const total = sumOf(letters)
  return letters.map((part) => Math.floor((part / total) * width))
}

/** Rows of a table that is kept on one page. */
const FEW = 20

/** A table of a document: its head stands again on every page, no row is torn, figures stand on the right. */
export const wordTable = (table: WordTable): Table => {
  const { columns, rows, totalRow } = table
  const widths = columnWidths(table)
  // A head is never left alone at the foot of a page, and a short table is not torn.
  const staysWithNext = (at: number): boolean => rows.length <= FEW && at < rows.length - 1
  const cells = (texts: readonly string[], keepNext: boolean): TableCell[] =>
    texts.map(
      (text, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          children: text.split('\n').map(
            (line) =>
              new Paragraph({
                text: line,
                keepNext,
                style: columns[at]?.isFigure === true ? STYLES.tableFigure : STYLES.tableText,
              }),
          ),
        }),
    )
  return new Table({
    style: STYLES.table,
    layout: TableLayoutType.FIXED,
    width: { size: sumOf(widths), type: WidthType.DXA },
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
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(
          columns.map(({ heading }) => heading),
          true,
        ),
      }),
      ...rows.map((texts, at) => new TableRow({ cantSplit: true, children: cells(texts, staysWithNext(at)) })),
    ],
  })
}
