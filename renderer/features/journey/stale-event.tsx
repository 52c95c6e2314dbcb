import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import type { EventDifference } from './event-differences.ts'

type StaleEventProps = {
  readonly differences: readonly EventDifference[]
  readonly onLoad: () => void
  readonly onSaveMine: () => void
}

/** Somebody saved meanwhile: both versions, field by field, and the choice between them. Nothing typed is lost. */
export const StaleEvent = ({ differences, onLoad, onSaveMine }: StaleEventProps): ReactNode => (
  <InlineAlert
    tone="bad"
    spoken
    title="This was not saved: somebody changed it meanwhile"
    actions={
      <>
        <Button onClick={onLoad}>Load what is there now</Button>
        <Button onClick={onSaveMine}>Save mine over it</Button>
      </>
    }
  >
    {differences.length === 0 ? (
      'What you typed is the same as what is there now.'
    ) : (
      <PlainTable
        caption="What differs"
        rows={differences}
        rowId={({ label }) => label}
        columns={[
          { id: 'field', header: 'Field', rowHeader: true, cell: ({ label }) => label },
          { id: 'now', header: 'There now', cell: ({ now }) => now },
          { id: 'mine', header: 'Yours', cell: ({ mine }) => mine },
        ]}
      />
    )}
  </InlineAlert>
)
