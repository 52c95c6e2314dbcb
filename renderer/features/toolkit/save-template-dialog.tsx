import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'

const LABELS = {
  title: 'Title',
  purpose: 'What it is for',
  usedBy: 'Who uses it',
  minutes: 'Minutes it takes',
  reviewMonths: 'Months until its review',
  sources: 'Sources, one a line',
} as const

type SaveTemplateDialogProps = {
  readonly documentId: string
  readonly title: string
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

/** Makes a template of the open document, for the practice itself and for others. */
export const SaveTemplateDialog = (props: SaveTemplateDialogProps): ReactNode => {
  const { documentId, onClose, onFailedUndo } = props
  const [title, setTitle] = useState(props.title)
  const [purpose, setPurpose] = useState('')
  const [usedBy, setUsedBy] = useState('')
  const [minutes, setMinutes] = useState('20')
  const [months, setMonths] = useState('')
  const [sources, setSources] = useState('')
  const { saving, labels, idOf, field } = useQuickForm(LABELS)
  const save = async (): Promise<void> => {
    const faults = {
      ...(title.trim() === '' ? { title: 'Give the template a title' } : {}),
      ...(purpose.trim() === '' ? { purpose: 'Say what it is for' } : {}),
      ...(usedBy.trim() === '' ? { usedBy: 'Say who uses it' } : {}),
      ...(Number.isNaN(wholeNumber(minutes)) ? { minutes: 'Enter whole minutes' } : {}),
      ...(months.trim() !== '' && Number.isNaN(wholeNumber(months)) ? { reviewMonths: 'Enter whole months' } : {}),
    }
    if (Object.keys(faults).length > 0) return saving.refuse(faults)
    const work = (): Promise<{ undo: number }> =>
      core.toolkit.saveAsTemplate({
        documentId,
        title,
        purpose,
        usedBy,
        minutes: wholeNumber(minutes),
        reviewMonths: months.trim() === '' ? null : wholeNumber(months),
        sources: sources.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
      })
    const message = 'The template is in the toolkit, marked as your own.'
    if (await saving.send(() => doUndoable(work(), message, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title="Save as my template"
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Save the template"
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <p>The text and its facts are kept, not what they say today nor what was filled in. Read it for names first.</p>
      <TextField {...field('title')} maxLength={120} spellCheck value={title} onChange={setTitle} />
      <TextAreaField {...field('purpose')} rows={2} maxLength={400} value={purpose} onChange={setPurpose} />
      <TextField {...field('usedBy')} maxLength={200} spellCheck value={usedBy} onChange={setUsedBy} />
      <TwoFields>
        <TextField {...field('minutes')} inputMode="numeric" characters={4} value={minutes} onChange={setMinutes} />
        <TextField
          {...field('reviewMonths')}
          optional
          inputMode="numeric"
          characters={4}
          value={months}
          onChange={setMonths}
        />
      </TwoFields>
      <TextAreaField {...field('sources')} optional rows={2} maxLength={4000} value={sources} onChange={setSources} />
    </QuickForm>
  )
}
