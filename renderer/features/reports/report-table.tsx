import type { ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import type { Indicator, ReportBlock, ReportTable, TableCell, TableColumn } from '#shared/features/reports/schema.ts'
import { indicatorTable } from '#shared/features/reports/tables.ts'
import { cellText } from '#shared/features/reports/words.ts'
import { HiddenMark } from './hidden-mark.tsx'
import classes from './report-document.module.css'
import { ReportFigure } from './report-figure.tsx'

interface CellProps {
  readonly cell: TableCell
  readonly column: TableColumn
  readonly row: string
  readonly indicator: Indicator | null
}

const Cell = ({ cell, column, row, indicator }: CellProps): ReactNode => {
  if (cell.kind === 'count')
    return <ReportFigure figure={cell.figure} explain={cell.explain} row={row} indicator={indicator} />
  if (cell.kind === 'estimate' && cell.estimate.state === 'hidden') return <HiddenMark why={cell.estimate.why} />
  return cellText(cell, column)
}

const TEXT_COLUMN: TableColumn = { heading: '', shows: 'text' }

/** Text of more letters than this in a cell makes its column the widest. */
const LONG = 120

/** The place of the column with the longest text, where one is long; else -1. */
const longColumn = ({ columns, rows }: ReportTable): number => {
  const longest = columns.map((_, at) =>
    Math.max(0, ...rows.map((row) => (row[at]?.kind === 'text' ? row[at].text.length : 0))),
  )
  const most = Math.max(0, ...longest)
  return most > LONG ? longest.indexOf(most) : -1
}

interface PaperTableProps {
  readonly table: ReportTable
  /** The indicators whose rows these are, for the words of their explanations. */
  readonly indicators?: readonly Indicator[]
}

/** A table of the report: named by its caption, rows and columns named by headers, the head repeated on each sheet. */
export const PaperTable = ({ table, indicators }: PaperTableProps): ReactNode => {
  const { columns, rows, totalRow, note, title, id } = table
  const long = longColumn(table)
  return (
    <>
      <table className={classNames(classes.table, long >= 0 && classes.wordy)}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, shows }, at) => (
              <th
                key={heading}
                scope="col"
                className={classNames(shows !== 'text' && classes.number, at === long && classes.long)}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => {
            const row = name === undefined ? '' : cellText(name, TEXT_COLUMN)
            return (
              <tr key={`${id} ${row}`} className={classNames(totalRow && index === rows.length - 1 && classes.total)}>
                <th scope="row">{row}</th>
                {cells.map((cell, at) => {
                  const column = columns[at + 1] ?? TEXT_COLUMN
                  return (
                    <td key={column.heading} className={classNames(column.shows !== 'text' && classes.number)}>
                      <Cell cell={cell} column={column} row={row} indicator={indicators?.[index] ?? null} />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      {note !== null && <p className={classes.note}>{note}</p>}
    </>
  )
}

/** Measures with their counts, results and likely ranges. */
export const PaperIndicators = ({
  block,
}: {
  readonly block: Extract<ReportBlock, { type: 'indicators' }>
}): ReactNode => <PaperTable table={indicatorTable(block)} indicators={block.indicators} />
