import { type ReactNode, useMemo, useRef, useState } from 'react'
import { counted } from '#renderer/features/imports/public.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { SearchField } from '#renderer/ui/search-field.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { figureKind } from '#shared/features/figures/kinds.ts'
import { type FigureRow, type FigureSet, READ_THROUGH_ROWS } from '#shared/features/figures/schema.ts'
import { cellWords, isNumeric } from './figure-words.ts'
import classes from './figures.module.css'

const columnsOf = ({ kind, columns }: FigureSet): DataTableColumn<FigureRow>[] => {
  const shown = figureKind(kind).columns.filter(({ code }) => columns.includes(code))
  return shown.map((column, at) => ({
    id: column.code,
    header: column.label,
    width: isNumeric(column) ? 60 + column.label.length * 5 : at === 0 ? 190 : 110,
    grow: isNumeric(column) ? 0.5 : 1.5,
    align: isNumeric(column) ? 'end' : 'start',
    locked: at === 0,
    cell: ({ values }) => cellWords(column, values),
  }))
}

/** The rows of a table of figures, however many, in the order of its file. */
export const SetRows = ({ set }: { readonly set: FigureSet }): ReactNode => {
  const [find, setFind] = useState('')
  const wanted = set.rowCount <= READ_THROUGH_ROWS ? 'code, name or postcode' : 'code or postcode'
  const box = useRef<HTMLInputElement>(null)
  const columns = useMemo(() => columnsOf(set), [set])
  const rows = useRowPages((offset, limit) => {
    const input = { setId: set.id, find, offset, limit }
    return { queryKey: ['figures', 'rows', input], queryFn: ({ signal }) => core.figures.rows(input, { signal }) }
  })
  useCommands([
    {
      id: 'figures.find',
      title: 'Find a row',
      group: 'On this page',
      keys: ['/'],
      run: () => box.current?.focus(),
    },
  ])
  return (
    <section className={classes.rows} aria-label="Rows">
      <div className={classes.tools}>
        <SearchField
          label={`Find a ${wanted}`}
          placeholder={wanted.replace(/^./, (letter) => letter.toUpperCase())}
          value={find}
          onChange={setFind}
          keys="/"
          inputRef={box}
        />
        <span role="status" className={classes.quiet}>
          {rows.total === undefined ? '' : counted(rows.total, 'row')}
        </span>
      </div>
      <DataTable
        label={`Rows of ${set.title}`}
        columns={columns}
        rows={rows}
        rowId={({ line }) => String(line)}
        density="compact"
        empty={<p>No row starts with these letters or holds them.</p>}
      />
    </section>
  )
}
