import { useState } from 'react'
import type { RunningWork } from '#renderer/app/core-query.ts'
import type { Progress } from '#shared/contract/define.ts'
import type { FileChoice } from '#shared/contract/shell-api.ts'
import type { ImportDraft } from '#shared/features/imports/schema.ts'

export const READ_AS_FOUND = { encoding: null, separator: null, sheet: null, headerLine: null, layout: null }

export interface FileReading {
  readonly running: boolean
  readonly progress: Progress | null
  /** Why the last file could not be taken, in words. */
  readonly trouble: string | null
  choose(): Promise<void>
  drop(file: File): Promise<void>
  stop(): void
}

type Read = { fileHandle: string; reading: typeof READ_AS_FOUND }

/**
 * Choosing or dropping a file, and reading it.
 * @param title of the system's dialog. @param goOn with the draft that was read.
 */
export const useFileReading = (
  job: RunningWork<Read, ImportDraft>,
  title: string,
  goOn: (draftId: string) => void,
): FileReading => {
  const [refused, setRefused] = useState<string | null>(null)
  const take = async (choice: FileChoice): Promise<void> => {
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen') return
    const draft = await job.start({ fileHandle: choice.file.handle, reading: READ_AS_FOUND })
    if (draft !== null) goOn(draft.draftId)
  }
  const failed = job.error === null || job.error.code === 'cancelled' ? null : job.error.message
  return {
    running: job.running,
    progress: job.progress,
    trouble: refused ?? failed,
    choose: async () => take(await window.throughline.chooseFileToOpen({ title, kinds: ['table', 'any'] })),
    drop: async (file) => take(await window.throughline.fileFromDrop(file)),
    stop: () => job.stop(),
  }
}
