import { useCoreJob } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { counted } from './import-words.ts'
import { type SaveFile, useSaveFile } from './use-save-file.ts'

const ASK = { title: 'Save the rows nobody chose about', suggestedName: 'rows-to-choose.csv', kind: 'csv' } as const

/** Writing the rows of everybody in whom both sides differ and nobody has chosen yet. */
export const useSaveToChoose = (draftId: string): SaveFile => {
  const job = useCoreJob('imports', 'saveToChoose')
  return useSaveFile(ASK, job, async (fileHandle, fileName) => {
    const written = await job.start({ draftId, fileHandle })
    if (written !== null)
      showToast({
        message: `${counted(written.rows, 'row')} saved to ${fileName}. Bring the file in when you know more.`,
      })
  })
}
