import { IconUserHeart } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { ActionBar } from '#renderer/ui/action-bar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { fieldsOfPerson } from './person-draft.ts'
import classes from './register.module.css'

const NOBODY = 'nobody'

const peopleWords = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`)

/** Takes back several changes, the newest first, and says how it went. */
const undoAll = async (changes: readonly number[]): Promise<void> => {
  try {
    for (const seq of changes.toReversed()) await core.audit.undo({ seq })
    announce('Taken back.')
  } catch (cause) {
    announce(cause instanceof AppError ? cause.message : 'Not all of it could be taken back.', 'assertive')
  }
}

/** Gives one named lead to each of these people, one command a person. @returns what `audit.undo` takes. */
const setNamedLead = async (
  ids: readonly string[],
  namedLeadId: string | null,
  made: (undo: number) => void,
): Promise<void> => {
  for (const id of ids) {
    const { person } = await core.register.person({ id })
    if (person.namedLeadId === namedLeadId) continue
    const saved = await core.register.savePerson({
      id,
      version: person.version,
      person: { ...fieldsOfPerson(person), namedLeadId },
    })
    made(saved.undo)
  }
}

type LeadDialogProps = { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }

const LeadDialog = ({ ids, onClose, onDone }: LeadDialogProps): ReactNode => {
  const users = useCoreQuery('access', 'users', {})
  const [lead, setLead] = useState<string | null>(null)
  const [doneCount, setDoneCount] = useState<number | null>(null)
  const [failure, setFailure] = useState<string>()
  const options = [
    ...(users.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: NOBODY, label: 'Nobody' },
  ]
  const save = async (): Promise<void> => {
    if (lead === null) return setFailure('Choose who it should be')
    const changes: number[] = []
    setFailure(undefined)
    setDoneCount(0)
    try {
      await setNamedLead(ids, lead === NOBODY ? null : lead, (undo) => setDoneCount(changes.push(undo)))
      const name = options.find(({ value }) => value === lead)?.label ?? ''
      showToast({
        message:
          changes.length === 0
            ? 'They had this named lead already.'
            : `Named lead set to ${name} for ${peopleWords(changes.length)}.`,
        ...(changes.length === 0 ? {} : { undo: () => void undoAll(changes) }),
      })
      onDone()
    } catch (cause) {
      setDoneCount(null)
      setFailure(
        `${cause instanceof AppError ? cause.message : 'Something went wrong.'} Set for ${peopleWords(changes.length)} of ${ids.length}.`,
      )
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Set the named lead of ${peopleWords(ids.length)}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="filled" busy={doneCount !== null} onClick={() => void save()}>
            {doneCount === null ? 'Set named lead' : `${doneCount} of ${ids.length}`}
          </Button>
        </>
      }
    >
      <div className={classes.dialogBody}>
        {failure !== undefined && lead !== null && (
          <InlineAlert tone="bad" spoken>
            {failure}
          </InlineAlert>
        )}
        <SelectField
          id="chosen-lead"
          label="Named lead"
          options={options}
          value={lead}
          onChange={setLead}
          error={lead === null ? failure : undefined}
        />
      </div>
    </Dialog>
  )
}

type ChosenPeopleProps = { readonly ids: readonly string[]; readonly mayWrite: boolean; readonly onClear: () => void }

/** What can be done to the people chosen. */
export const ChosenPeople = ({ ids, mayWrite, onClear }: ChosenPeopleProps): ReactNode => {
  const [setting, setSetting] = useState(false)
  const actions = mayWrite ? [{ label: 'Set named lead', icon: IconUserHeart, onChoose: () => setSetting(true) }] : []
  return (
    <>
      <ActionBar count={ids.length} actions={actions} onClear={onClear} />
      {setting && (
        <LeadDialog
          ids={ids}
          onClose={() => setSetting(false)}
          onDone={() => {
            setSetting(false)
            onClear()
          }}
        />
      )}
    </>
  )
}
