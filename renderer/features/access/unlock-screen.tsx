import { type ReactNode, useEffect, useState } from 'react'
import { BrandMark } from '#renderer/app/brand.tsx'
import { backupWords } from '#renderer/app/backup-words.ts'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { BareTopBar } from '#renderer/app/top-bar.tsx'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import type { AccessState, LockReason } from '#shared/features/access/schema.ts'
import classes from './access.module.css'
import { JourneyBackdrop } from './journey-backdrop.tsx'
import { recovery, restore, switching } from './other-ways.ts'
import { useFocusKept } from './use-focus-kept.ts'
import { useShowState } from './use-show-state.ts'

const WHY_LOCKED: Record<LockReason, string> = {
  start: 'Locked. Nobody’s details are shown until you unlock.',
  request: 'Locked. What was saved is kept.',
  idle: 'Locked because nobody was working here. What was saved is kept.',
  suspend: 'Locked when the computer went to sleep. What was saved is kept.',
  'screen-lock': 'Locked with the computer. What was saved is kept.',
}

type Way = 'passphrase' | 'recovery' | 'restore' | 'switch'

/** Counts whole seconds down to nothing. */
const useCountdown = (from: number): number => {
  const [left, setLeft] = useState(from)
  const [before, setBefore] = useState(from)
  if (before !== from) {
    setBefore(from)
    setLeft(from)
  }
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}

type WhoProps = { readonly state: AccessState; readonly userId: string; readonly onChoose: (id: string) => void }

const WhoAreYou = ({ state, userId, onChoose }: WhoProps): ReactNode => (
  <fieldset className={classes.people}>
    <legend>Who are you?</legend>
    {state.users.map((user) => (
      <label key={user.id} className={classes.person}>
        <input
          type="radio"
          name="user"
          value={user.id}
          checked={user.id === userId}
          onChange={() => onChoose(user.id)}
        />
        <Avatar name={user.name} />
        <span>
          <b>{user.name}</b>
          <small>{user.jobTitle}</small>
        </span>
      </label>
    ))}
  </fieldset>
)

const PassphraseForm = ({
  state,
  onOther,
}: {
  readonly state: AccessState
  readonly onOther: (way: keyof typeof OTHERS) => void
}): ReactNode => {
  const [userId, setUserId] = useState(state.users[0]?.id ?? '')
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCoreCommand('access', 'unlock')
  const show = useShowState()
  const wait = useCountdown(unlock.error?.details.waitSeconds ?? state.waitSeconds)
  const submit = (): void => {
    if (wait > 0 || unlock.isPending) return
    unlock.mutate(
      { userId, passphrase },
      { onSuccess: show, onError: ({ code }) => code === 'forbidden' && setPassphrase('') },
    )
  }
  const passphraseRefused = unlock.error?.code === 'forbidden' || unlock.error?.code === 'validation'
  const waiting = wait > 0 ? `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'}, then try again.` : undefined
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {unlock.error !== null && !passphraseRefused && (
        <InlineAlert
          tone="bad"
          title="This register could not be opened"
          spoken
          actions={<Button onClick={() => onOther('restore')}>Restore a backup</Button>}
        >
          {unlock.error.message}
        </InlineAlert>
      )}
      <WhoAreYou state={state} userId={userId} onChoose={setUserId} />
      <PassphraseField
        id="passphrase"
        label="Passphrase"
        purpose="current"
        value={passphrase}
        onChange={setPassphrase}
        hint={state.register?.demo === true ? `The demo practice opens with: ${DEMO_PASSPHRASE}` : undefined}
        error={passphraseRefused ? [unlock.error?.message, waiting].filter(Boolean).join(' ') : undefined}
      />
      <Button
        type="submit"
        kind="filled"
        size="large"
        keys="Enter"
        wide
        busy={unlock.isPending}
        whyNot={unlock.error === null ? waiting : undefined}
      >
        Unlock
      </Button>
      <p className={classes.links}>
        <button type="button" className={classes.link} onClick={() => onOther('recovery')}>
          Use the recovery sheet
        </button>
        <button type="button" className={classes.link} onClick={() => onOther('restore')}>
          Restore a backup
        </button>
        <button type="button" className={classes.link} onClick={() => onOther('switch')}>
          Switch practice
        </button>
      </p>
    </form>
  )
}

const TITLES: Record<Exclude<Way, 'passphrase'>, string> = {
  recovery: 'Use the recovery sheet',
  restore: 'Restore a backup',
  switch: 'Switch practice',
}

const OTHERS = { recovery, restore, switch: switching } as const

/** What anyone sees while the register is locked: which practice, who may open it, and nothing about any patient. */
export const UnlockScreen = ({ state }: { readonly state: AccessState }): ReactNode => {
  const [way, setWay] = useState<Way>('passphrase')
  const back = (): void => setWay('passphrase')
  // The other way is drawn whole or not yet, so that the focus finds its first field.
  const take = (other: keyof typeof OTHERS): void => void OTHERS[other].fetch().finally(() => setWay(other))
  const last = state.lastBackup === null ? null : backupWords(state.lastBackup)
  const onlyPassphrase = way === 'passphrase' && state.users.length === 1
  const card = useFocusKept<HTMLDivElement>(way, onlyPassphrase ? 'input[type=password]' : undefined)
  return (
    <div className={classes.screen}>
      <JourneyBackdrop />
      <BareTopBar />
      <main className={classes.centre}>
        <div ref={card} className={way === 'restore' ? `${classes.card} ${classes.wideCard}` : classes.card}>
          <div className={classes.cardHead}>
            <BrandMark />
            <div>
              <h1>{way === 'passphrase' ? state.register?.practiceName : TITLES[way]}</h1>
              <p>{way === 'passphrase' ? WHY_LOCKED[state.lockReason] : state.register?.practiceName}</p>
            </div>
          </div>
          {state.trouble !== null && way === 'passphrase' && (
            <InlineAlert tone="bad" title="This register could not be opened" spoken>
              {state.trouble}
            </InlineAlert>
          )}
          {way === 'passphrase' && <PassphraseForm state={state} onOther={take} />}
          {way === 'recovery' && <recovery.Part state={state} onBack={back} />}
          {way === 'restore' && <restore.Part onBack={back} />}
          {way === 'switch' && <switching.Part state={state} onBack={back} />}
        </div>
      </main>
      <footer className={classes.foot}>
        <p>
          {last === null ? (
            'No backup has been made yet. No patient is shown until you unlock.'
          ) : (
            <>
              <StatusMark kind={last.kind}>{`${last.words}, opened and counted.`}</StatusMark> No patient is shown until
              you unlock.
            </>
          )}
        </p>
      </footer>
    </div>
  )
}
