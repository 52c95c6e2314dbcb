import type { ReactNode } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { PersonLines } from '#renderer/ui/table/person-lines.tsx'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { Readings } from '#shared/features/measures/indicators/readings.ts'
import type { PersonStanding } from '#shared/features/measures/schema.ts'
import { type Figure, peopleWords } from './measure-words.ts'
import classes from './measures.module.css'
import { PeopleDrawer } from './people-drawer.tsx'
import { RuleFacts } from './rule-facts.tsx'

const columns = [
  {
    id: 'person',
    header: 'Person',
    width: 220,
    grow: 1,
    locked: true,
    cell: ({ person }: PersonStanding) => <PersonLines person={person} />,
  },
  {
    id: 'cancer',
    header: 'Diagnosis',
    width: 150,
    cell: ({ tumourGroup, diagnosed }: PersonStanding) => (
      <CellLines
        main={tumourGroup === null ? 'Not recorded' : tumourGroupLabel(tumourGroup)}
        sub={diagnosed === null ? 'Date not recorded' : formatPartialDate(diagnosed)}
      />
    ),
  },
  {
    id: 'why',
    header: 'Why',
    width: 340,
    grow: 3,
    cell: ({ why }: PersonStanding) => <span className={classes.why}>{why}</span>,
  },
]

type ExplainDrawerProps = {
  readonly figure: Figure
  readonly year: number
  readonly yearLabel: string
  readonly readings: Readings
  readonly onClose: () => void
}

/** The people behind a figure, each with the reason, and the rule. Enter opens a person. */
export const ExplainDrawer = ({ figure, year, yearLabel, readings, onClose }: ExplainDrawerProps): ReactNode => {
  const [, goTo] = usePath()
  const { code } = figure.indicator
  const rows = useRowPages<PersonStanding>((offset, limit) => {
    const input = { year, readings, code, groups: [...figure.groups], reason: figure.reason, offset, limit }
    return { queryKey: ['measures', 'people', input], queryFn: ({ signal }) => core.measures.people(input, { signal }) }
  })
  return (
    <PeopleDrawer
      title={`${code}, ${yearLabel}. ${figure.name}: ${peopleWords(figure.count)}`}
      columns={columns}
      rows={rows}
      rowId={({ person }) => person.id}
      onOpen={({ person }) => goTo(`/people/${person.id}/reviews`)}
      onClose={onClose}
      rule={<RuleFacts rule={figure.indicator} />}
    />
  )
}
