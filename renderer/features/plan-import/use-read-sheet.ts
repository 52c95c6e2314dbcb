import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import type { Progress } from '#shared/contract/define.ts'
import type { FileChoice } from '#shared/contract/shell-api.ts'
import type { PlanSheet } from '#shared/features/plan/public.ts'

interface ReadPlanSheet {
  readonly running: boolean
  readonly progress: Progress | null
  /** Why the last file or sheet could not be taken, in words. */
  readonly trouble: string | null
  /** The newest that was read, with a number that changes with each reading. */
  readonly found: { readonly sheet: PlanSheet; readonly reading: number } | null
  choose(): Promise<void>
  drop(file: File): Promise<void>
  /** Reads another sheet of the same file; null: every sheet with the headings of a plan. */
  readAnother(sheet: string | null): Promise<void>
  stop(): void
  /** Goes back to choosing a file. */
  forget(): void
}

/** Choosing or dropping a spreadsheet, and reading it. */
export const useReadSheet = (): ReadPlanSheet => {
  const job = useCoreJob('plan', 'readSheet')
  const [refused, setRefused] = useState<string | null>(null)
  const [handle, setHandle] = useState('')
  const [found, setFound] = useState<ReadPlanSheet['found']>(null)
  const read = async (fileHandle: string, sheet: string | null): Promise<void> => {
    const answer = await job.start({ fileHandle, sheet })
    if (answer === null) return
    setHandle(fileHandle)
    setFound((before) => ({ sheet: answer, reading: (before?.reading ?? 0) + 1 }))
  }
  const take = async (choice: FileChoice): Promise<void> => {
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status === 'chosen') await read(choice.file.handle, null)
  }
  const failed = job.error === null || job.error.code === 'cancelled' ? null : job.error.message
  return {
    running: job.running,
    progress: job.progress,
    trouble: refused ?? failed,
    found,
    choose: async () =>
      take(await window.throughline.chooseFileToOpen({ title: 'Choose a plan', kinds: ['table', 'any'] })),
    drop: async (file) => take(await window.throughline.fileFromDrop(file)),
    readAnother: async (sheet) => read(handle, sheet),
    stop: () => job.stop(),
    forget: () => setFound(null),
  }
}
