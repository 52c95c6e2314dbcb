import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import type { Progress } from '#shared/contract/define.ts'
import type { FileChoice } from '#shared/contract/shell-api.ts'

interface ReadFigures {
  /** Whether a file is being read, and how far that is. */
  readonly running: boolean
  readonly progress: Progress | null
  /** Why the last file could not be taken, in words. */
  readonly trouble: string | null
  choose(): Promise<void>
  drop(file: File): Promise<void>
  stop(): void
}

/** Choosing or dropping a file of figures, reading it, and going on to what it is. */
export const useReadFigures = (): ReadFigures => {
  const job = useCoreJob('figures', 'read')
  const [refused, setRefused] = useState<string | null>(null)
  const [, goTo] = usePath()
  const take = async (choice: FileChoice): Promise<void> => {
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen') return
    const draft = await job.start({ fileHandle: choice.file.handle })
    if (draft !== null) goTo(`/imports/figures/new/${draft.draftId}`)
  }
  const failed = job.error === null || job.error.code === 'cancelled' ? null : job.error.message
  return {
    running: job.running,
    progress: job.progress,
    trouble: refused ?? failed,
    choose: async () =>
      take(await window.throughline.chooseFileToOpen({ title: 'Choose a table of figures', kinds: ['table', 'any'] })),
    drop: async (file) => take(await window.throughline.fileFromDrop(file)),
    stop: () => job.stop(),
  }
}
