import { type ReactNode, useState } from 'react'
import type { RunningWork } from '#renderer/app/core-query.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { IMPORT_LAYOUTS, type ImportDraft, type Reading } from '#shared/features/imports/schema.ts'
import { optionsOf, ReadAgainDialog, type FileReading } from './read-again-dialog.tsx'

interface ReadAnotherWayProps {
  readonly draft: ImportDraft
  readonly job: RunningWork<{ draftId: string; reading: Reading }, ImportDraft>
  readonly onClose: () => void
  /** The file has been read again; its columns are new. */
  readonly onRead: () => void
}

/** Puts right what was found out about a list of people: what any file has, and its layout. */
export const ReadAnotherWay = ({ draft, job, onClose, onRead }: ReadAnotherWayProps): ReactNode => {
  const [layout, setLayout] = useState(draft.layout)
  const read = async (reading: FileReading): Promise<void> => {
    if ((await job.start({ draftId: draft.draftId, reading: { ...reading, layout } })) !== null) onRead()
  }
  return (
    <ReadAgainDialog file={draft} job={job} onClose={onClose} onRead={(reading) => void read(reading)}>
      <SelectField
        label="Layout"
        options={optionsOf(IMPORT_LAYOUTS)}
        value={layout}
        onChange={(next) => next !== null && setLayout(next)}
      />
    </ReadAgainDialog>
  )
}
