import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { core } from '#renderer/app/core-client.ts'
import { usePath } from '#renderer/app/router.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { useRowPages } from '#renderer/ui/table/use-row-pages.ts'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import type {
  LibraryFigure,
  libraryPeopleInputSchema,
  libraryPeopleSchema,
  MeasureDefinition,
} from '#shared/features/measures/library/schema.ts'
import type { ChosenMonths } from './library-address.ts'
import { type CountedAs, countedGroups } from './library-words.ts'
import { MeasureFacts } from './measure-facts.tsx'
import { personColumn, whyColumn } from './people-columns.tsx'
import { PeopleDrawer } from './people-drawer.tsx'
import { SinceSentLine } from './since-sent-line.tsx'

type Row = z.output<typeof libraryPeopleSchema>['rows'][number]

export type AskedSplit = NonNullable<z.output<typeof libraryPeopleInputSchema>['split']> & { readonly label: string }

const date: DataTableColumn<Row> = {
  id: 'date',
  header: 'Counted on',
  width: 120,
  cell: (row) => (row.date === null ? 'No date' : formatPartialDate(row.date)),
}
const days: DataTableColumn<Row> = {
  id: 'days',
  header: 'Days',
  width: 70,
  grow: 0,
  align: 'end',
  cell: (row) => row.days?.toLocaleString('en-GB') ?? '',
}
const why = whyColumn(300)

const plainColumns: readonly DataTableColumn<Row>[] = [personColumn, date, why]
const medianColumns: readonly DataTableColumn<Row>[] = [personColumn, date, days, why]

type LibraryPeopleDrawerProps = {
  readonly measure: MeasureDefinition
  readonly figure: LibraryFigure
  readonly months: ChosenMonths | null
  readonly periodText: string
  /** The part of a split whose figure was opened. */
  readonly split: AskedSplit | null
  /** Which of them come first; by default the first group that has anybody. */
  readonly as?: CountedAs
  /** Opened from the page of the measure, which tells what was sent in full. */
  readonly isOnItsPage?: boolean
  readonly onClose: () => void
}

/** The people behind a figure of the library: in the numerator, only in the denominator, or undecided. */
export const LibraryPeopleDrawer = (props: LibraryPeopleDrawerProps): ReactNode => {
  const { measure, figure, months, periodText, split, onClose, isOnItsPage = false } = props
  const [, goTo] = usePath()
  const groups = countedGroups(measure, figure)
  const [chosen, setChosen] = useState(props.as ?? groups.find(({ count }) => count > 0)?.as ?? 'numerator')
  const rows = useRowPages<Row>((offset, limit) => {
    const part = split === null ? null : { by: split.by, code: split.code }
    const input = { code: measure.code, months, as: [chosen], split: part, offset, limit }
    return {
      queryKey: ['measures', 'libraryPeople', input],
      queryFn: ({ signal }) => core.measures.libraryPeople(input, { signal }),
    }
  })
  const whose = split === null ? '' : `, ${split.label}`
  return (
    <PeopleDrawer
      title={`${measure.title}${whose}, ${periodText}`}
      tools={
        <SegmentedField
          label="How they are counted"
          options={groups.map(({ as, label, count }) => ({
            value: as,
            label: `${label}: ${count.toLocaleString('en-GB')}`,
          }))}
          value={chosen}
          onChange={setChosen}
        />
      }
      columns={measure.kind === 'median' ? medianColumns : plainColumns}
      rows={rows}
      rowId={(row) => `${row.person.id} ${row.date?.date ?? ''} ${row.why}`}
      onOpen={(row) => goTo(`/people/${row.person.id}/journey`)}
      onClose={onClose}
      {...(isOnItsPage ? {} : { since: <SinceSentLine code={measure.code} /> })}
      rule={<MeasureFacts measure={measure} />}
    />
  )
}
