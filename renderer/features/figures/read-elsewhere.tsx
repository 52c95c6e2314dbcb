import type { ReactNode } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { type FileReading, ReadAgainDialog } from '#renderer/features/imports/public.ts'
import type { FigureDraft } from '#shared/features/figures/schema.ts'

interface ReadElsewhereProps {
  readonly draft: FigureDraft
  readonly onClose: () => void
  /** The file has been read again; its columns are new. */
  readonly onRead: () => void
}

/** Puts right what was found out about a file of figures. */
export const ReadElsewhere = ({ draft, onClose, onRead }: ReadElsewhereProps): ReactNode => {
  const job = useCoreJob('figures', 'readAgain')
  const read = async (reading: FileReading): Promise<void> => {
    if ((await job.start({ draftId: draft.draftId, ...reading })) !== null) onRead()
  }
  return <ReadAgainDialog file={draft} job={job} onClose={onClose} onRead={(reading) => void read(reading)} />
}
