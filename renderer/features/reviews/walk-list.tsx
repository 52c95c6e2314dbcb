import { IconListCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { isDealtWith, progressOf } from '#shared/features/reviews/rules.ts'
import type { ReviewStep } from '#shared/features/reviews/schema.ts'
import { SUMMARY } from './review-address.ts'
import classes from './reviews.module.css'

type WalkListProps = {
  readonly steps: readonly ReviewStep[]
  readonly at: string
  /** Actions with words that are typed and not saved. */
  readonly typed: ReadonlySet<string>
  readonly onGo: (at: string) => void
}

const Said = ({ step, typed }: { readonly step: ReviewStep; readonly typed: boolean }): ReactNode => {
  if (typed) return <StatusMark kind="at-risk">Not saved</StatusMark>
  if (step.gone) return <StatusMark kind="not-measured">Removed</StatusMark>
  if (step.updateId !== null) return <StatusMark kind="done">Said</StatusMark>
  if (step.passed) return <StatusMark kind="not-measured">Passed over</StatusMark>
  return <StatusMark kind="not-started">To come</StatusMark>
}

/** The actions of a review in order, with how far it has come. */
export const WalkList = ({ steps, at, typed, onGo }: WalkListProps): ReactNode => {
  const { done, total } = progressOf(steps)
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [at])
  return (
    <nav className={classes.walk} aria-label="Actions of this review" data-print="hide">
      <p className={classes.progress}>
        <b role="status">{`${done} of ${total}`}</b> gone through
        <progress value={done} max={total} aria-label="How far the review has come" />
      </p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.actionId}>
            {steps[index - 1]?.objectiveNumber !== step.objectiveNumber && (
              <span className={classes.objective}>{`Objective ${step.objectiveNumber}`}</span>
            )}
            <button
              type="button"
              ref={step.actionId === at ? here : null}
              aria-current={step.actionId === at ? 'step' : undefined}
              data-done={isDealtWith(step) || undefined}
              onClick={() => onGo(step.actionId)}
            >
              <span>{`${step.code} ${step.title}`}</span>
              <Said step={step} typed={typed.has(step.actionId)} />
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            ref={at === SUMMARY ? here : null}
            aria-current={at === SUMMARY ? 'step' : undefined}
            onClick={() => onGo(SUMMARY)}
          >
            <span className={classes.toSummary}>
              <Icon of={IconListCheck} size={16} />
              In sum
            </span>
          </button>
        </li>
      </ol>
    </nav>
  )
}
