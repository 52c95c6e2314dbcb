import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { InlineAlert } from '../inline-alert.tsx'
import { useRootFontSize } from '../root-font-size.ts'
import { useLongWait } from '../waiting.tsx'
import { type DataTableColumn, type Density, rowGrid, rowHeights, type SortState } from './columns.ts'
import { DataTableHeader, focusHeader, type HeaderCell } from './data-table-header.tsx'
import { DataTableRow } from './data-table-row.tsx'
import classes from './data-table.module.css'
import { rowIndexOf, useGridFocus } from './use-grid-focus.ts'
import type { RowSource } from './use-row-pages.ts'

export type DataTableProps<Row> = {
  /** Name of the table for screen readers. */
  readonly label: string
  /** Keep the list stable between renders. */
  readonly columns: readonly DataTableColumn<Row>[]
  /** Ids of the columns to show, in order; all of them by default. Locked columns come first whatever it says. */
  readonly columnIds?: readonly string[]
  readonly rows: RowSource<Row>
  readonly rowId: (row: Row) => string
  readonly density?: Density
  readonly sort?: SortState | undefined
  readonly onSort?: (sort: SortState) => void
  readonly onOpen?: (row: Row) => void
  /** Focus came to a row: what a preview follows. */
  readonly onActive?: (row: Row, index: number) => void
  /** Row that Tab comes to first, when coming back to a list. */
  readonly startAt?: number
  readonly chosen?: ReadonlySet<string>
  readonly onToggle?: (row: Row) => void
  readonly chooseAll?: { readonly state: 'none' | 'some' | 'all'; readonly toggle: () => void }
  /** Shown instead of the rows when there are none. */
  readonly empty: ReactNode
  /** Height kept free at the foot for an action bar, in px at 100 % text size. */
  readonly footSpace?: number
}

const features = tableFeatures({ columnOrderingFeature, columnVisibilityFeature, rowSortingFeature })
const HEADER_HEIGHT = 36

const noRows: object[] = []

/**
 * The order, the visible set and the sorting of columns. Rows are not given to it: they are paged and sorted in SQL,
 * and a page of 100 out of 100,000 must not run through a client row model on every scroll.
 */
const useColumnModel = <Row,>({ columns, columnIds, sort, onSort }: DataTableProps<Row>) => {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, object>()
    return columns.map(({ id, header, sortable = false }) =>
      helper.accessor((): unknown => id, { id, header, enableSorting: sortable, sortDescFirst: false }),
    )
  }, [columns])
  const order = useMemo(() => {
    const shown = columnIds ?? columns.map((column) => column.id)
    const isLocked = (id: string): boolean => columns.some((column) => column.id === id && column.locked === true)
    const locked = columns.filter((column) => column.locked === true).map((column) => column.id)
    return { shown: new Set([...locked, ...shown]), sequence: [...locked, ...shown.filter((id) => !isLocked(id))] }
  }, [columns, columnIds])
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      columnOrder: order.sequence,
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, order.shown.has(id)])),
      sorting: sort === undefined ? [] : [{ id: sort.column, desc: sort.direction === 'descending' }],
    },
    onSortingChange: (update) => {
      const before = sort === undefined ? [] : [{ id: sort.column, desc: sort.direction === 'descending' }]
      const next = (typeof update === 'function' ? update(before) : update)[0]
      if (next !== undefined) onSort?.({ column: next.id, direction: next.desc ? 'descending' : 'ascending' })
    },
  })
  const shownIds = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ')
  // The same list until a column comes, goes or moves: the rows are memoised on it, and scrolling must not redraw them.
  const visible = useMemo(
    () => shownIds.split(' ').flatMap((shown) => columns.find(({ id }) => id === shown) ?? []),
    [columns, shownIds],
  )
  return { visible, toggleSort: (id: string) => table.getColumn(id)?.toggleSorting() }
}

const headerCells = <Row,>(columns: readonly DataTableColumn<Row>[], sortable: boolean): readonly HeaderCell[] =>
  columns.map((column) => ({
    id: column.id,
    header: column.header,
    sortable: sortable && (column.sortable ?? false),
    align: column.align ?? 'start',
    locked: column.locked ?? false,
  }))

const LoadFailed = ({ retry }: { readonly retry: () => void }): ReactNode => (
  <div className={classes.notice}>
    <InlineAlert
      tone="bad"
      spoken
      title="These rows could not be read"
      actions={<Button onClick={retry}>Try again</Button>}
    >
      Nothing has been lost or changed.
    </InlineAlert>
  </div>
)

