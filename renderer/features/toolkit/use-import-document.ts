import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import type { FileChoice } from '#shared/contract/shell-api.ts'

interface BroughtIn {
  readonly id: string
  readonly title: string
  /** What could not be kept of it. */
  readonly notes: readonly string[]
}

export interface ImportingDocument {
  readonly running: boolean
  readonly trouble: string | null
  readonly made: BroughtIn | null
  choose(): Promise<void>
}

/** Makes a document of a Word or Markdown file. What a document cannot hold is left out and said. */
export const useImportDocument = (): ImportingDocument => {
  const job = useCoreJob('toolkit', 'importFile')
  const [refused, setRefused] = useState<string | null>(null)
  const [made, setMade] = useState<BroughtIn | null>(null)
  const take = async (choice: FileChoice): Promise<void> => {
    setMade(null)
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen') return
    const answer = await job.start({ fileHandle: choice.file.handle })
    if (answer === null) return
    const { id, title, leftOut, strange } = answer
    const notes = [
      ...(leftOut.length === 0 ? [] : [`Left out: ${leftOut.join(', ')}.`]),
      ...(strange.length === 0 ? [] : [`Kept as words, for no fact has this name: ${strange.join(', ')}.`]),
    ]
    setMade({ id, title, notes })
  }
  return {
    running: job.running,
    trouble: refused ?? (job.error === null || job.error.code === 'cancelled' ? null : job.error.message),
    made,
    choose: async () =>
      take(
        await window.throughline.chooseFileToOpen({
          title: 'Choose a Word or Markdown document',
          kinds: ['document', 'any'],
        }),
      ),
  }
}
