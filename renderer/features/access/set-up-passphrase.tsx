import { IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { NewPassphraseField } from './recovery-form.tsx'
import type { DraftPractice } from './set-up-practice.tsx'
import classes from './access.module.css'
import frame from './set-up.module.css'

type PassphraseStepProps = {
  readonly practice: DraftPractice
  readonly passphrase: string
  readonly onChange: (passphrase: string) => void
  readonly onBack: () => void
  readonly onNext: () => void
}

/** Step 2: a passphrase, typed twice, with how hard it is to guess. */
export const PassphraseStep = ({ practice, passphrase, onChange, onBack, onNext }: PassphraseStepProps): ReactNode => {
  const [again, setAgain] = useState(passphrase)
  const [fault, setFault] = useState<{ field: 'first' | 'again'; words: string } | null>(null)
  const [suggested, setSuggested] = useState<string | null>(null)
  const avoid = [practice.name, practice.userName]
  const submit = async (): Promise<void> => {
    const verdict = await core.access.checkPassphrase({ passphrase, avoid })
    if (!verdict.accepted) setFault({ field: 'first', words: verdict.words })
    else if (passphrase !== again) setFault({ field: 'again', words: 'The two are not the same. Type it again' })
    else onNext()
  }
  const suggest = async (): Promise<void> => {
    const { passphrase: words } = await core.access.suggestPassphrase({})
    setSuggested(words)
    setFault(null)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div>
        <p className={frame.step}>Step 2 of 3</p>
        <h1>Choose your passphrase</h1>
        <p className={frame.intro}>
          It locks everything on this computer. We cannot see it or reset it, so the next step gives you a recovery
          sheet.
        </p>
      </div>
      <NewPassphraseField
        value={passphrase}
        avoid={avoid}
        onChange={onChange}
        error={fault?.field === 'first' ? fault.words : undefined}
      />
      <PassphraseField
        id="passphrase-again"
        label="The same again"
        purpose="new"
        value={again}
        onChange={setAgain}
        error={fault?.field === 'again' ? fault.words : undefined}
      />
      {suggested !== null && (
        <InlineAlert tone="info" title="A suggestion" spoken>
          {suggested}. Learn it before you type it twice.
        </InlineAlert>
      )}
      <InlineAlert tone="info">Do not use your Windows or NHS smartcard password.</InlineAlert>
      <div className={classes.actions}>
        <Button onClick={onBack}>Back</Button>
        <Button type="submit" kind="filled" size="large" keys="Enter">
          Make the recovery sheet
        </Button>
        <span className={frame.push}>
          <Button kind="quiet" icon={IconRefresh} onClick={() => void suggest()}>
            Suggest {suggested === null ? 'one' : 'another'}
          </Button>
        </span>
      </div>
    </form>
  )
}
