import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'

export interface SaveTemplate {
  readonly running: boolean
  readonly trouble: string | null
  save(): Promise<void>
}

/** Writing an empty list with its columns explained, to a file that the person chooses. */
export const useSaveTemplate = (): SaveTemplate => {
  const job = useCoreJob('imports', 'saveTemplate')
  const [refused, setRefused] = useState<string | null>(null)
  return {
    running: job.running,
    trouble: refused ?? job.error?.message ?? null,
    async save() {
      const choice = await window.throughline.chooseFileToSave({
        title: 'Save an empty list',
        suggestedName: 'cancer-list.xlsx',
        kind: 'spreadsheet',
      })
      setRefused(choice.status === 'refused' ? choice.message : null)
      if (choice.status !== 'chosen') return
      if ((await job.start({ fileHandle: choice.file.handle })) !== null)
        showToast({ message: `Empty list saved to ${choice.file.name}. Fill it in and bring it in here.` })
    },
  }
}
