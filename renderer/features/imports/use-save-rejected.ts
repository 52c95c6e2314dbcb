import { useCoreJob } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { counted } from './import-words.ts'
import { type SaveFile, useSaveFile } from './use-save-file.ts'

const ASK = { title: 'Save the rejected rows', suggestedName: 'rejected-rows.csv', kind: 'csv' } as const

/** Writing the rejected rows of a draft, or of an import. */
export const useSaveRejected = (from: { draftId: string } | { batchId: string }): SaveFile => {
  const job = useCoreJob('imports', 'saveRejected')
  return useSaveFile(ASK, job, async (fileHandle, fileName) => {
    const written = await job.start({ from, fileHandle })
    if (written !== null)
      showToast({
        message: `${counted(written.rows, 'rejected row')} saved to ${fileName}. Mend them there and bring the file in.`,
      })
  })
}
