import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import classes from './stepper.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

type Step = { readonly title: string; readonly hint?: string }

type StepperProps = {
  readonly steps: readonly Step[]
  /** Index of the step in hand. Those before it are done. */
  readonly current: number
  /** `down` beside a first-run form, `across` in a page header. */
  readonly direction?: 'across' | 'down'
}

const stateOf = (index: number, current: number): 'done' | 'now' | 'later' => {
  if (index < current) return 'done'
  return index === current ? 'now' : 'later'
}

/** Where we are in a job of several steps. Shows only: going back is a button in the page. */
export const Stepper = ({ steps, current, direction = 'across' }: StepperProps): ReactNode => (
  <ol className={classNames(classes.steps, classes[direction])} aria-label="Steps">
    {steps.map(({ title, hint }, index) => {
      const state = stateOf(index, current)
      return (
        <li
          key={title}
          className={classNames(classes.step, classes[state])}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className={classes.number}>
            {state === 'done' ? <Icon of={IconCheck} size={16} /> : <span aria-hidden="true">{index + 1}</span>}
          </span>
          <span className={classes.words}>
            {state === 'done' && <VisuallyHidden>Done: </VisuallyHidden>}
            <span className={classes.title}>{title}</span>
            {hint !== undefined && <span className={classes.hint}>{hint}</span>}
          </span>
        </li>
      )
    })}
  </ol>
)
