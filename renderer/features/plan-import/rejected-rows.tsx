import type { ReactNode } from 'react'
import { counted } from '#renderer/features/imports/public.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import type { PlanSheet } from '#shared/features/plan/public.ts'
import { keyOf, placeWords } from './bring-in-form.ts'

/** Rows that cannot come in, each with its line and the reason. */
export const RejectedRows = ({ sheet }: { readonly sheet: PlanSheet }): ReactNode => (
  <Panel title={`${counted(sheet.rejected.length, 'row')} cannot come in`} padding="flush">
    <PlainTable
      caption="Rows that cannot come in"
      rows={sheet.rejected}
      rowId={keyOf}
      columns={[
        { id: 'line', header: 'Line', rowHeader: true, width: '9rem', cell: (row) => placeWords(row, sheet) },
        { id: 'said', header: 'Begins with', cell: ({ said }) => said },
        { id: 'reason', header: 'Why', cell: ({ reason }) => reason },
      ]}
    />
  </Panel>
)
