import { IconEye, IconEyeOff, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { BrandMark } from '#renderer/app/brand.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCoreCommand, useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { type DraftPractice, practiceOf } from './set-up-practice.tsx'
import classes from './access.module.css'
import frame from './set-up.module.css'
import { useShowState } from './use-show-state.ts'

const ASKED_GROUP = 3

type SheetProps = { readonly practice: DraftPractice; readonly groups: readonly string[]; readonly veiled: boolean }

const RecoverySheet = ({ practice, groups, veiled }: SheetProps): ReactNode => (
  <section className={frame.recoverySheet} aria-label="Recovery sheet">
    <h2>
      <BrandMark /> Throughline recovery sheet
    </h2>
    <p>
      Practice {practice.name}
      {practice.odsCode === '' ? '' : `, ${practice.odsCode}`}
      <br />
      Made {formatIsoDate(today())}, {practice.userName}
    </p>
    <ol className={frame.groups} aria-label={veiled ? 'Six groups, hidden until printed or shown' : 'The six groups'}>
      {groups.map((group, index) => (
        <li key={group}>
          <small>{index + 1}</small>
          <span className={veiled ? frame.veiled : undefined} aria-hidden={veiled}>
            {group}
          </span>
        </li>
      ))}
    </ol>
    <ol className={frame.how}>
      <li>Open Throughline and choose “Use the recovery sheet”.</li>
      <li>Type the six groups.</li>
      <li>Choose a new passphrase.</li>
    </ol>
    <p className={frame.keep}>
      Keep in the practice safe. With this sheet and this computer, or a backup, anyone could open the register.
    </p>
  </section>
)

type RecoveryStepProps = { readonly practice: DraftPractice; readonly passphrase: string; readonly onBack: () => void }

/** Step 3: the spare key, shown or printed once, and proof that it was kept. Nothing is saved before this ends. */
export const RecoveryStep = ({ practice, passphrase, onBack }: RecoveryStepProps): ReactNode => {
  const show = useShowState()
  const [veiled, setVeiled] = useState(true)
  const [typed, setTyped] = useState('')
  const [understood, setUnderstood] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const draft = useCoreQuery('access', 'newRecoveryKey', {})
  const setUp = useCoreCommand('access', 'setUp')
  const groups = draft.data?.groups ?? []
  const right = typed.trim().toUpperCase() === groups[ASKED_GROUP - 1]
  const finish = (): void => {
    if (draft.data === undefined) return
    if (!right || !understood) {
      setAttempt(attempt + 1)
      return
    }
    setUp.mutate(
      {
        practice: practiceOf(practice),
        user: { name: practice.userName, jobTitle: practice.jobTitle, role: practice.role },
        passphrase,
        recoveryDraftId: draft.data.draftId,
      },
      { onSuccess: show },
    )
  }
  return (
    <>
      <form
        className={`${classes.form} ${frame.printHide}`}
        onSubmit={(event) => {
          event.preventDefault()
          finish()
        }}
      >
        <div>
          <p className={frame.step}>Step 3 of 3</p>
          <h1>Print your recovery sheet</h1>
          <p className={frame.intro}>
            If a passphrase is forgotten, this sheet is the only way back in. Keep it in the practice safe, not in a
            drawer.
          </p>
        </div>
        <div className={classes.actions}>
          <Button
            kind={right ? 'default' : 'filled'}
            icon={IconPrinter}
            onClick={() => void window.throughline.printPage({ title: 'Throughline recovery sheet' })}
          >
            Print the sheet
          </Button>
          <Button icon={veiled ? IconEye : IconEyeOff} aria-pressed={!veiled} onClick={() => setVeiled(!veiled)}>
            {veiled ? 'Show it to copy by hand' : 'Hide it'}
          </Button>
        </div>
        <TextField
          id="group"
          label={`Type group ${ASKED_GROUP} from the sheet`}
          hint="So we know that you have it. It is not shown again."
          fixedPitch
          characters={10}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
          error={
            attempt > 0 && !right ? `That is not group ${ASKED_GROUP}. Look at the sheet and type it again` : undefined
          }
        />
        <CheckboxField
          id="understood"
          label="I know nobody can recover this register without a passphrase or this sheet"
          checked={understood}
          onChange={setUnderstood}
          error={attempt > 0 && !understood ? 'Tick this to go on' : undefined}
        />
        {setUp.error !== null && (
          <InlineAlert tone="bad" title="The register was not set up" spoken>
            {setUp.error.message}
          </InlineAlert>
        )}
        <div className={classes.actions}>
          <Button onClick={onBack}>Back</Button>
          <Button type="submit" kind={right ? 'filled' : 'default'} size="large" keys="Enter" busy={setUp.isPending}>
            Finish setting up
          </Button>
        </div>
      </form>
      <RecoverySheet practice={practice} groups={groups} veiled={veiled} />
    </>
  )
}
