import { type ReactNode, useEffect, useRef } from 'react'
import { Drawer } from '#renderer/ui/drawer.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import type { RowSource } from '#renderer/ui/table/use-row-pages.ts'
import classes from './measures.module.css'

type PeopleDrawerProps<Row> = {
  readonly title: string
  /** What narrows the list, above it. */
  readonly tools?: ReactNode
  readonly columns: readonly DataTableColumn<Row>[]
  readonly rows: RowSource<Row>
  readonly rowId: (row: Row) => string
  readonly onOpen: (row: Row) => void
  readonly onClose: () => void
  /** The rule by which they are counted, folded away below the list, where the page does not tell it already. */
  readonly rule?: ReactNode
  /** What the last report that was sent said of it. */
  readonly since?: ReactNode
  /** In px. */
  readonly width?: number
}

/** The people behind a figure. The first of them has the focus, so that Enter opens a person. */
export const PeopleDrawer = <Row,>(props: PeopleDrawerProps<Row>): ReactNode => {
  const { title, tools, columns, rows, rowId, onOpen, onClose, rule, since, width = 800 } = props
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef(false)
  useEffect(() => {
    if (focused.current || rows.total === undefined || rows.total === 0) return
    focused.current = true
    const frame = requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-row="0"]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [rows.total])
  return (
    <Drawer open onClose={onClose} title={title} width={width}>
      <div className={classes.drawer}>
        {tools}
        <div className={classes.listBox} ref={box}>
          <DataTable
            label="People behind the figure"
            columns={columns}
            rows={rows}
            rowId={rowId}
            onOpen={onOpen}
            empty={<p>Nobody stands here.</p>}
          />
        </div>
        {since}
        {rule !== undefined && (
          <details className={classes.rule}>
            <summary>The rule, its version and source</summary>
            {rule}
          </details>
        )}
      </div>
    </Drawer>
  )
}
