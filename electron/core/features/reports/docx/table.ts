import type { Table } from 'docx'
import type { ReportTable, TableCell as ReportCell, TableColumn } from '#shared/features/reports/schema.ts'
import { cellText, hiddenMark, hiddenWords } from '#shared/features/reports/words.ts'
import { wordTable } from '../../../word/table.ts'

const TEXT_COLUMN: TableColumn = { heading: '', shows: 'text' }

const textsOf = ({ columns, rows }: ReportTable): string[][] =>
  rows.map((row) => row.map((cell, at) => cellText(cell, columns[at] ?? TEXT_COLUMN)))

const why = (cell: ReportCell): 'small' | 'protect' | null => {
  if (cell.kind === 'count') return cell.figure.state === 'hidden' ? cell.figure.why : null
  return cell.kind === 'estimate' && cell.estimate.state === 'hidden' ? cell.estimate.why : null
}

/** `* hidden: too few to show.` for the marks that a table really holds; null for a table in which nothing is hidden. */
export const marksNote = ({ rows }: ReportTable): string | null => {
  const marks = (['small', 'protect'] as const).filter((reason) => rows.flat().some((cell) => why(cell) === reason))
  return marks.length === 0 ? null : marks.map((reason) => `${hiddenMark(reason)} ${hiddenWords(reason)}.`).join(' ')
}

/** A table of the report, for a word processor. */
export const reportTable = (table: ReportTable): Table =>
  wordTable({
    columns: table.columns.map(({ heading, shows }) => ({ heading, isFigure: shows !== 'text' })),
    rows: textsOf(table),
    totalRow: table.totalRow,
  })
