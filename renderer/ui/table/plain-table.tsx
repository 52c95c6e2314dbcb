import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { VisuallyHidden } from '../visually-hidden.tsx'
import classes from './plain-table.module.css'

type PlainColumn<Row> = {
  readonly id: string
  readonly header: ReactNode
  readonly align?: 'start' | 'end'
  /** Width as CSS, when the content should not decide. */
  readonly width?: string
  readonly cell: (row: Row) => ReactNode
  /** The column that names its row. */
  readonly rowHeader?: boolean
}

type PlainTableProps<Row> = {
  /** What the table shows, for screen readers; print a heading beside it for the rest. */
  readonly caption: string
  readonly columns: readonly PlainColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row, index: number) => string
  /** Rows that want a look, on amber. Say why in a cell. */
  readonly flagged?: (row: Row) => boolean
  readonly total?: (row: Row) => boolean
}

/** A short table that is only read: real table markup, its head repeated on every printed sheet. */
export const PlainTable = <Row,>({
  caption,
  columns,
  rows,
  rowId,
  flagged,
  total,
}: PlainTableProps<Row>): ReactNode => (
  <div className={classes.scroll}>
    <table className={classes.table}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map(({ id, header, align, width }) => (
            <th
              key={id}
              scope="col"
              className={classNames(align === 'end' && classes.end)}
              style={width === undefined ? {} : { width }}
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={rowId(row, index)}
            className={classNames(flagged?.(row) && classes.flagged, total?.(row) && classes.total)}
          >
            {columns.map(({ id, align, cell, rowHeader = false }) =>
              rowHeader ? (
                <th key={id} scope="row" className={classNames(align === 'end' && classes.end)}>
                  {cell(row)}
                </th>
              ) : (
                <td key={id} className={classNames(align === 'end' && classes.end)}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
