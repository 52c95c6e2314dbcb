import { IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { type BannerPatient, PatientBanner } from '#renderer/ui/patient-banner.tsx'
import classes from './form.module.css'
import { toastSaved } from './use-form-save.ts'

type RemovePersonProps = {
  readonly id: string
  readonly version: number
  /** Who this is, in the dialog. */
  readonly patient: BannerPatient
  readonly onRemoved: () => void
}

const LEAST_REASON = 3

/** Takes somebody off the register, with the reason. It can be undone, so it asks for words and not twice. */
export const RemovePerson = ({ id, version, patient, onRemoved }: RemovePersonProps): ReactNode => {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const remove = useCoreCommand('register', 'removePerson')
  const run = (): void => {
    if (reason.trim().length < LEAST_REASON) return setFault('Say why in a few words')
    remove.mutate(
      { id, version, reason },
      {
        onSuccess: ({ undo }) => {
          toastSaved('Taken off the register.', undo)
          onRemoved()
        },
      },
    )
  }
  return (
    <>
      <Button kind="dangerOutline" icon={IconTrash} onClick={() => setAsking(true)}>
        Take off the register
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Take this person off the register?"
        footer={
          <>
            <Button onClick={() => setAsking(false)} data-autofocus>
              Cancel
            </Button>
            <Button kind="danger" busy={remove.isPending} onClick={run}>
              Take off the register
            </Button>
          </>
        }
      >
        <div className={classes.dialogBody}>
          <PatientBanner layout="strip" patient={patient} />
          <p>Their diagnoses and events go with them. The audit trail keeps that it happened, and it can be undone.</p>
          {remove.error !== null && (
            <InlineAlert tone="bad" spoken>
              {remove.error.message}
            </InlineAlert>
          )}
          <TextField
            id="remove-reason"
            label="Why"
            hint="Such as: moved away, entered twice"
            value={reason}
            onChange={setReason}
            error={fault}
          />
        </div>
      </Dialog>
    </>
  )
}
