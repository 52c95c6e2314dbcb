import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'
import { classNames } from '../class-names.ts'
import { ChooseBox } from './choose-box.tsx'
import type { SortState } from './columns.ts'
import classes from './data-table.module.css'

export type HeaderCell = {
  readonly id: string
  readonly header: string
  readonly sortable: boolean
  readonly align: 'start' | 'end'
  readonly locked: boolean
}

type DataTableHeaderProps = {
  readonly cells: readonly HeaderCell[]
  readonly template: string
  readonly sort: SortState | undefined
  readonly onSort: (column: string) => void
  readonly chooseAll: { readonly state: 'none' | 'some' | 'all'; readonly toggle: () => void } | undefined
  readonly withChoose: boolean
  readonly headerRow: RefObject<HTMLDivElement | null>
  readonly onLeaveBottom: () => void
}

const stops = (row: HTMLElement | null): readonly HTMLElement[] => [
  ...(row?.querySelectorAll<HTMLElement>('button') ?? []),
]

/** Puts focus in the head of the table: on the sorted column, or the first that can be sorted. */
export const focusHeader = (row: HTMLElement | null): boolean => {
  const all = stops(row)
  const stop = all.find((element) => element.tabIndex === 0) ?? all.at(0)
  stop?.focus()
  return stop !== undefined
}

/** The sticky head: one stop of the Tab key, Left and Right move along it, Enter sorts, Down goes to the rows. */
export const DataTableHeader = (props: DataTableHeaderProps): ReactNode => {
  const { cells, template, sort, onSort, chooseAll, withChoose, headerRow, onLeaveBottom } = props
  const [stop, setStop] = useState<string>()
  const firstStop = chooseAll === undefined ? cells.find((cell) => cell.sortable)?.id : 'choose'
  const current = stop ?? sort?.column ?? firstStop

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = stops(headerRow.current)
    const here = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'ArrowDown') onLeaveBottom()
    else if (next === undefined) return
    else all[Math.max(0, Math.min(next, all.length - 1))]?.focus()
    event.preventDefault()
  }

  return (
    <div
      ref={headerRow}
      role="row"
      aria-rowindex={1}
      tabIndex={-1}
      className={classes.header}
      style={{ gridTemplateColumns: template }}
      onKeyDown={onKeyDown}
      onFocus={(event) => setStop(event.target.getAttribute('data-stop') ?? undefined)}
    >
      {withChoose && (
        <div role="columnheader" className={classNames(classes.headCell, classes.choose, classes.lockedChoose)}>
          {chooseAll === undefined ? (
            <span className={classes.unseen}>Chosen</span>
          ) : (
            <ChooseAll {...chooseAll} tabIndex={current === 'choose' ? 0 : -1} />
          )}
        </div>
      )}
      {cells.map((cell) => (
        <div
          key={cell.id}
          role="columnheader"
          aria-sort={cell.sortable ? (sort?.column === cell.id ? sort.direction : 'none') : undefined}
          className={classNames(
            classes.headCell,
            cell.align === 'end' && classes.end,
            cell.locked && (withChoose ? classes.lockedAfterChoose : classes.locked),
          )}
        >
          {cell.sortable ? (
            <button
              type="button"
              className={classes.sort}
              data-stop={cell.id}
              tabIndex={current === cell.id ? 0 : -1}
              onClick={() => onSort(cell.id)}
            >
              {cell.header}
              <SortArrow direction={sort?.column === cell.id ? sort.direction : undefined} />
            </button>
          ) : (
            cell.header
          )}
        </div>
      ))}
    </div>
  )
}

const ChooseAll = ({
  state,
  toggle,
  tabIndex,
}: NonNullable<DataTableHeaderProps['chooseAll']> & { readonly tabIndex: number }): ReactNode => (
  <button
    type="button"
    role="checkbox"
    aria-checked={state === 'some' ? 'mixed' : state === 'all'}
    aria-label="Choose every row"
    data-stop="choose"
    className={classes.chooseAll}
    tabIndex={tabIndex}
    onClick={toggle}
  >
    <ChooseBox state={state} />
  </button>
)

const SortArrow = ({ direction }: { readonly direction: SortState['direction'] | undefined }): ReactNode => (
  <svg
    width="0.75rem"
    height="0.75rem"
    viewBox="0 0 12 12"
    aria-hidden="true"
    className={classes.arrow}
    data-on={direction !== undefined}
  >
    <path
      d={direction === 'descending' ? 'M6 2v8M2.5 6.5 6 10l3.5-3.5' : 'M6 10V2M2.5 5.5 6 2l3.5 3.5'}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
