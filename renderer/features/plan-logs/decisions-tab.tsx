import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Link } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Decision } from '#shared/features/plan-logs/schema.ts'
import { ActionLink } from './action-choice.tsx'
import { DecisionDrawer } from './decision-drawer.tsx'
import { AddEntry, LogLine, LogList } from './log-list.tsx'
import type { LogTabProps } from './log-tab.ts'
import classes from './plan-logs.module.css'

/** The decision log, the newest first. */
export const DecisionsTab = ({ plan, mayWrite, onFailure }: LogTabProps): ReactNode => {
  const asked = useCoreQuery('planLogs', 'decisions', { planId: plan.id }, { keepPrevious: true })
  const [open, setOpen] = useState<{ readonly id: string | null } | null>(null)
  const decisions = asked.data
  if (decisions === undefined)
    return asked.error === null ? (
      <SkeletonPanel label="Loading the decisions" lines={6} />
    ) : (
      <p>{asked.error.message}</p>
    )
  const remove = async ({ id, version }: Decision): Promise<void> => {
    const { refused } = await doUndoable(
      core.planLogs.removeDecision({ id, version }),
      'The decision is removed.',
      onFailure,
    )
    if (refused === null) setOpen(null)
    else onFailure(refused.message)
  }
  const opened = open === null ? null : (decisions.find(({ id }) => id === open.id) ?? null)
  return (
    <Panel
      title="Decision log"
      aside={`${decisions.length} written down`}
      padding="flush"
      actions={mayWrite && <AddEntry title="Add a decision" onAdd={() => setOpen({ id: null })} />}
    >
      {decisions.length === 0 ? (
        <EmptyState title="No decision is written down">
          What was decided, why and by whom, so that nobody has to ask again. Reviews write theirs here too.
        </EmptyState>
      ) : (
        <LogList label="Decisions">
          {decisions.map((decision) => (
            <LogLine
              key={decision.id}
              before={<span className={classes.day}>{formatIsoDate(decision.decidedOn)}</span>}
              title={decision.words}
              onOpen={mayWrite ? () => setOpen({ id: decision.id }) : undefined}
            >
              {decision.why !== '' && <small>{decision.why}</small>}
              <small className={classes.facts}>
                <span>{decision.decidedBy}</span>
                <ActionLink plan={plan} actionId={decision.actionId} />
                {decision.reviewId !== null && <Link href={`/plan/reviews/${decision.reviewId}`}>At a review</Link>}
              </small>
            </LogLine>
          ))}
        </LogList>
      )}
      {open !== null && (
        <DecisionDrawer
          key={open.id ?? 'new'}
          plan={plan}
          decision={opened}
          onClose={() => setOpen(null)}
          onRemove={() => opened !== null && void remove(opened)}
          onFailedUndo={onFailure}
        />
      )}
    </Panel>
  )
}
