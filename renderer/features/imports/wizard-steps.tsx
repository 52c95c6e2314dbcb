import type { ReactNode } from 'react'
import { Stepper } from '#renderer/ui/stepper.tsx'

const STEPS = [
  { title: 'Choose file' },
  { title: 'Match columns' },
  { title: 'Check changes' },
  { title: 'Finish' },
] as const

/** Where we are in bringing in a file. Nothing is saved before the last step. */
export const WizardSteps = ({ current }: { readonly current: 1 | 2 | 3 }): ReactNode => (
  <Stepper steps={STEPS} current={current} />
)
