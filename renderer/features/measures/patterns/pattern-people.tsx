import type { ReactNode } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { HistoryRow } from '#shared/features/measures/patterns/schema.ts'
import classes from '../measures.module.css'
import { PeopleDrawer } from '../people-drawer.tsx'
import type { AskedPatterns } from './pattern-address.ts'
import { historiesWords, type PatternFigure } from './pattern-words.ts'
import { diagnosisColumn, personColumn } from '../people-columns.tsx'

const columns: readonly DataTableColumn<HistoryRow>[] = [
  personColumn,
  { ...diagnosisColumn, width: 140 },
  {
    id: 'recorded',
    header: 'As recorded',
    width: 420,
    grow: 3,
    cell: ({ recorded }: HistoryRow) => <span className={classes.why}>{recorded}</span>,
  },
]

type PatternPeopleProps = {
  readonly figure: PatternFigure
  readonly asked: AskedPatterns
  readonly onClose: () => void
}

/** The people behind a figure of the patterns. Enter opens a person's journey. */
export const PatternPeople = ({ figure, asked, onClose }: PatternPeopleProps): ReactNode => {
  const [, goTo] = usePath()
  const rows = useRowPages<HistoryRow>((offset, limit) => {
    const input = { ...asked, behind: figure.behind, offset, limit }
    return {
      queryKey: ['measures', 'patternPeople', input],
      queryFn: ({ signal }) => core.measures.patternPeople(input, { signal }),
    }
  })
  return (
    <PeopleDrawer
      title={`${figure.name}: ${historiesWords(figure.count)}`}
      width={920}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      onOpen={({ person }) => goTo(`/people/${person.id}/journey`)}
      onClose={onClose}
    />
  )
}
