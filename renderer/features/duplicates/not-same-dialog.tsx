import { type ReactNode, useId, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import type { Person } from '#shared/features/register/schema.ts'
import classes from './duplicates.module.css'

type NotSameDialogProps = {
  readonly kept: Person
  readonly other: Person
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Remembers that these are two people, with a reason if there is one. */
export const NotSameDialog = ({ kept, other, onDone, onClose, onFailedUndo }: NotSameDialogProps): ReactNode => {
  const [reason, setReason] = useState('')
  const saving = useSaving()
  const fieldId = useId()
  const save = async (): Promise<void> => {
    const said = core.duplicates.notSame({ personId: kept.id, otherId: other.id, reason: reason.trim() })
    if (await saving.send(() => doUndoable(said, 'Remembered: two people.', onFailedUndo))) onDone()
  }
  return (
    <QuickForm
      title="Two people"
      banner={
        <div className={classes.both}>
          <PatientBanner layout="strip" label="One person" patient={bannerOf(kept, today())} />
          <PatientBanner layout="strip" label="Another person" patient={bannerOf(other, today())} />
        </div>
      }
      saving={saving}
      labels={{ reason: 'How you know' }}
      idOf={() => fieldId}
      save="They are two people"
      onSave={() => void save()}
      onClose={onClose}
    >
      <p className={classes.quiet}>This pair is not asked about again. It can be undone.</p>
      <TextAreaField
        id={fieldId}
        label="How you know"
        optional
        rows={2}
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={saving.faults['reason']}
      />
    </QuickForm>
  )
}
