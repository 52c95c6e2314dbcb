import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { SavedView } from '#shared/features/register/list-schema.ts'

const LABELS = { name: 'Name' }

interface ViewDialogProps {
  /** The view to rename; null keeps what is shown under a new name. */
  readonly view: SavedView | null
  /** What is shown, as a link. */
  readonly address: string
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Gives what is shown a name, or a kept view another one. */
export const ViewDialog = ({ view, address, onClose, onFailedUndo }: ViewDialogProps): ReactNode => {
  const [name, setName] = useState(view?.name ?? '')
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const save = async (): Promise<void> => {
    const work =
      view === null
        ? core.register.addView({ name, address })
        : core.register.changeView({ id: view.id, version: view.version, name, address: view.address })
    const words = view === null ? `View kept: ${name.trim()}.` : `View renamed: ${name.trim()}.`
    if (await saving.send(() => doUndoable(work, words, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={view === null ? 'Keep this view' : 'Rename the view'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={view === null ? 'Keep the view' : 'Rename the view'}
      onSave={() => void save()}
      firstField="name"
      onClose={onClose}
    >
      <TextField
        {...field('name')}
        hint="Everybody at the practice sees it. Leave names of patients out."
        maxLength={40}
        value={name}
        onChange={setName}
      />
    </QuickForm>
  )
}

/** Makes a kept view show what is shown now. */
export const pointViewHere = (
  { id, version, name }: SavedView,
  address: string,
  onFailed: (words: string) => void,
): Promise<void> =>
  doUndoable(core.register.changeView({ id, version, name, address }), `“${name}” shows this now.`, onFailed).then(
    ({ refused }) => (refused === null ? undefined : onFailed(refused.message)),
  )

/** Forgets a kept view; nobody goes from the register by it. */
export const forgetView = ({ id, version, name }: SavedView, onFailed: (words: string) => void): Promise<void> =>
  doUndoable(core.register.removeView({ id, version }), `View forgotten: ${name}.`, onFailed).then(({ refused }) =>
    refused === null ? undefined : onFailed(refused.message),
  )
