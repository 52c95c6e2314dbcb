import { useCoreCommand } from '#renderer/app/core-query.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import { counted } from './import-words.ts'

export interface UndoImport {
  readonly running: boolean
  readonly trouble: string | null
  /** Resolves to whether it was undone. */
  undo(batchId: string): Promise<boolean>
}

/** Lifting an import out again. */
export const useUndoImport = (): UndoImport => {
  const command = useCoreCommand('imports', 'undo')
  return {
    running: command.isPending,
    trouble: command.error?.message ?? null,
    async undo(batchId) {
      const result = await command.mutateAsync({ batchId }).catch(() => null)
      if (result === null) return false
      const kept =
        result.kept === 0 ? '' : ` ${counted(result.kept, 'entry was', 'entries were')} worked on since and stayed.`
      showToast({ message: `Import undone. ${counted(result.restored, 'entry', 'entries')} taken back.${kept}` })
      return true
    },
  }
}
