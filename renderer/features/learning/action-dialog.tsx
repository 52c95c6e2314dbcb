import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { readDay } from '#renderer/app/typed.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { PersonStrip } from '#renderer/features/journey/public.ts'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import type { Analysis } from '#shared/features/learning/schema.ts'

interface ActionDialogProps {
  readonly analysis: Pick<Analysis, 'personId' | 'id'>
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { title: 'What changes', ownerId: 'Who does it', dueDate: 'By when' } as const
const NOBODY = 'nobody'

/** A change that was agreed: it becomes a task with an owner and a day. */
export const ActionDialog = ({ analysis, onClose, onFailedUndo }: ActionDialogProps): ReactNode => {
  const users = useCoreQuery('access', 'users', {}).data ?? []
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const [title, setTitle] = useState('')
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [due, setDue] = useState(dayPartsOf(null))
  const [aboutPerson, setAboutPerson] = useState(false)
  const save = async (): Promise<void> => {
    const { personId, id } = analysis
    const read = readDay(due)
    const faults = {
      ...(title.trim() === '' ? { title: 'Say what is to be done' } : {}),
      ...('fault' in read ? { dueDate: read.fault } : {}),
    }
    if ('fault' in read || Object.keys(faults).length > 0) return saving.refuse(faults)
    const action = { title: title.trim(), ownerId, dueDate: read.day, aboutPerson }
    const work = (): Promise<{ undo: number }> => core.learning.addAction({ personId, id, action })
    if (await saving.send(() => doUndoable(work(), `Added as a task: ${action.title}.`, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title="Add an agreed change"
      banner={<PersonStrip personId={analysis.personId} layout="strip" />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Add as a task"
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={160} value={title} onChange={setTitle} />
      <TwoFields>
        <SelectField
          {...field('ownerId')}
          options={[
            ...users.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: 'Whoever comes first' },
          ]}
          value={ownerId ?? NOBODY}
          onChange={(next) => setOwnerId(next === NOBODY ? null : next)}
        />
        <DateField {...field('dueDate')} optional exact value={due} onChange={setDue} calendarFrom={dayNow()} />
      </TwoFields>
      <CheckboxField
        label="The task is about this patient"
        hint="Leave it off for a change of how the practice works: the task then names nobody."
        checked={aboutPerson}
        onChange={setAboutPerson}
      />
    </QuickForm>
  )
}
