import { AppError } from '#shared/contract/errors.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import { knownFigureHeadings } from '#shared/features/figures/suggest.ts'
import {
  cleanCell,
  dateColumn,
  dateReader,
  type FileRow,
  type FileRows,
  findHeader,
  plainCell,
  type ReadRows,
} from '../imports/public.ts'

/** A file of figures seen as a table. */
export interface FigureTable {
  readonly headerLine: number
  readonly headings: readonly string[]
  readonly body: FileRows
  /** The row under the data that sums it up. It is a check and no figure of its own. */
  readonly total: FileRow | null
  readonly preamble: readonly FileRow[]
}

const refuse = (sentence: string, field?: string): AppError =>
  new AppError('validation', sentence, field === undefined ? {} : { fieldErrors: { [field]: sentence } })

const filled = (row: FileRow): string[] => row.cells.map(plainCell).filter((cell) => cell !== '')

const knownHeadings = ({ cells }: FileRow): number => knownFigureHeadings(cells.map(plainCell))
/** A column of percentages may be headed by the sign alone. */
const LETTER_OR_PERCENT = /[\p{L}%]/u

const isTotal = (row: FileRow): boolean => /^(?:grand )?totals?:?$/i.test(filled(row)[0] ?? '')

/**
 * Finds headings, rows and the total of a file of figures.
 * @param headerLine where a person says that the headings are; null: found out.
 * @throws AppError `validation` when there are no headings or no rows under them.
 */
export const findFigureTable = ({ rows }: Pick<ReadRows, 'rows'>, headerLine: number | null): FigureTable => {
  const at =
    headerLine === null
      ? findHeader(rows, knownHeadings, LETTER_OR_PERCENT)
      : rows.slice(0, headerLine).findIndex(({ line }) => line >= headerLine)
  const header = at < 0 ? undefined : rows.at(at)
  if (header === undefined)
    throw headerLine === null
      ? refuse(
          'No headings were found in this file. Its first rows should name the columns, such as practice code and list size.',
        )
      : refuse(
          `There is nothing on line ${headerLine} or below it. Choose the line that holds the headings.`,
          'headerLine',
        )
  const last = rows.length > at + 1 ? rows.at(-1) : undefined
  const total = last !== undefined && isTotal(last) ? last : null
  const body = rows.between(at + 1, total === null ? rows.length : rows.length - 1)
  if (body.length === 0)
    throw refuse('There are headings in this file and no rows under them. Nothing can be brought in.')
  return {
    headerLine: header.line,
    headings: header.cells.map(plainCell),
    body,
    total,
    preamble: rows.slice(0, at),
  }
}

/** The cell after a label in the rows above the headings. */
export const preambleValue = (preamble: readonly FileRow[], label: string): string | null => {
  for (const { cells } of preamble) {
    const at = cells.findIndex((cell) => normaliseName(cell) === label)
    const value = at < 0 ? '' : cleanCell(cells[at + 1])
    if (value !== '') return value
  }
  return null
}

/** A reader for the dates of some cells that are written alike: ISO text, or null for what is no whole date. */
export const dayReader = (cells: Iterable<string>, today: string): ((text: string) => string | null) => {
  const read = dateReader(dateColumn(cells).style, today)
  return (text) => {
    const date = read(text)
    return date.ok && date.value.precision === 'day' ? date.value.date : null
  }
}
