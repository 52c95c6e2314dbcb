import type { ReactNode } from 'react'
import type { z } from 'zod'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { instantWords } from '#shared/features/reports/labels.ts'
import type { SinceGroup, sincePeopleSchema } from '#shared/features/reports/public.ts'
import { personColumn } from './people-columns.tsx'
import { peopleWords } from './measure-words.ts'
import { PeopleDrawer } from './people-drawer.tsx'
import classes from './measures.module.css'
import { SINCE_WORDS, timesText } from './since-words.ts'

type Answer = z.output<typeof sincePeopleSchema>
type Row = Answer['rows'][number]

export type AskedSince = {
  readonly code: string
  readonly reportId: string
  readonly figure: string
  readonly label: string
  readonly group: SinceGroup
  /** How many there are, those who are not on the register any more too. */
  readonly count: number
}

const columns: readonly DataTableColumn<Row>[] = [
  personColumn,
  { id: 'before', header: 'Then', width: 120, cell: ({ before }) => timesText(before) },
  { id: 'now', header: 'Now', width: 120, cell: ({ now }) => timesText(now) },
  {
    id: 'written',
    header: 'Last written',
    width: 180,
    cell: ({ writtenAt, writtenBy }) => <CellLines main={instantWords(writtenAt)} sub={writtenBy} />,
  },
]

/** The people who came into a figure, went out of it or changed since it was sent. Enter opens the history of a person. */
export const SincePeopleDrawer = ({
  asked,
  onClose,
}: {
  readonly asked: AskedSince
  readonly onClose: () => void
}): ReactNode => {
  const [, goTo] = usePath()
  const { label, count, ...which } = asked
  const rows = useRowPages<Row>((offset, limit) => {
    const input = { ...which, offset, limit }
    return {
      queryKey: ['measures', 'peopleSinceSent', input],
      queryFn: ({ signal }) => core.measures.peopleSinceSent(input, { signal }),
    }
  })
  const removed = count - (rows.total ?? count)
  return (
    <PeopleDrawer
      title={`${label}: ${SINCE_WORDS[asked.group].toLowerCase()} since it was sent`}
      tools={
        removed > 0 && (
          <p className={classes.quiet}>{`${peopleWords(removed)} taken off the register since cannot be shown.`}</p>
        )
      }
      columns={columns}
      rows={rows}
      rowId={({ person }) => person.id}
      onOpen={({ person }) => goTo(`/people/${person.id}/history`)}
      onClose={onClose}
    />
  )
}
