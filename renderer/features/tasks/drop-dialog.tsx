import { type ReactNode, useId, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { useAsOpened } from '#renderer/app/use-as-opened.ts'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { type BannerPatient, PatientBanner } from '#renderer/ui/patient-banner.tsx'
import type { Task } from '#shared/features/tasks/schema.ts'

interface DropDialogProps {
  readonly task: Task
  readonly patient: BannerPatient | undefined
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { reason: 'Why it need not be done' } as const

/** Drops a task with the reason. It can be undone and opened again, so it asks for words and not twice. */
export const DropDialog = ({ patient, onClose, onFailedUndo, ...props }: DropDialogProps): ReactNode => {
  const [reason, setReason] = useState('')
  const saving = useSaving()
  const task = useAsOpened(props.task, saving)
  const id = useId()
  const save = async (): Promise<void> => {
    if (reason.trim() === '') return saving.refuse({ reason: 'Say why in a few words' })
    const drop = (): Promise<{ undo: number }> => core.tasks.drop({ id: task.id, version: task.version, reason })
    if (await saving.send(() => doUndoable(drop(), `Dropped: ${task.title}.`, onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title={`Drop “${task.title}”?`}
      banner={patient === undefined ? undefined : <PatientBanner layout="strip" patient={patient} />}
      saving={saving}
      labels={LABELS}
      idOf={() => id}
      save="Drop the task"
      onSave={() => void save()}
      firstField="reason"
      onClose={onClose}
    >
      {task.repeats !== 'never' && <p>It repeats: dropping it ends the series.</p>}
      <TextField
        id={id}
        label={LABELS.reason}
        hint="Such as: done at the hospital, entered twice"
        error={saving.faults['reason']}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </QuickForm>
  )
}
