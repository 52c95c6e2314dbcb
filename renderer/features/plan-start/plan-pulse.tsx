import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { type Pulse, pulseOf, statusLabel } from '#shared/features/plan/public.ts'
import { ACTION_STATUSES, type Plan, type PlanObjective } from '#shared/features/plan/schema.ts'
import { ActionShape } from './action-shape.tsx'
import classes from './pulse.module.css'

/** The most milestones that are named; the rest are counted. */
const NAMED = 3

const whereWords = (plan: Plan, { at, standing }: Pulse): string => {
  if (plan.state === 'draft') return 'Draft, not signed yet'
  if (at !== null) return `Year ${at.year} of 3, month ${at.month}`
  return standing === 'to come' ? `Begins ${formatIsoDate(plan.startsOn)}` : `Ended ${formatIsoDate(plan.endsOn)}`
}

const ORDER = ['done', 'on_track', 'at_risk', 'off_track', 'not_started', 'stopped'] as const

const Objective = ({ plan, objective }: { readonly plan: Plan; readonly objective: PlanObjective }): ReactNode => {
  const own = plan.actions.filter(({ objectiveId }) => objectiveId === objective.id)
  const words = ACTION_STATUSES.flatMap(({ code, label }) => {
    const count = own.filter(({ status }) => status === code).length
    return count === 0 ? [] : [`${count} ${label.toLowerCase()}`]
  })
  return (
    <li>
      <span className={classes.number}>{objective.number}</span>
      <span className={classes.words}>{objective.words}</span>
      <VisuallyHidden>{words.length === 0 ? ': no actions' : `: ${words.join(', ')}`}</VisuallyHidden>
      {own.length === 0 ? (
        <span className={classes.none} aria-hidden="true">
          No actions
        </span>
      ) : (
        <span className={classes.shapes} aria-hidden="true">
          {ORDER.flatMap((code) =>
            own.filter(({ status }) => status === code).map(({ id }) => <ActionShape key={id} status={code} />),
          )}
        </span>
      )}
    </li>
  )
}

const Milestones = ({ pulse }: { readonly pulse: Pulse }): ReactNode => {
  if (pulse.milestones.length === 0) return <p className={classes.quiet}>No milestone is due in the next 4 weeks.</p>
  const more = pulse.milestones.length - NAMED
  return (
    <>
      <h3>Milestones late or due in 4 weeks</h3>
      <ul className={classes.milestones}>
        {pulse.milestones.slice(0, NAMED).map(({ action, milestone, late }) => (
          <li key={milestone.id}>
            <Link href={`/plan/actions/${action.id}`}>{milestone.title}</Link>
            <span>
              {late ? (
                <StatusMark kind="off-track">{`Late since ${formatIsoDate(milestone.dueOn)}`}</StatusMark>
              ) : (
                <StatusMark kind="due">{`Due ${formatIsoDate(milestone.dueOn)}`}</StatusMark>
              )}
              <span>{`, ${action.code} ${action.title}`}</span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <Link href="/plan?view=list" className={classes.more}>{`and ${more} more`}</Link>}
    </>
  )
}

/** Where the action plan stands, at a glance. Nothing while there is no plan. */
export const PlanPulse = (): ReactNode => {
  const plan = useCoreQuery('plan', 'current', {}).data ?? null
  if (plan === null) return null
  const pulse = pulseOf(plan, today())
  const statuses = ORDER.flatMap((code) => pulse.statuses.filter(({ status, count }) => status === code && count > 0))
  return (
    <Panel title="Plan pulse" actions={<Link href="/plan">Action plan</Link>}>
      <div className={classes.pulse}>
        <p className={classes.quiet}>{whereWords(plan, pulse)}</p>
        <ul className={classes.objectives} aria-label="Actions by objective">
          {plan.objectives.map((objective) => (
            <Objective key={objective.id} plan={plan} objective={objective} />
          ))}
        </ul>
        {statuses.length > 0 && (
          <ul className={classes.key} aria-label="Actions by status">
            {statuses.map(({ status, count }) => (
              <li key={status}>
                <ActionShape status={status} />
                {`${count} ${statusLabel(status).toLowerCase()}`}
              </li>
            ))}
          </ul>
        )}
        <Milestones pulse={pulse} />
        {plan.state === 'signed' && pulse.reviewOn !== null && (
          <p className={classes.quiet}>
            <Link href="/plan/reviews">Next review</Link>
            {` when the quarter ends on ${formatIsoDate(pulse.reviewOn)}.`}
          </p>
        )}
      </div>
    </Panel>
  )
}
