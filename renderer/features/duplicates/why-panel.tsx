import type { ReactNode } from 'react'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { MATCH_BANDS, MATCH_RULES } from '#shared/features/duplicates/match-score.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'

interface Field {
  readonly field: string
  readonly label: string
  readonly weight: number
  readonly points: number | null
  readonly words: string
}

type WhyPanelProps = { readonly points: number; readonly band: string; readonly fields: readonly Field[] }

const pointsWords = (points: number | null): string =>
  points === null ? 'not counted' : points > 0 ? `+${points}` : String(points)

/** The score with its working: each field’s weight, and how far the two agree. */
export const WhyPanel = ({ points, band, fields }: WhyPanelProps): ReactNode => (
  <Panel
    title={`${labelOf(MATCH_BANDS, band)}: ${points} of 100`}
    aside={`weights version ${MATCH_RULES.version}, from ${formatIsoDate(MATCH_RULES.dated)}`}
    padding="flush"
  >
    <PlainTable
      caption="Why these may be one person"
      rows={fields}
      rowId={({ field }) => field}
      columns={[
        { id: 'field', header: 'Field', rowHeader: true, cell: ({ label }) => label },
        { id: 'words', header: 'How far they agree', cell: ({ words }) => words },
        { id: 'weight', header: 'Weight', align: 'end', cell: ({ weight }) => weight },
        { id: 'points', header: 'Points', align: 'end', cell: (row) => pointsWords(row.points) },
      ]}
    />
  </Panel>
)
