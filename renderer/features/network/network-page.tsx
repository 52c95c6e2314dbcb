import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { type UrlField, useUrlState } from '#renderer/app/url-state.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { PERIOD_PRESETS, periodWords, presetPeriod } from '#shared/features/reports/labels.ts'
import { type ReportPeriod, reportPeriodSchema } from '#shared/features/reports/public.ts'
import { CombinedPanel } from './combined-panel.tsx'
import { FreezePanel } from './freeze-panel.tsx'
import { IntakePanel } from './intake-panel.tsx'
import classes from './network.module.css'
import { PracticeList } from './practice-list.tsx'

const keyOf = ({ from, to }: ReportPeriod): string => `${from}/${to}`

/** Two days with a slash between them, as they stand in the list. `null`: the last financial year. */
const urlPeriod: UrlField<ReportPeriod | null> = {
  usual: null,
  read: (text) => {
    const [from, to] = text.split('/')
    return reportPeriodSchema.safeParse({ from, to }).data
  },
  write: (period) => (period === null ? '' : keyOf(period)),
}

/** What the page keeps in its address, so that the way back from a report leads to the same practices. */
const networkAddress = { period: urlPeriod }

const PeriodChoice = ({
  period,
  onChange,
}: {
  readonly period: ReportPeriod
  readonly onChange: (period: ReportPeriod) => void
}): ReactNode => {
  const kept = useCoreQuery('network', 'periods', {}).data ?? []
  const presets = PERIOD_PRESETS.map(({ code }) => presetPeriod(code, today()))
  const all = new Map([...presets, ...kept, period].map(({ from, to }) => [keyOf({ from, to }), { from, to }]))
  return (
    <SelectField
      id="network-period"
      label="Period"
      options={[...all].map(([value, each]) => ({ value, label: periodWords(each) }))}
      value={keyOf(period)}
      onChange={(value) => {
        const chosen = value === null ? undefined : all.get(value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}

/** The lead's page: which practices have sent their counts for a period, and what those come to together. */
export const NetworkPage = (): ReactNode => {
  usePageTitle('reports')
  useBreadcrumbs([{ label: 'Reports', path: '/reports' }, { label: 'Network' }])
  const [address, change] = useUrlState(networkAddress)
  const period = address.period ?? presetPeriod('last-year', today())
  const setPeriod = (chosen: ReportPeriod): void => change({ period: chosen }, { replace: true })
  const standing = useCoreQuery('network', 'standing', { from: period.from, to: period.to }, { keepPrevious: true })
  return (
    <Page>
      <PageHeader title="Network" actions={<PeriodChoice period={period} onChange={setPeriod} />}>
        Counts that practices send to the lead, added up. Nobody is in them.
      </PageHeader>
      {standing.error !== null && (
        <InlineAlert tone="bad" title="The network could not be shown" spoken>
          {standing.error.message}
        </InlineAlert>
      )}
      {standing.data === undefined && standing.error === null && (
        <SkeletonPanel lines={6} label="Loading the network" />
      )}
      {standing.data !== undefined && (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <PracticeList practices={standing.data.practices} />
            {standing.data.combined !== null && <CombinedPanel combined={standing.data.combined} />}
          </div>
          <div className={classes.stack}>
            <IntakePanel period={period} onPeriod={setPeriod} />
            {standing.data.combined !== null && <FreezePanel period={period} />}
          </div>
        </div>
      )}
    </Page>
  )
}
