import { IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { usePagePrinting } from '#renderer/app/use-page-printing.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { PLAN_YEARS } from '#shared/features/plan/schema.ts'
import { DecisionsTab } from './decisions-tab.tsx'
import { LOG_ADDRESS, LOG_TABS } from './log-address.ts'
import type { LogTabProps } from './log-tab.ts'
import { PlanMissing } from './plan-missing.tsx'
import { RisksTab } from './risks-tab.tsx'
import { SessionsTab } from './sessions-tab.tsx'
import { usePlanShown } from './use-plan-shown.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './plan-logs.module.css'

const useCounts = (planId: string) => {
  const risks = useCoreQuery('planLogs', 'risks', { planId }).data
  const decisions = useCoreQuery('planLogs', 'decisions', { planId }).data
  const sessions = useCoreQuery('planLogs', 'budget', { planId }).data?.sessions
  return {
    risks: risks?.filter(({ closedOn }) => closedOn === null).length,
    decisions: decisions?.length,
    sessions: sessions?.length,
  }
}

const Loaded = ({ plan, mayWrite }: Omit<LogTabProps, 'onFailure'>): ReactNode => {
  const [{ tab, year }, change] = useUrlState(LOG_ADDRESS)
  const [failure, setFailure] = useState<string | null>(null)
  const counts = useCounts(plan.id)
  const [printing, print] = usePagePrinting(() => printPaper('plan-logs'))
  useCommands([
    { id: 'logs.print', title: 'Print this log', group: 'On this page', keys: ['P'], icon: IconPrinter, run: print },
  ])
  const props: LogTabProps = { plan, mayWrite, onFailure: setFailure }
  return (
    <div className={classNames(frame.tabPage, classes.logs)}>
      <header className={frame.head}>
        <h1>Plan logs</h1>
        <Tabs
          label="Logs"
          tabs={LOG_TABS.map(({ id, label }) => ({ id, label, count: counts[id]?.toLocaleString('en-GB') }))}
          active={tab}
          onChange={(next) => change({ tab: next })}
        />
        <span className={frame.push} />
        <Button icon={IconPrinter} keys="P" onClick={print}>
          Print
        </Button>
      </header>
      <div className={frame.scroll}>
        <p className={classes.about}>
          {`${plan.title}, ${plan.organisation}${printing ? `. Printed ${formatIsoDate(dayNow())}` : ''}${plan.state === 'closed' ? '. Closed: kept as it was' : ''}.`}
        </p>
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="That could not be done">
            {failure}
          </InlineAlert>
        )}
        {tab === 'risks' && <RisksTab {...props} />}
        {tab === 'decisions' && <DecisionsTab {...props} />}
        {tab === 'sessions' && (
          <SessionsTab
            {...props}
            year={PLAN_YEARS.find((one) => String(one) === year) ?? null}
            onYear={(next) => change({ year: next === 1 ? '1' : next === 2 ? '2' : '3' })}
          />
        )}
      </div>
    </div>
  )
}

/** `/plan/logs`: risks, decisions, and the lead's hours. */
export const PlanLogsPage = (): ReactNode => {
  usePageTitle('planLogs')
  useBreadcrumbs([{ label: 'Action plan', path: '/plan' }, { label: 'Logs' }])
  const [address] = useUrlState(LOG_ADDRESS)
  const { plan, error, mayWrite } = usePlanShown(address.plan)
  if (plan == null) return <PlanMissing error={error} none={plan === null} />
  return <Loaded plan={plan} mayWrite={mayWrite} />
}
