import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { MILESTONE_STANDINGS, milestoneStanding } from '#shared/features/plan/public.ts'
import type { PlanActionDetail, PlanMilestone } from '#shared/features/plan/schema.ts'
import { MeasureLine } from './measure-line.tsx'
import classes from './reviews.module.css'

const SHAPES: Readonly<Record<(typeof MILESTONE_STANDINGS)[number]['code'], StatusKind>> = {
  met: 'done',
  missed: 'off-track',
  near: 'at-risk',
  to_come: 'not-started',
}

type MilestonesProps = {
  readonly milestones: readonly PlanMilestone[]
  readonly mayWrite: boolean
  readonly onFailure: (words: string) => void
}

const Milestones = ({ milestones, mayWrite, onFailure }: MilestonesProps): ReactNode => {
  const today = dayNow()
  const meet = async ({ id, version, title }: PlanMilestone): Promise<void> => {
    const work = core.plan.meetMilestone({ id, version, metOn: today })
    const { refused } = await doUndoable(work, `Met: ${title}.`, onFailure)
    if (refused !== null) onFailure(refused.message)
  }
  return (
    <Panel title="Milestones" padding="flush" headingLevel={3}>
      {milestones.length === 0 ? (
        <p className={classes.nothing}>None are set.</p>
      ) : (
        <ul className={classes.list} aria-label="Milestones">
          {milestones.map((milestone) => {
            const standing = milestoneStanding(milestone, today)
            return (
              <li key={milestone.id} className={classes.line}>
                <span className={classes.words}>
                  <b>{milestone.title}</b>
                  <small>
                    {milestone.metOn === null
                      ? `Due ${formatIsoDate(milestone.dueOn)}`
                      : `Met ${formatIsoDate(milestone.metOn)}`}
                  </small>
                </span>
                <StatusMark kind={SHAPES[standing]}>{labelOf(MILESTONE_STANDINGS, standing)}</StatusMark>
                {mayWrite && milestone.metOn === null && (
                  <Button size="small" kind="quiet" onClick={() => void meet(milestone)}>
                    Met today
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}

type StepContextProps = {
  readonly action: PlanActionDetail
  readonly reviewId: string
  readonly mayWrite: boolean
  readonly onFailure: (words: string) => void
}

/** What is known of an action before something is said of it: its last update, milestones and measures. */
export const StepContext = ({ action, reviewId, mayWrite, onFailure }: StepContextProps): ReactNode => {
  const { measureCodes } = action
  const asked = useCoreQuery('plan', 'runs', { codes: measureCodes }, { enabled: measureCodes.length > 0 })
  const last = action.updates.find((update) => update.reviewId !== reviewId)
  return (
    <div className={classes.context}>
      <Panel title="Last update" headingLevel={3}>
        {last === undefined ? (
          <p className={classes.quiet}>Nothing has been written yet.</p>
        ) : (
          <>
            <p className={classes.said}>{last.words}</p>
            {last.nextStep !== '' && <p>{`Next step then: ${last.nextStep}`}</p>}
            <p className={classes.quiet}>{`${formatIsoDate(last.on)}, ${last.by}`}</p>
          </>
        )}
        <p>
          <Link href={`/plan/actions/${action.id}`}>Open the action</Link>
        </p>
      </Panel>
      <Milestones milestones={action.milestones} mayWrite={mayWrite} onFailure={onFailure} />
      {measureCodes.length > 0 && (
        <Panel title="Its measures" headingLevel={3}>
          {asked.data === undefined ? (
            <p className={classes.quiet}>{asked.error?.message ?? 'Being worked out.'}</p>
          ) : asked.data.length === 0 ? (
            <p className={classes.quiet}>They are not counted in this register.</p>
          ) : (
            <ul className={classes.runs} aria-label="Measures">
              {asked.data.map((run) => (
                <MeasureLine key={run.measureCode} run={run} />
              ))}
            </ul>
          )}
        </Panel>
      )}
    </div>
  )
}
