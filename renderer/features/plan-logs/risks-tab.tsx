import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { riskLevel, type RiskLevel, riskWords } from '#shared/features/plan-logs/risks.ts'
import type { Risk } from '#shared/features/plan-logs/schema.ts'
import { ActionLink } from './action-choice.tsx'
import { AddEntry, LogLine, LogList } from './log-list.tsx'
import type { LogTabProps } from './log-tab.ts'
import { RiskDrawer } from './risk-drawer.tsx'
import { RiskGrid } from './risk-grid.tsx'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './plan-logs.module.css'

/** Each level has a shape of its own beside its word. */
const SHAPES: Readonly<Record<RiskLevel, StatusKind>> = {
  low: 'not-started',
  moderate: 'info',
  high: 'at-risk',
  extreme: 'off-track',
}

const Standing = ({ risk }: { readonly risk: Risk }): ReactNode =>
  risk.closedOn === null ? (
    <StatusMark kind={SHAPES[riskLevel(risk)]}>{riskWords(risk)}</StatusMark>
  ) : (
    <StatusMark kind="done">{`Closed ${formatIsoDate(risk.closedOn)}`}</StatusMark>
  )

/** The risk log: a list with the greatest first, and the grid that they stand on. */
export const RisksTab = ({ plan, mayWrite, onFailure }: LogTabProps): ReactNode => {
  const asked = useCoreQuery('planLogs', 'risks', { planId: plan.id }, { keepPrevious: true })
  const [open, setOpen] = useState<{ readonly id: string | null } | null>(null)
  const risks = asked.data
  if (risks === undefined)
    return asked.error === null ? <SkeletonPanel label="Loading the risks" lines={6} /> : <p>{asked.error.message}</p>
  const numberOf = (risk: Risk): number => risks.indexOf(risk) + 1
  const close = async ({ id, version, words, closedOn }: Risk): Promise<void> => {
    const day = closedOn === null ? dayNow() : null
    const said = day === null ? `Stands again: ${words}.` : `Closed: ${words}.`
    const { refused } = await doUndoable(core.planLogs.closeRisk({ id, version, closedOn: day }), said, onFailure)
    if (refused !== null) onFailure(refused.message)
  }
  const remove = async (risk: Risk): Promise<void> => {
    const work = core.planLogs.removeRisk({ id: risk.id, version: risk.version })
    const { refused } = await doUndoable(work, `Removed: ${risk.words}.`, onFailure)
    if (refused === null) setOpen(null)
    else onFailure(refused.message)
  }
  const edit = mayWrite ? ({ id }: Risk) => setOpen({ id }) : undefined
  const opened = open === null ? null : (risks.find(({ id }) => id === open.id) ?? null)
  return (
    <div className={frame.columns}>
      <Panel
        className={frame.wide}
        title="Risk log"
        aside={`${risks.filter(({ closedOn }) => closedOn === null).length} standing`}
        padding="flush"
        actions={mayWrite && <AddEntry title="Add a risk" onAdd={() => setOpen({ id: null })} />}
      >
        {risks.length === 0 ? (
          <EmptyState title="No risk is written down">
            What might keep the plan from working: somebody leaves, money ends, a hospital changes its system.
          </EmptyState>
        ) : (
          <LogList label="Risks">
            {risks.map((risk) => (
              <LogLine
                key={risk.id}
                before={numberOf(risk)}
                title={risk.words}
                onOpen={edit === undefined ? undefined : () => edit(risk)}
                mark={<Standing risk={risk} />}
                actions={
                  mayWrite && (
                    <Button size="small" kind="quiet" onClick={() => void close(risk)}>
                      {risk.closedOn === null ? 'Close it' : 'It stands after all'}
                    </Button>
                  )
                }
              >
                <small>{risk.response || 'Nothing is done about it yet'}</small>
                <small className={classes.facts}>
                  <span>{risk.ownerName ?? 'Nobody named'}</span>
                  <span>{`Raised ${formatIsoDate(risk.raisedOn)}`}</span>
                  <ActionLink plan={plan} actionId={risk.actionId} />
                </small>
              </LogLine>
            ))}
          </LogList>
        )}
      </Panel>
      <Panel className={frame.beside} title="Where they stand">
        <RiskGrid risks={risks} numberOf={numberOf} onOpen={edit} />
      </Panel>
      {open !== null && (
        <RiskDrawer
          key={open.id ?? 'new'}
          plan={plan}
          risk={opened}
          onClose={() => setOpen(null)}
          onRemove={() => opened !== null && void remove(opened)}
          onFailedUndo={onFailure}
        />
      )}
    </div>
  )
}
