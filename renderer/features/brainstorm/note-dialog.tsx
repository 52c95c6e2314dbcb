import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { textOrNull } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { LONGEST_NOTE, type PlanNote } from '#shared/features/brainstorm/schema.ts'

interface NoteDialogProps {
  readonly note: PlanNote
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { words: 'The note', saidBy: 'Said by' } as const

/** Changes what a note says and who said it. */
export const NoteDialog = ({ onClose, onFailedUndo, ...props }: NoteDialogProps): ReactNode => {
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  // The room goes on voting for a note and moving it while its words are changed.
  const note = useAsOpened(props.note, saving, ({ words, saidBy }) => [words, saidBy])
  const [words, setWords] = useState(props.note.words)
  const [saidBy, setSaidBy] = useState(props.note.saidBy ?? '')
  const save = async (): Promise<void> => {
    const fields = { words: words.replaceAll(/\s+/g, ' ').trim(), saidBy: textOrNull(saidBy) }
    if (fields.words === '') return saving.refuse({ words: 'Write the note first, or remove it from its menu' })
    const work = core.brainstorm.saveNote({ id: note.id, version: note.version, fields })
    if (await saving.send(() => doUndoable(work, 'The note is changed.', onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title="Edit the note"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save the note"
      onSave={() => void save()}
      firstField="words"
      onClose={onClose}
    >
      <TextAreaField {...field('words')} rows={3} maxLength={LONGEST_NOTE} value={words} onChange={setWords} />
      <TextField
        {...field('saidBy')}
        optional
        hint="Left out of the large view and of the plan. Never a patient."
        maxLength={80}
        value={saidBy}
        onChange={setSaidBy}
      />
    </QuickForm>
  )
}
