import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import type { Progress } from '#shared/contract/define.ts'
import type { FilesChoice } from '#shared/contract/shell-api.ts'
import { SEVERAL } from './parcel-words.ts'
import { READ_AS_FOUND } from './use-read-file.ts'

interface FilesChoosing {
  readonly running: boolean
  readonly progress: Progress | null
  /** Why nothing could be taken, in words. */
  readonly trouble: string | null
  choose(): Promise<void>
  chooseFolder(): Promise<void>
  drop(files: readonly File[]): Promise<void>
  stop(): void
}

/** Choosing or dropping one file to bring in, or several together, and going on to its columns or to their list. */
export const useChooseFiles = (): FilesChoosing => {
  const look = useCoreJob('imports', 'lookInto')
  const read = useCoreJob('imports', 'read')
  const queries = useQueryClient()
  const [, goTo] = usePath()
  const [refused, setRefused] = useState<string | null>(null)
  const take = async (choice: FilesChoice): Promise<void> => {
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen') return
    const handles = {
      fileHandles: choice.files.map(({ handle }) => handle),
      folderHandles: choice.folders.map(({ handle }) => handle),
    }
    const found = await look.start(handles)
    if (found === null) return
    if (found.fileHandle === null) {
      await queries.invalidateQueries({ queryKey: ['imports', 'parcel'] })
      return goTo(SEVERAL)
    }
    const draft = await read.start({ fileHandle: found.fileHandle, reading: READ_AS_FOUND })
    if (draft !== null) goTo(`/imports/${draft.draftId}/match`)
  }
  const [failed] = [look.error, read.error].filter((error) => error !== null && error.code !== 'cancelled')
  const title = 'Choose what to bring in'
  return {
    running: look.running || read.running,
    progress: look.running ? look.progress : read.progress,
    trouble: refused ?? failed?.message ?? null,
    choose: async () => take(await window.throughline.chooseFilesToOpen({ title, kinds: ['lists', 'any'] })),
    chooseFolder: async () => take(await window.throughline.chooseFolderToOpen({ title })),
    drop: async (files) => take(await window.throughline.filesFromDrop(files)),
    stop() {
      look.stop()
      read.stop()
    },
  }
}
