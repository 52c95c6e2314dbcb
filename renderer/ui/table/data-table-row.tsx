import { memo, type ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { SkeletonBar } from '../waiting.tsx'
import { ChooseBox } from './choose-box.tsx'
import type { DataTableColumn } from './columns.ts'
import classes from './data-table.module.css'

type DataTableRowProps<Row> = {
  readonly index: number
  /** Undefined while its page is on the way. */
  readonly row: Row | undefined
  readonly columns: readonly DataTableColumn<Row>[]
  readonly template: string
  readonly height: number
  readonly top: number
  readonly active: boolean
  /** Undefined when rows cannot be chosen. */
  readonly chosen: boolean | undefined
  readonly showSkeleton: boolean
}

const PlainRow = <Row,>(props: DataTableRowProps<Row>): ReactNode => {
  const { index, row, columns, template, height, top, active, chosen, showSkeleton } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-busy={row === undefined || undefined}
      tabIndex={active ? 0 : -1}
      data-row={index}
      className={classNames(classes.row, chosen && classes.chosen)}
      style={{ gridTemplateColumns: template, height, top }}
    >
      {chosen !== undefined && (
        <div role="gridcell" data-choose className={classNames(classes.cell, classes.choose, classes.lockedChoose)}>
          <ChooseBox state={chosen ? 'all' : 'none'} />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role={column.locked ? 'rowheader' : 'gridcell'}
          className={classNames(
            classes.cell,
            column.align === 'end' && classes.end,
            column.locked && (chosen === undefined ? classes.locked : classes.lockedAfterChoose),
          )}
        >
          {row !== undefined ? column.cell(row) : showSkeleton && <SkeletonBar />}
        </div>
      ))}
    </div>
  )
}

/** One row. Memoised: scrolling draws only the rows that come into view. */
export const DataTableRow = memo(PlainRow) as typeof PlainRow

/** The usual content of a cell: what it says, and quietly what else. One line in a compact table. */
export const CellLines = ({ main, sub }: { readonly main: ReactNode; readonly sub?: ReactNode }): ReactNode => (
  <span className={classes.lines}>
    <span className={classes.main}>{main}</span>
    {sub !== undefined && <span className={classes.sub}>{sub}</span>}
  </span>
)
