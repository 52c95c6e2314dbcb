import type { ReactNode } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import type { Readings } from '#shared/features/measures/indicators/readings.ts'
import type { PersonStanding } from '#shared/features/measures/schema.ts'
import { type Figure, peopleWords } from './measure-words.ts'
import { PeopleDrawer } from './people-drawer.tsx'
import { RuleFacts } from './rule-facts.tsx'
import { SinceSentLine } from './since-sent-line.tsx'
import { diagnosisColumn, personColumn, whyColumn } from './people-columns.tsx'

const columns: readonly DataTableColumn<PersonStanding>[] = [personColumn, diagnosisColumn, whyColumn(340)]

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
      since={<SinceSentLine code={code} />}
      rule={<RuleFacts rule={figure.indicator} />}
    />
  )
}
