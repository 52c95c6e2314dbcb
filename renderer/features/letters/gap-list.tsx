import { type ReactNode, useEffect, useRef } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { displayName, labelOf } from '#shared/domain/people.ts'
import { identityWords } from '#shared/domain/person-line.ts'
import { sentence, waitedWords } from '#shared/features/journey/public.ts'
import { GAP_LISTS, type GapFilter, type GapList } from '#shared/features/letters/gap-figures.ts'
import type { LetterRow } from '#shared/features/letters/schema.ts'
import { dayCount, sinceLine } from '#shared/features/letters/words.ts'
import { letterTitle } from './letter-target.ts'
import classes from './gap.module.css'

const outcomeOf = (row: LetterRow): string => {
  if (row.arrived === null) {
    const from = row.since ?? row.source
    return from === null ? 'Not here yet' : `${sentence(waitedWords(from, dayNow()))} and counting`
  }
  if (row.arrived.days !== null) return dayCount(row.arrived.days)
  return row.source === null ? 'About no logged event' : 'A day is not known'
}

const columns = [
  {
    id: 'person',
    header: 'Person',
    width: 190,
    grow: 2,
    locked: true,
    cell: ({ person }: LetterRow) => <CellLines main={<b>{displayName(person)}</b>} sub={identityWords(person)} />,
  },
  {
    id: 'letter',
    header: 'Letter',
    width: 190,
    grow: 2,
    cell: (row: LetterRow) => <CellLines main={letterTitle(row)} sub={sinceLine(row, dayNow())} />,
  },
  {
    id: 'days',
    header: 'Gap',
    width: 150,
    cell: (row: LetterRow) => (
      <CellLines
        main={outcomeOf(row)}
        sub={row.arrived === null ? undefined : `Came ${formatPartialDate(row.arrived)}`}
      />
    ),
  },
]

type GapListDrawerProps = {
  readonly title: string
  readonly list: GapList
  readonly filter: GapFilter
  readonly onClose: () => void
}

/** The letters behind one figure, the longest first; Enter opens the person. */
export const GapListDrawer = ({ title, list, filter, onClose }: GapListDrawerProps): ReactNode => {
  const [, goTo] = usePath()
  const rows = useRowPages((offset, limit) => {
    const input = { ...filter, list, offset, limit }
    return { queryKey: ['letters', 'gapList', input], queryFn: ({ signal }) => core.letters.gapList(input, { signal }) }
  })
  const focused = useRef(false)
  useEffect(() => {
    if (focused.current || rows.total === undefined || rows.total === 0) return
    focused.current = true
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-row="0"]')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [rows.total])
  return (
    <Drawer open onClose={onClose} title={`${labelOf(GAP_LISTS, list)}: ${title}`} width={640}>
      <div className={classes.listBox}>
        <DataTable
          label="Letters behind the figure"
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          onOpen={(row) => goTo(`/people/${row.person.id}/letters`)}
          empty={<p>No letters here.</p>}
        />
      </div>
    </Drawer>
  )
}
