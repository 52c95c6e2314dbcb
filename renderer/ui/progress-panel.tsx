import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './progress-panel.module.css'
import { Spinner } from './spinner.tsx'
import { StatusShape } from './status-shape.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

type ProgressStep = {
  readonly title: string
  /** Counts of what the step read or wrote. */
  readonly detail?: string
  readonly state: 'done' | 'now' | 'later'
  /** Time taken, or how far it is: "38 of 61 tables". */
  readonly aside?: string
}

type ProgressPanelProps = {
  /** What is happening now. */
  readonly title: string
  /** How long is left, and that other work can go on. */
  readonly children?: ReactNode
  /** 0 to 100; leave out while it cannot be known. */
  readonly percent?: number | undefined
  readonly steps?: readonly ProgressStep[]
  readonly actions?: ReactNode
}

const StepMark = ({ state }: Pick<ProgressStep, 'state'>): ReactNode => {
  if (state === 'now') return <Spinner size={20} />
  return <StatusShape kind={state === 'done' ? 'done' : 'not-started'} size={20} />
}

const stateWords = { done: 'Done: ', now: 'Now: ', later: 'To come: ' } as const

/** A bar for work under way. `value` 0 to 100; leave it out while the length is not known. */
export const ProgressBar = ({
  value,
  label,
}: {
  readonly value?: number | undefined
  readonly label: string
}): ReactNode => (
  <div
    className={classNames(classes.bar, value === undefined && classes.unknown)}
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={value === undefined ? undefined : Math.round(value)}
  >
    <span style={{ width: `${value ?? 30}%` }} />
  </div>
)

/** A long job: how far, what step, what it has counted, and how to stop it. */
export const ProgressPanel = ({ title, children, percent, steps = [], actions }: ProgressPanelProps): ReactNode => (
  <section className={classes.panel} aria-label={title}>
    <div className={classes.top}>
      {percent !== undefined && <span className={classes.percent}>{Math.round(percent)}%</span>}
      <div className={classes.words}>
        <h2>{title}</h2>
        {children !== undefined && <p>{children}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
    <ProgressBar value={percent} label={title} />
    <ol className={classes.steps}>
      {steps.map(({ title: name, detail, state, aside }) => (
        <li
          key={name}
          className={classNames(classes.step, classes[state])}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <StepMark state={state} />
          <span className={classes.stepWords}>
            <VisuallyHidden>{stateWords[state]}</VisuallyHidden>
            <span className={classes.stepTitle}>{name}</span>
            {detail !== undefined && <span className={classes.detail}>{detail}</span>}
          </span>
          {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        </li>
      ))}
    </ol>
  </section>
)