/**
 * A grid of any length. Rows come in pages as they are needed; sorting and filtering are the server's. One Tab stop for
 * the head and one for the rows: arrows, Home, End, Page Up, Page Down, J and K move, Enter opens, X chooses.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>): ReactNode => {
  const { label, rows, rowId, density = 'comfortable', sort, onOpen, onActive, chosen, onToggle, footSpace = 0 } = props
  const rem = useRootFontSize()
  const height = Math.round((rowHeights[density] / 16) * rem)
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const headerRow = useRef<HTMLDivElement>(null)
  const { visible, toggleSort } = useColumnModel(props)
  const withChoose = chosen !== undefined
  const { template, minWidth } = useMemo(() => rowGrid(visible, withChoose), [visible, withChoose])
  const sideways = useSideways(scroller)
  const total = rows.total ?? 0
  const showSkeleton = useLongWait(rows.total === undefined)
  const withRow = (act: ((row: Row, index: number) => void) | undefined, index: number): void => {
    const row = rows.rowAt(index)
    if (row !== undefined) act?.(row, index)
  }

  const focus = useGridFocus({
    total,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1),
    body,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    startAt: props.startAt ?? 0,
    onActive: (index) => withRow(onActive, index),
    onOpen: onOpen === undefined ? undefined : (index) => withRow(onOpen, index),
    onChoose: onToggle === undefined ? undefined : (index) => withRow(onToggle, index),
    onLeaveTop: () => focusHeader(headerRow.current),
  })
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 2,
    useFlushSync: false,
    initialOffset: (props.startAt ?? 0) * height,
    paddingEnd: (footSpace / 16) * rem,
    // The sticky head covers the top of the scroller, so the foot is where the missing height must be kept.
    scrollPaddingEnd: ((HEADER_HEIGHT + footSpace) / 16) * rem,
    // The active row stays in the page however far the list is scrolled, so that focus is never lost.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), focus.active])].toSorted((a, b) => a - b),
  })
  const firstInView = virtualizer.range?.startIndex
  const lastInView = virtualizer.range?.endIndex
  const { need } = rows
  useEffect(() => virtualizer.measure(), [virtualizer, height])
  useEffect(() => {
    if (firstInView !== undefined && lastInView !== undefined) need(firstInView, lastInView)
  }, [need, firstInView, lastInView])

  const onClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target)
    if (index === undefined) return
    focus.moveTo(index, true)
    if (event.target instanceof Element && event.target.closest('[data-choose]') !== null) withRow(onToggle, index)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const index = rowIndexOf(event.target)
    if (index !== undefined) withRow(onOpen, index)
  }

  return (
    <div className={classes.frame} data-density={density} data-sideways={sideways || undefined}>
      <div ref={scroller} className={classes.scroller} tabIndex={-1}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={rows.total === undefined ? -1 : total + 1}
          aria-multiselectable={withChoose || undefined}
          aria-busy={rows.total === undefined || undefined}
          className={classes.grid}
          style={{ minWidth }}
          tabIndex={-1}
          onKeyDown={focus.onKeyDown}
          onFocus={focus.onFocus}
          onClick={onClick}
          onDoubleClick={onDoubleClick}
        >
          <div role="rowgroup" className={classes.head}>
            <DataTableHeader
              cells={headerCells(visible, props.onSort !== undefined)}
              template={template}
              sort={sort}
              onSort={toggleSort}
              chooseAll={props.chooseAll}
              withChoose={withChoose}
              headerRow={headerRow}
              onLeaveBottom={() => focus.moveTo(focus.active, true)}
            />
          </div>
          <div ref={body} role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start, key }) => {
              const row = rows.rowAt(index)
              return (
                <DataTableRow
                  key={key}
                  index={index}
                  row={row}
                  columns={visible}
                  template={template}
                  height={height}
                  top={start}
                  active={index === focus.active}
                  chosen={chosen === undefined ? undefined : row !== undefined && chosen.has(rowId(row))}
                  showSkeleton={showSkeleton || rows.total !== undefined}
                />
              )
            })}
          </div>
        </div>
        {rows.failed ? (
          <LoadFailed retry={rows.retry} />
        ) : (
          rows.total === 0 && <div className={classes.notice}>{props.empty}</div>
        )}
        {rows.total === undefined && !rows.failed && showSkeleton && <WaitingRows height={height} />}
      </div>
    </div>
  )
}

/** Whether the columns do not fit, so that the table is scrolled sideways. */
const useSideways = (scroller: RefObject<HTMLElement | null>): boolean => {
  const [sideways, setSideways] = useState(false)
  useEffect(() => {
    const element = scroller.current
    const grid = element?.firstElementChild
    if (element === null || grid === null || grid === undefined) return
    const observer = new ResizeObserver(() => setSideways(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    observer.observe(grid)
    return () => observer.disconnect()
  }, [scroller])
  return sideways
}

const WaitingRows = ({ height }: { readonly height: number }): ReactNode => (
  <div className={classes.waiting} role="status" aria-label="Loading">
    {[0, 1, 2, 3, 4, 5].map((line) => (
      <span key={line} className={classes.waitingRow} style={{ height }} />
    ))}
  </div>
)
