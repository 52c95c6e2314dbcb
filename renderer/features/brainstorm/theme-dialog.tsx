import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { PlanNote, PlanTheme } from '#shared/features/brainstorm/schema.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { inShort } from './brainstorm-writes.ts'

/** A theme to change, or a new one, with the note that it begins with. */
export type ThemeDoing = { readonly theme: PlanTheme } | { readonly theme: null; readonly note: PlanNote | null }

interface ThemeDialogProps {
  readonly plan: Pick<Plan, 'id' | 'objectives'>
  readonly doing: ThemeDoing
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { title: 'Name of the theme', objectiveId: 'Which objective it serves' } as const
const NOT_SAID = 'not-said'

/** Names a theme, new or not. */
export const ThemeDialog = ({ plan, doing, onClose, onFailedUndo }: ThemeDialogProps): ReactNode => {
  const note = doing.theme === null ? doing.note : null
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const theme = useAsOpened(doing.theme, saving, (one) => one && [one.title, one.objectiveId])
  const [title, setTitle] = useState(theme?.title ?? '')
  const [objectiveId, setObjectiveId] = useState(theme?.objectiveId ?? NOT_SAID)
  const save = async (): Promise<void> => {
    if (title.trim() === '') return saving.refuse({ title: 'Give the theme a name' })
    const fields = { title: title.trim(), objectiveId: objectiveId === NOT_SAID ? null : objectiveId }
    const work = (): Promise<{ undo: number }> =>
      theme === null
        ? core.brainstorm.addTheme({ planId: plan.id, fields, noteId: note?.id ?? null })
        : core.brainstorm.saveTheme({ id: theme.id, version: theme.version, fields })
    const words = theme === null ? `New theme: ${fields.title}` : 'The theme is changed.'
    if (await saving.send(() => doUndoable(work(), words, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={theme === null ? 'New theme' : 'Edit the theme'}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={theme === null ? 'Add the theme' : 'Save the theme'}
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      {note !== null && <p>{`It begins with the note “${inShort(note.words)}”.`}</p>}
      <TextField {...field('title')} maxLength={80} value={title} onChange={setTitle} />
      <SelectField
        {...field('objectiveId')}
        hint="Where you leave it open, the draft goes by the words of the notes."
        options={[
          { value: NOT_SAID, label: 'Leave it to the draft' },
          ...plan.objectives.map(({ id, number, words }) => ({ value: id, label: `${number} ${words}` })),
        ]}
        value={objectiveId}
        onChange={(next) => setObjectiveId(next ?? NOT_SAID)}
      />
    </QuickForm>
  )
}
