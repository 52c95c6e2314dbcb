import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { PeopleDrawer, personColumn, timesText } from '#renderer/features/measures/public.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { PAGE_SIZE, useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { reportPeopleSchema } from '#shared/features/reports/people-behind.ts'
import type { ShownFigure } from '#shared/features/reports/schema.ts'
import { figureText } from '#shared/features/reports/words.ts'
import classes from './explain.module.css'
import { behindSentences } from './people-words.ts'

type Answer = z.output<typeof reportPeopleSchema>
type Row = Answer['rows'][number]

export interface AskedPeople {
  readonly figure: ShownFigure
  /** What it counts: `Breast`. */
  readonly label: string
}

const times: DataTableColumn<Row> = {
  id: 'times',
  header: 'In the report',
  width: 130,
  cell: (row) => timesText(row.times),
}
const now: DataTableColumn<Row> = { id: 'now', header: 'By today', width: 130, cell: (row) => timesText(row.now) }

const columnsThenAndNow: readonly DataTableColumn<Row>[] = [personColumn, times, now]
const columnsToday: readonly DataTableColumn<Row>[] = [personColumn, { ...times, header: 'Today' }]

const peopleOf =
  (id: string, { figure }: AskedPeople) =>
  (offset: number, limit: number) => {
    const input = { id, figure: figure.id, offset, limit }
    return {
      // With the measures, which are asked for again when something of people changes: a frozen report never is.
      queryKey: ['measures', 'reportPeople', input],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => core.reports.people(input, { signal }),
    }
  }

interface FigurePeopleDrawerProps {
  readonly reportId: string
  readonly asked: AskedPeople
  readonly onClose: () => void
}

/** The people behind a figure of a frozen report, inside the practice only. Enter opens a person. */
export const FigurePeopleDrawer = ({ reportId, asked, onClose }: FigurePeopleDrawerProps): ReactNode => {
  const [, goTo] = usePath()
  const page = peopleOf(reportId, asked)
  const rows = useRowPages<Row>(page)
  const { data, error } = useQuery<Answer>({ ...page(0, PAGE_SIZE), staleTime: Infinity })
  const { figure, label } = asked
  return (
    <PeopleDrawer
      title={figure.state === 'hidden' ? `${label}: a number that is hidden` : `${label}: ${figureText(figure)}`}
      tools={
        <>
          {figure.state === 'hidden' && (
            <InlineAlert tone="warn">
              The report hides this number. Who and how many they are stays inside the practice.
            </InlineAlert>
          )}
          {error !== null && <p>{error.message}</p>}
          {data !== undefined && <p className={classes.behind}>{behindSentences(data).join(' ')}</p>}
        </>
      }
      columns={data?.asOf === 'today' ? columnsToday : columnsThenAndNow}
      rows={rows}
      rowId={({ person }) => person.id}
      onOpen={({ person }) => goTo(`/people/${person.id}/journey`)}
      onClose={onClose}
    />
  )
}
