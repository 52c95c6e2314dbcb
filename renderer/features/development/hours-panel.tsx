import type { ReactNode } from 'react'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import type { OwnLearning } from '#shared/features/development/schema.ts'
import { type HoursOfYear, hoursByYear } from '#shared/features/development/totals.ts'

const hoursCell = (part: 'learning' | 'attended' | 'ran') => (year: HoursOfYear) => year[part].toLocaleString('en-GB')

/** Hours of each year, on the page and on paper. */
export const HoursTable = ({ own }: { readonly own: OwnLearning }): ReactNode => (
  <PlainTable
    caption="Hours by year, April to March"
    rows={hoursByYear(own.evidence, own.sessions)}
    rowId={({ year }) => year}
    columns={[
      { id: 'year', header: 'Year', rowHeader: true, cell: ({ year }) => year },
      { id: 'learning', header: 'Learning', align: 'end', cell: hoursCell('learning') },
      { id: 'attended', header: 'Sessions attended', align: 'end', cell: hoursCell('attended') },
      { id: 'ran', header: 'Sessions run', align: 'end', cell: hoursCell('ran') },
    ]}
  />
)

/** The same in a panel that says how to read it. */
export const HoursPanel = ({
  own,
  className,
}: {
  readonly own: OwnLearning
  readonly className?: string | undefined
}): ReactNode =>
  own.evidence.length + own.sessions.length === 0 ? null : (
    <Panel title="Hours by year" aside="April to March" className={className}>
      <HoursTable own={own} />
      <p>The columns are not added up: one afternoon may be written down as learning and as a session.</p>
    </Panel>
  )
