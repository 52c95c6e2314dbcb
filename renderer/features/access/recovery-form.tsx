import { type ReactNode, useState } from 'react'
import { useCoreCommand, useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PassphraseField, StrengthMeter } from '#renderer/ui/fields/passphrase-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { AccessState } from '#shared/features/access/schema.ts'
import classes from './access.module.css'

type NewPassphraseProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Names on the screen that a guesser would try first. */
  readonly avoid: readonly string[]
  readonly error?: string | undefined
}

/** A passphrase to be set, with how hard it is to guess in words. */
export const NewPassphraseField = ({ value, onChange, avoid, error }: NewPassphraseProps): ReactNode => {
  const verdict = useCoreQuery(
    'access',
    'checkPassphrase',
    { passphrase: value, avoid: [...avoid] },
    { enabled: value !== '', keepPrevious: true },
  )
  return (
    <div className={classes.form}>
      <PassphraseField
        id="new-passphrase"
        label="Passphrase"
        hint="Four or more words you can picture. Spaces are fine."
        purpose="new"
        value={value}
        onChange={onChange}
        error={error}
      />
      {value !== '' && verdict.data !== undefined && (
        <StrengthMeter score={verdict.data.score as 0 | 1 | 2 | 3 | 4} words={verdict.data.words} />
      )}
    </div>
  )
}

/** Opens the register with the printed key and gives one person a new passphrase. */
export const RecoveryForm = ({
  state,
  onBack,
}: {
  readonly state: AccessState
  readonly onBack: () => void
}): ReactNode => {
  const [userId, setUserId] = useState(state.users[0]?.id ?? '')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCoreCommand('access', 'unlockWithRecoveryKey')
  const fields = unlock.error?.details.fieldErrors ?? {}
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        unlock.mutate({ userId, recoveryKey, passphrase })
      }}
    >
      <SelectField
        id="recovery-user"
        label="Whose passphrase is lost?"
        options={state.users.map((user) => ({ value: user.id, label: user.name }))}
        value={userId}
        onChange={(chosen) => setUserId(chosen ?? '')}
      />
      <TextField
        id="recovery-key"
        label="The six groups on the sheet"
        hint="Capitals and spaces do not matter"
        fixedPitch
        spellCheck={false}
        autoComplete="off"
        value={recoveryKey}
        onChange={setRecoveryKey}
        error={
          fields['recoveryKey'] ??
          (unlock.error !== null && fields['passphrase'] === undefined ? unlock.error.message : undefined)
        }
      />
      <NewPassphraseField
        value={passphrase}
        onChange={setPassphrase}
        avoid={[state.register?.practiceName ?? '']}
        error={fields['passphrase']}
      />
      <div className={classes.actions}>
        <Button onClick={onBack}>Back</Button>
        <Button type="submit" kind="filled" keys="Enter" busy={unlock.isPending}>
          Set the new passphrase and unlock
        </Button>
      </div>
    </form>
  )
}
