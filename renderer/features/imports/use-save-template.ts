import { useCoreJob } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { type SaveFile, useSaveFile } from './use-save-file.ts'

const ASK = { title: 'Save an empty list', suggestedName: 'cancer-list.xlsx', kind: 'spreadsheet' } as const

/** Writing an empty list with its columns explained. */
export const useSaveTemplate = (): SaveFile => {
  const job = useCoreJob('imports', 'saveTemplate')
  return useSaveFile(ASK, job, async (fileHandle, fileName) => {
    if ((await job.start({ fileHandle })) !== null)
      showToast({ message: `Empty list saved to ${fileName}. Fill it in and bring it in here.` })
  })
}
