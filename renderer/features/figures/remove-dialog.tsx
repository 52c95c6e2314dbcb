import type { ReactNode } from 'react'
import { counted } from '#renderer/features/imports/public.ts'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { FigureSet } from '#shared/features/figures/schema.ts'

/** Asks before a table of figures goes: its rows do, and only its file brings them back. */
export const RemoveDialog = ({
  set,
  onClose,
}: {
  readonly set: FigureSet
  readonly onClose: () => void
}): ReactNode => {
  const command = useCoreCommand('figures', 'remove')
  const remove = async (): Promise<void> => {
    const removed = await command.mutateAsync({ setId: set.id, version: set.version }).catch(() => null)
    if (removed === null) return
    showToast({ message: `Removed “${set.title}” with ${counted(set.rowCount, 'row')}.` })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      destructive
      title={`Remove “${set.title}”?`}
      confirm="Remove these figures"
      busy={command.isPending}
      error={command.error?.message}
      onCancel={onClose}
      onConfirm={() => void remove()}
    >
      {`All ${counted(set.rowCount, 'row')} go. That they were here, and who removed them, stays in the list. To have them back, bring the file in again.`}
    </ConfirmDialog>
  )
}
