import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { yearAt } from '#shared/features/plan/public.ts'
import { PLAN_YEARS, type PlanYear } from '#shared/features/plan/schema.ts'
import { hoursWords, outsidePlan, yearBudget } from '#shared/features/plan-logs/budget.ts'
import type { Session } from '#shared/features/plan-logs/schema.ts'
import { ActionLink } from './action-choice.tsx'
import { BudgetPanel } from './budget-panel.tsx'
import { FundingDialog } from './funding-dialog.tsx'
import { AddEntry, LogLine, LogList } from './log-list.tsx'
import type { LogTabProps } from './log-tab.ts'
import { SessionDrawer } from './session-drawer.tsx'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './plan-logs.module.css'

type SessionsTabProps = LogTabProps & {
  /** The year of the budget; null: the one we are in. */
  readonly year: PlanYear | null
  readonly onYear: (year: PlanYear) => void
}

const YEARS = PLAN_YEARS.map((year) => ({ value: String(year), label: `Year ${year}` }))

/** The lead's sessions, the newest first, with the budget of a year beside them. */
export const SessionsTab = ({ plan, mayWrite, onFailure, year, onYear }: SessionsTabProps): ReactNode => {
  const asked = useCoreQuery('planLogs', 'budget', { planId: plan.id }, { keepPrevious: true })
  const [open, setOpen] = useState<{ readonly id: string | null } | null>(null)
  const [funding, setFunding] = useState(false)
  const fund = mayWrite ? () => setFunding(true) : undefined
  useCommands(
    fund === undefined
      ? []
      : [
          {
            id: 'log.funding',
            title: 'Say what the year is funded with',
            group: 'On this page',
            keys: ['E'],
            run: fund,
          },
        ],
  )
  const { data } = asked
  if (data === undefined)
    return asked.error === null ? (
      <SkeletonPanel label="Loading the sessions" lines={6} />
    ) : (
      <p>{asked.error.message}</p>
    )
  const shown = year ?? yearAt(plan.startsOn, dayNow()) ?? 1
  const budget = yearBudget({ startsOn: plan.startsOn, ...data }, shown, dayNow())
  const own = data.sessions.filter(({ heldOn }) => budget.from <= heldOn && heldOn <= budget.to)
  const outside = outsidePlan(plan.startsOn, data.sessions)
  const remove = async ({ id, version, words }: Session): Promise<void> => {
    const work = core.planLogs.removeSession({ id, version })
    const { refused } = await doUndoable(work, `Removed: ${words}.`, onFailure)
    if (refused === null) setOpen(null)
    else onFailure(refused.message)
  }
  const line = (session: Session): ReactNode => (
    <LogLine
      key={session.id}
      before={<span className={classes.day}>{formatIsoDate(session.heldOn)}</span>}
      title={session.words}
      onOpen={mayWrite ? () => setOpen({ id: session.id }) : undefined}
      mark={hoursWords(session.hours)}
    >
      <small className={classes.facts}>
        <ActionLink plan={plan} actionId={session.actionId} />
      </small>
    </LogLine>
  )
  const opened = open === null ? null : (data.sessions.find(({ id }) => id === open.id) ?? null)
  return (
    <div className={frame.columns}>
      <Panel
        className={frame.wide}
        title="Sessions"
        aside={own.length === 1 ? '1 in this year' : `${own.length} in this year`}
        padding="flush"
        actions={
          <>
            <SegmentedField
              label="Year of the plan"
              options={YEARS}
              value={String(shown)}
              onChange={(next) => onYear(PLAN_YEARS.find((one) => String(one) === next) ?? shown)}
            />
            {mayWrite && <AddEntry title="Add a session" onAdd={() => setOpen({ id: null })} />}
          </>
        }
      >
        {own.length === 0 ? (
          <EmptyState title="No session in this year">
            The hours that you spend on the plan, and what they went on: then you can say what the funding bought.
          </EmptyState>
        ) : (
          <LogList label="Sessions">{own.map(line)}</LogList>
        )}
        {outside.length > 0 && (
          <InlineAlert tone="warn" title="Outside the plan">
            {`${outside.length === 1 ? '1 session lies' : `${outside.length} sessions lie`} before or after its three years and count in no budget: ${outside.map(({ heldOn, words }) => `${words}, ${formatIsoDate(heldOn)}`).join('; ')}.`}
          </InlineAlert>
        )}
      </Panel>
      <BudgetPanel plan={plan} budget={budget} onFunding={fund} />
      {open !== null && (
        <SessionDrawer
          key={open.id ?? 'new'}
          plan={plan}
          session={opened}
          onClose={() => setOpen(null)}
          onRemove={() => opened !== null && void remove(opened)}
          onFailedUndo={onFailure}
        />
      )}
      {funding && (
        <FundingDialog
          planId={plan.id}
          year={shown}
          funding={data.funding.find((one) => one.year === shown) ?? null}
          onClose={() => setFunding(false)}
          onFailedUndo={onFailure}
        />
      )}
    </div>
  )
}
