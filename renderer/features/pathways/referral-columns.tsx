import type { ReactNode } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { pathwayName, priorityLabel } from '#shared/features/pathways/words.ts'
import type { DataTableColumn } from '#renderer/ui/table/columns.ts'
import { CellLines } from '#renderer/ui/table/data-table-row.tsx'
import { PersonLines } from '#renderer/ui/table/person-lines.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { attentionOf, placeOf, waitInColumn } from './referral-words.ts'

const attention = (row: SafetyNetRow, today: IsoDate): ReactNode => {
  const { kind, main, sub } = attentionOf(row, today)
  return <CellLines main={<StatusMark kind={kind}>{main}</StatusMark>} sub={sub === '' ? undefined : sub} />
}

/** The columns of the safety net, the person first. */
export const referralColumns = (today: IsoDate): readonly DataTableColumn<SafetyNetRow>[] => [
  {
    id: 'person',
    header: 'Person',
    width: 196,
    grow: 0.5,
    locked: true,
    cell: ({ person }) => <PersonLines person={person} />,
  },
  {
    id: 'pathway',
    header: 'Pathway',
    width: 162,
    grow: 0.3,
    cell: ({ tumourGroup, priority }) => <CellLines main={pathwayName(tumourGroup)} sub={priorityLabel(priority)} />,
  },
  {
    id: 'waiting',
    header: 'Waiting',
    width: 76,
    grow: 0,
    cell: (row) => <CellLines {...waitInColumn(row, today)} />,
  },
  { id: 'place', header: 'Where it stands', width: 112, cell: (row) => <CellLines {...placeOf(row)} /> },
  { id: 'attention', header: 'Wants doing', width: 130, cell: (row) => attention(row, today) },
  {
    id: 'hospital',
    header: 'Hospital',
    width: 137,
    grow: 0.3,
    cell: ({ hospital, reference }) => <CellLines main={hospital ?? 'Not recorded'} sub={reference ?? undefined} />,
  },
]
