import type { ReactNode } from 'react'

/** One column as data. A table's columns are a list of these, so a saved view is a list of ids. */
export type DataTableColumn<Row> = {
  readonly id: string
  readonly header: string
  /** Least width in px at 100 % text size. */
  readonly width: number
  /** Share of the width left over; 0 keeps the column at its least. */
  readonly grow?: number
  /** The server can sort by it. */
  readonly sortable?: boolean
  readonly align?: 'start' | 'end'
  /** Stays in view when the table scrolls sideways. The first column, with the person in it. */
  readonly locked?: boolean
  /** Plain markup only: no kit component inside a cell, or scrolling stutters. */
  readonly cell: (row: Row) => ReactNode
}

export type SortState = { readonly column: string; readonly direction: 'ascending' | 'descending' }

export type Density = 'comfortable' | 'standard' | 'compact'

/** Row heights in px at 100 % text size. */
export const rowHeights: Record<Density, number> = { comfortable: 48, standard: 40, compact: 32 }

const CHOOSE_WIDTH = 44

/** CSS grid columns for a row, and the least width the row needs, in rem. */
export const rowGrid = (
  columns: readonly Pick<DataTableColumn<never>, 'width' | 'grow'>[],
  withChoose: boolean,
): { readonly template: string; readonly minWidth: string } => {
  const tracks = columns.map(
    ({ width, grow = 1 }) => `minmax(${width / 16}rem, ${grow === 0 ? `${width / 16}rem` : `${grow}fr`})`,
  )
  const least = columns.reduce((sum, { width }) => sum + width, withChoose ? CHOOSE_WIDTH : 0)
  return {
    template: [...(withChoose ? [`${CHOOSE_WIDTH / 16}rem`] : []), ...tracks].join(' '),
    minWidth: `${least / 16}rem`,
  }
}
