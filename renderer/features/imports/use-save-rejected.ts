import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { counted } from './import-words.ts'

export interface SaveRejected {
  readonly running: boolean
  readonly trouble: string | null
  save(): Promise<void>
}

/** Writing the rejected rows of a draft, or of an import, to a file that the person chooses. */
export const useSaveRejected = (from: { draftId: string } | { batchId: string }): SaveRejected => {
  const job = useCoreJob('imports', 'saveRejected')
  const [refused, setRefused] = useState<string | null>(null)
  return {
    running: job.running,
    trouble: refused ?? job.error?.message ?? null,
    async save() {
      const choice = await window.throughline.chooseFileToSave({
        title: 'Save the rejected rows',
        suggestedName: 'rejected-rows.csv',
        kind: 'csv',
      })
      setRefused(choice.status === 'refused' ? choice.message : null)
      if (choice.status !== 'chosen') return
      const written = await job.start({ from, fileHandle: choice.file.handle })
      if (written !== null)
        showToast({
          message: `${counted(written.rows, 'rejected row')} saved to ${choice.file.name}. Mend them there and bring the file in.`,
        })
    },
  }
}
