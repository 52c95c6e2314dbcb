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
  /** Takes it to be compared with the register instead. */
  compare(item: ParcelItem): Promise<void>
  stop(): void
}

/** What is done with a file, each with steps of its own. */
type Way = 'list' | 'figures' | 'compare'

/** Taking one file of several through the steps of an import, of practice figures or of a comparison. */
export const useTakeFile = (): FileTaking => {
  const list = useCoreJob('imports', 'read')
  const figures = useCoreJob('figures', 'read')
  const comparing = useCoreJob('reconcile', 'read')
  const queries = useQueryClient()
  const [, goTo] = usePath()
  const [last, setLast] = useState<{ readonly place: number; readonly way: Way }>()
  const job = { list, figures, compare: comparing }[last?.way ?? 'list']
  const read = async (way: Way, fileHandle: string): Promise<string | null> => {
    if (way === 'figures') {
      const draft = await figures.start({ fileHandle })
      return draft === null ? null : `/imports/figures/new/${draft.draftId}`
    }
    const draft = await (way === 'compare' ? comparing : list).start({ fileHandle, reading: READ_AS_FOUND })
    if (draft === null) return null
    return way === 'compare' ? `/imports/reconcile/new/${draft.draftId}` : `/imports/${draft.draftId}/match`
  }
  const start = async ({ place, fileHandle }: ParcelItem, way: Way): Promise<void> => {
    if (fileHandle === null || list.running || figures.running || comparing.running) return
    setLast({ place, way })
    const address = await read(way, fileHandle)
    await queries.invalidateQueries({ queryKey: ['imports', 'parcel'] })
    if (address !== null) goTo(address)
  }
  return {
    taking: job.running ? (last?.place ?? null) : null,
    progress: job.progress,
    trouble: job.error === null || job.error.code === 'cancelled' ? null : job.error.message,
    take: (item) => start(item, item.kind === 'figures' ? 'figures' : 'list'),
    compare: (item) => start(item, 'compare'),
    stop: () => job.stop(),
  }
}
