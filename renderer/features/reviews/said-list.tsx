import type { ReactNode } from 'react'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { statusLabel } from '#shared/features/plan/public.ts'
import type { Decision } from '#shared/features/plan-logs/schema.ts'
import type { ActionStatus } from '#shared/features/plan/schema.ts'
import { asksOf, statusCounts } from '#shared/features/reviews/rules.ts'
import type { ReviewStep } from '#shared/features/reviews/schema.ts'
import { STATUS_SHAPES } from './status-words.ts'
import classes from './reviews.module.css'

const statusMark = (status: ActionStatus): ReactNode => (
  <StatusMark kind={STATUS_SHAPES[status]}>{statusLabel(status)}</StatusMark>
)

/** How many actions had each status before, and how many have it now. */
export const StatusCounts = ({ steps }: { readonly steps: readonly ReviewStep[] }): ReactNode => (
  <PlainTable
    caption="How the actions stood before and after"
    rows={statusCounts(steps).filter(({ before, after }) => before > 0 || after > 0)}
    rowId={({ status }) => status}
    columns={[
      {
        id: 'status',
        header: 'Status',
        rowHeader: true,
        cell: ({ status }) => statusMark(status),
      },
      { id: 'before', header: 'Before', align: 'end', cell: ({ before }) => before },
      { id: 'after', header: 'Now', align: 'end', cell: ({ after }) => after },
    ]}
  />
)

/** What is asked, action by action. */
export const Asks = ({ steps }: { readonly steps: readonly ReviewStep[] }): ReactNode => {
  const asks = asksOf(steps)
  return asks.length === 0 ? (
    <p className={classes.nothing}>Nothing is asked.</p>
  ) : (
    <ul className={classes.list} aria-label="What we ask">
      {asks.map(({ actionId, code, title, ask }) => (
        <li key={actionId} className={classes.line}>
          <span className={classes.words}>
            <b>{ask}</b>
            <small>{`${code} ${title}`}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The decisions taken at a review. */
export const Decisions = ({ decisions }: { readonly decisions: readonly Decision[] }): ReactNode =>
  decisions.length === 0 ? (
    <p className={classes.nothing}>No decision was written down here.</p>
  ) : (
    <ul className={classes.list} aria-label="Decisions">
      {decisions.map(({ id, words, why, decidedBy }) => (
        <li key={id} className={classes.line}>
          <span className={classes.words}>
            <b>{words}</b>
            <small>{why === '' ? decidedBy : `${why} (${decidedBy})`}</small>
          </span>
        </li>
      ))}
    </ul>
  )

/** Everything that was said, action by action. */
export const SaidSteps = ({ steps }: { readonly steps: readonly ReviewStep[] }): ReactNode => (
  <ul className={classes.list} aria-label="What was said">
    {steps.map((step) => (
      <li key={step.actionId} className={classes.line}>
        <span className={classes.words}>
          <b>{`${step.code} ${step.title}`}</b>
          <span className={classes.said}>{step.words || (step.passed ? 'Passed over.' : 'Nothing was said.')}</span>
          {step.nextStep !== '' && <small>{`Next step: ${step.nextStep}`}</small>}
          {step.ask !== '' && <small>{`Ask: ${step.ask}`}</small>}
        </span>
        <span className={classes.standing}>
          {step.gone ? (
            <StatusMark kind="not-measured">Removed</StatusMark>
          ) : (
            <StatusMark kind={STATUS_SHAPES[step.now]}>{statusLabel(step.now)}</StatusMark>
          )}
          {step.before !== step.now && !step.gone && <small>{`Before: ${statusLabel(step.before)}`}</small>}
        </span>
      </li>
    ))}
  </ul>
)
