import { type ReactNode, useId, useState } from 'react'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import classes from './checks.module.css'

interface ReasonDialogProps {
  readonly title: string
  /** Who this is about; left out only where it is about nobody. */
  readonly banner?: ReactNode
  /** What is kept, or what happens. */
  readonly children: ReactNode
  readonly label: string
  readonly save: string
  readonly saved: string
  readonly send: (reason: string) => Promise<{ undo: number }>
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Asks for a reason in a few words, and does what it is for. */
export const ReasonDialog = (props: ReasonDialogProps): ReactNode => {
  const [reason, setReason] = useState('')
  const saving = useSaving()
  const fieldId = useId()
  const save = async (): Promise<void> => {
    const done = await saving.send(() => doUndoable(props.send(reason), props.saved, props.onFailedUndo))
    if (done) props.onDone()
  }
  return (
    <QuickForm
      title={props.title}
      {...(props.banner === undefined ? {} : { banner: props.banner })}
      saving={saving}
      labels={{ reason: props.label }}
      idOf={() => fieldId}
      save={props.save}
      onSave={() => void save()}
      firstField="reason"
      onClose={props.onClose}
    >
      <div className={classes.about}>{props.children}</div>
      <TextAreaField
        id={fieldId}
        label={props.label}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={setReason}
        error={saving.faults['reason']}
      />
    </QuickForm>
  )
}
