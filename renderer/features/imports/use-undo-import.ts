import { type RunningWork, useCoreJob } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { UndoEffect } from '#shared/features/imports/schema.ts'
import { counted } from './import-words.ts'

export interface UndoImport extends Pick<RunningWork<unknown, UndoEffect>, 'running' | 'progress' | 'error' | 'stop'> {
  /** What was done, with what stays; null where nothing was. */
  undo(batchId: string): Promise<UndoEffect | null>
}

/** Lifting an import out again. */
export const useUndoImport = (): UndoImport => {
  const { running, progress, error, start, stop } = useCoreJob('imports', 'undo')
  return {
    running,
    progress,
    error,
    stop,
    async undo(batchId) {
      const effect = await start({ batchId })
      if (effect === null) return null
      const { people } = effect.kept
      const kept =
        people === 0 ? '' : ` What somebody worked on since stayed, for ${counted(people, 'person', 'people')}.`
      showToast({ message: `Import undone. ${counted(effect.restored, 'entry', 'entries')} taken back.${kept}` })
      return effect
    },
  }
}
