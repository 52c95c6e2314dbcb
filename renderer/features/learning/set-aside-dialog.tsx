import { type ReactNode, useId, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import type { LearningRow } from '#shared/features/learning/schema.ts'
import { diagnosisLine } from '#shared/features/learning/words.ts'

interface SetAsideDialogProps {
  readonly row: LearningRow
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS = { reason: 'Why there is nothing to learn from it' } as const

/** Sets a suggestion aside with the reason. It can be brought back, so it asks for words and not twice. */
export const SetAsideDialog = ({ row, onClose, onFailedUndo }: SetAsideDialogProps): ReactNode => {
  const [reason, setReason] = useState('')
  const saving = useSaving()
  const id = useId()
  const save = async (): Promise<void> => {
    const { person, episodeId } = row
    if (reason.trim() === '') return saving.refuse({ reason: 'Say why in a few words' })
    if (episodeId === null) return saving.refuse({ reason: 'The diagnosis was removed' })
    const work = (): Promise<{ undo: number }> => core.learning.setAside({ personId: person.id, episodeId, reason })
    if (await saving.send(() => doUndoable(work(), 'Set aside. It is not suggested again.', onFailedUndo))) onClose()
  }
  return (
    <QuickForm
      title="Set aside"
      banner={<PatientBanner layout="strip" patient={bannerOf(row.person, dayNow())} />}
      saving={saving}
      labels={LABELS}
      idOf={() => id}
      save="Set aside"
      onSave={() => void save()}
      firstField="reason"
      onClose={onClose}
    >
      <p>{`${diagnosisLine(row)}. It is not suggested again, and stays under Set aside.`}</p>
      <TextField
        id={id}
        label={LABELS.reason}
        hint="Such as: joined the practice after the diagnosis"
        error={saving.faults['reason']}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </QuickForm>
  )
}
