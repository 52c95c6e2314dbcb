import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import type { Progress } from '#shared/contract/define.ts'
import type { ParcelItem } from '#shared/features/imports/parcel.ts'
import { READ_AS_FOUND } from './use-read-file.ts'

interface FileTaking {
  /** The place of the file that is being read. */
  readonly taking: number | null
  readonly progress: Progress | null
  /** Why the last one could not be read, in words. */
  readonly trouble: string | null
  take(item: ParcelItem): Promise<void>
  stop(): void
}

/** Taking one file of several through the steps that are its own: those of an import, or of practice figures. */
export const useTakeFile = (): FileTaking => {
  const list = useCoreJob('imports', 'read')
  const figures = useCoreJob('figures', 'read')
  const queries = useQueryClient()
  const [, goTo] = usePath()
  const [last, setLast] = useState<ParcelItem | null>(null)
  const job = last?.kind === 'figures' ? figures : list
  const read = async ({ kind }: ParcelItem, fileHandle: string): Promise<string | null> => {
    if (kind === 'figures') {
      const draft = await figures.start({ fileHandle })
      return draft === null ? null : `/imports/figures/new/${draft.draftId}`
    }
    const draft = await list.start({ fileHandle, reading: READ_AS_FOUND })
    return draft === null ? null : `/imports/${draft.draftId}/match`
  }
  return {
    taking: job.running ? (last?.place ?? null) : null,
    progress: job.progress,
    trouble: job.error === null || job.error.code === 'cancelled' ? null : job.error.message,
    async take(item) {
      if (item.fileHandle === null || list.running || figures.running) return
      setLast(item)
      const address = await read(item, item.fileHandle)
      await queries.invalidateQueries({ queryKey: ['imports', 'parcel'] })
      if (address !== null) goTo(address)
    },
    stop: () => job.stop(),
  }
}
