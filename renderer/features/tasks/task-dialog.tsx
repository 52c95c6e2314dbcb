import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { QuickForm, TwoFields } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { type BannerPatient, PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { TASK_REPEATS } from '#shared/features/tasks/recurrence.ts'
import type { Task } from '#shared/features/tasks/schema.ts'
import { formOf, readTaskForm } from './task-form.ts'

interface TaskDialogProps {
  /** The task to change; null adds one. */
  readonly task: Task | null
  /** Whom a new task is about. */
  readonly personId?: string | null
  /** Whose it is, over the form; left out for a task about nobody. */
  readonly patient?: BannerPatient | undefined
  /** Adds the same task for each of these people. */
  readonly forPeople?: readonly string[]
  readonly onClose: () => void
  /** Instead of closing, once the task is there. */
  readonly onAdded?: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = {
  title: 'What is to be done',
  dueDate: 'Due',
  ownerId: 'Who does it',
  repeats: 'Repeats',
  note: 'Note',
} as const

const NOBODY = 'nobody'
const repeatChoices = TASK_REPEATS.map(({ code, label }) => ({ value: code, label }))

const titleOf = (task: Task | null, forPeople: readonly string[] | undefined): string => {
  if (task !== null) return 'Change the task'
  return forPeople === undefined ? 'Add a task' : `Add a task for ${forPeople.length.toLocaleString('en-GB')} chosen`
}

/** Adds or changes a task. */
export const TaskDialog = (props: TaskDialogProps): ReactNode => {
  const { personId = null, patient, forPeople, onClose, onAdded = onClose } = props
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const task = useAsOpened(props.task, saving)
  const userId = useCoreQuery('access', 'state', {}).data?.user?.id ?? null
  const users = useCoreQuery('access', 'users', {}).data ?? []
  const [form, setForm] = useState(() => formOf(task, userId))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const save = async (): Promise<void> => {
    const read = readTaskForm(form)
    if ('faults' in read) return saving.refuse(read.faults)
    const { fields } = read
    const work = (): Promise<{ undo: number }> => {
      if (task !== null) return core.tasks.save({ id: task.id, version: task.version, task: fields })
      return forPeople === undefined
        ? core.tasks.add({ ...fields, personId })
        : core.tasks.addForPeople({ personIds: [...forPeople], task: fields })
    }
    const words = task === null ? `Added: ${fields.title}.` : `Saved: ${fields.title}.`
    if (await saving.send(() => doUndoable(work(), words, props.onFailedUndo))) onAdded()
  }
  return (
    <QuickForm
      title={titleOf(task, forPeople)}
      banner={patient === undefined ? undefined : <PatientBanner layout="strip" patient={patient} />}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save={task === null ? 'Add the task' : 'Save the task'}
      onSave={() => void save()}
      firstField="title"
      onClose={onClose}
    >
      <TextField {...field('title')} maxLength={160} value={form.title} onChange={(title) => change({ title })} />
      <DateField
        {...field('dueDate')}
        optional
        exact
        value={form.due}
        onChange={(due) => change({ due })}
        calendarFrom={dayNow()}
      />
      <TwoFields>
        <SelectField
          {...field('ownerId')}
          options={[
            ...users.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: 'Whoever comes first' },
          ]}
          value={form.ownerId ?? NOBODY}
          onChange={(owner) => change({ ownerId: owner === NOBODY ? null : owner })}
        />
        <SelectField
          {...field('repeats')}
          options={repeatChoices}
          value={form.repeats}
          onChange={(repeats) => change({ repeats: repeats ?? 'never' })}
        />
      </TwoFields>
      <TextAreaField
        {...field('note')}
        optional
        maxLength={2000}
        value={form.note}
        onChange={(note) => change({ note })}
      />
    </QuickForm>
  )
}
