import { type ReactNode, useState } from 'react'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { ImportBatch } from '#shared/features/imports/schema.ts'

/** Another name for an import, such as where its list came from. */
export const RenameDialog = ({
  batch,
  onClose,
}: {
  readonly batch: ImportBatch
  readonly onClose: () => void
}): ReactNode => {
  const [name, setName] = useState(batch.name)
  const command = useCoreCommand('imports', 'rename')
  const save = async (): Promise<void> => {
    const renamed = await command.mutateAsync({ batchId: batch.id, name }).catch(() => null)
    if (renamed === null) return
    showToast({
      message: `The import is now called “${renamed.name}”.`,
      undo: () => command.mutate({ batchId: batch.id, name: batch.name }),
    })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Name this import"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="filled" busy={command.isPending} onClick={() => void save()}>
            Save the name
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          maxLength={120}
          error={command.error?.details.fieldErrors?.['name'] ?? command.error?.message}
        />
      </form>
    </Dialog>
  )
}
