import { IconFlask } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { BrandMark } from '#renderer/app/brand.tsx'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { BareTopBar } from '#renderer/app/top-bar.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Stepper } from '#renderer/ui/stepper.tsx'
import { labelOf, NATIONS } from '#shared/domain/people.ts'
import type { AccessState } from '#shared/features/access/schema.ts'
import classes from './access.module.css'
import frame from './set-up.module.css'
import { RestorePanel } from './restore-panel.tsx'
import { PassphraseStep } from './set-up-passphrase.tsx'
import { type DraftPractice, emptyPractice, PracticeStep } from './set-up-practice.tsx'
import { RecoveryStep } from './set-up-recovery.tsx'
import { useFocusKept } from './use-focus-kept.ts'
import { useShowState } from './use-show-state.ts'

const STEPS = [
  { title: 'Your practice', hint: 'Name and code' },
  { title: 'Your passphrase', hint: 'Four words or more' },
  { title: 'Recovery sheet', hint: 'Print and keep safe' },
] as const

const JustLooking = (): ReactNode => {
  const show = useShowState()
  const demo = useCoreCommand('access', 'openDemo')
  return (
    <section className={frame.demoCard} aria-labelledby="just-looking">
      <h2 id="just-looking">
        <Icon of={IconFlask} /> Just looking?
      </h2>
      <p>Open the demo practice: about 340 made-up people, nothing real.</p>
      <Button busy={demo.isPending} onClick={() => demo.mutate({}, { onSuccess: show })}>
        Open the demo practice
      </Button>
      {demo.error !== null && (
        <InlineAlert tone="bad" spoken>
          {demo.error.message}
        </InlineAlert>
      )}
    </section>
  )
}

const PracticeFacts = ({ practice }: { readonly practice: DraftPractice }): ReactNode => (
  <aside className={frame.aside} aria-label="Your practice so far">
    <h2>Your practice</h2>
    <DataList
      facts={[
        { term: 'Name', value: practice.name },
        { term: 'Code', value: practice.odsCode === '' ? 'blank' : practice.odsCode },
        { term: 'Network', value: practice.networkName === '' ? 'blank' : practice.networkName },
        { term: 'List size', value: practice.listSize },
        { term: 'Nation', value: labelOf(NATIONS, practice.nation) },
        { term: 'Kept in', value: 'This computer, encrypted' },
      ]}
    />
  </aside>
)

/** First run: a practice of one's own in three steps, the demo practice, or a backup from another computer. */
export const SetUp = ({ state }: { readonly state: AccessState }): ReactNode => {
  const [step, setStep] = useState<0 | 1 | 2>(0)
  const [restoring, setRestoring] = useState(false)
  const [practice, setPractice] = useState<DraftPractice>(() => emptyPractice(state.today))
  const [passphrase, setPassphrase] = useState('')
  const sheet = useFocusKept<HTMLElement>(restoring ? 'restore' : step)
  return (
    <div className={classes.screen}>
      <BareTopBar />
      <div className={frame.setUp}>
        <aside className={frame.side} aria-label="Setting up">
          <div className={frame.sideBrand}>
            <BrandMark /> <b>Throughline</b>
          </div>
          <p className={frame.lead}>
            One line through every cancer journey, from first symptom to life afterwards, in your practice and the
            hospital.
          </p>
          <Stepper steps={STEPS} current={step} direction="down" />
          <JustLooking />
        </aside>
        <main ref={sheet} className={frame.sheet}>
          {restoring && (
            <div className={classes.form}>
              <h1>Restore a backup</h1>
              <RestorePanel onBack={() => setRestoring(false)} />
            </div>
          )}
          {!restoring && step === 0 && (
            <PracticeStep
              practice={practice}
              onChange={setPractice}
              onNext={() => setStep(1)}
              onRestore={() => setRestoring(true)}
              registers={state.registers}
            />
          )}
          {!restoring && step === 1 && (
            <PassphraseStep
              practice={practice}
              passphrase={passphrase}
              onChange={setPassphrase}
              onBack={() => setStep(0)}
              onNext={() => setStep(2)}
            />
          )}
          {!restoring && step === 2 && (
            <RecoveryStep practice={practice} passphrase={passphrase} onBack={() => setStep(1)} />
          )}
          {!restoring && step === 1 && <PracticeFacts practice={practice} />}
        </main>
      </div>
    </div>
  )
}
