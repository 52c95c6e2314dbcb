import type { ReactNode } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link, usePath } from '#renderer/app/router.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { instantWords } from '#shared/features/reports/cover.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import { type ReportSummary, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import { NewReportForm } from './new-report-form.tsx'
import classes from './reports-page.module.css'

const ruleLabel = ({ smallNumbers }: ReportSummary): string =>
  SMALL_NUMBER_RULES.find(({ code }) => code === smallNumbers)?.label ?? ''

const reportLink = (report: ReportSummary): ReactNode => (
  <Link href={`/reports/${report.id}`}>{periodWords(report)}</Link>
)

const frozenCell = (report: ReportSummary): ReactNode => (
  <>
    {instantWords(report.frozenAt)}, {report.frozenBy}
    <span className={classes.of}>
      {report.kind === 'network' ? 'The network' : 'This practice'}. {ruleLabel(report)}
    </span>
  </>
)

const FrozenReports = ({ reports }: { readonly reports: readonly ReportSummary[] }): ReactNode => (
  <PlainTable
    caption="Reports frozen so far"
    rows={reports}
    rowId={({ id }) => id}
    columns={[
      {
        id: 'period',
        header: 'Period',
        rowHeader: true,
        cell: reportLink,
      },
      {
        id: 'frozen',
        header: 'Frozen',
        cell: frozenCell,
      },
    ]}
  />
)

const ReportList = (): ReactNode => {
  const reports = useCoreQuery('reports', 'list', {})
  if (reports.error !== null) {
    return (
      <InlineAlert tone="bad" title="The reports could not be listed" spoken>
        {reports.error.message}
      </InlineAlert>
    )
  }
  if (reports.data === undefined) return <SkeletonPanel lines={4} label="Loading the reports" />
  if (reports.data.length === 0) {
    return (
      <EmptyState title="No report yet">
        Choose a period and freeze its figures. You see the whole report before any file is written, and nothing leaves
        this computer by itself.
      </EmptyState>
    )
  }
  return <FrozenReports reports={reports.data} />
}

/** Reports frozen so far, and a new one. */
export const ReportsPage = (): ReactNode => {
  usePageTitle('reports')
  useBreadcrumbs([{ label: 'Reports' }])
  const [, goTo] = usePath()
  const mayGather = useMay('reports.export')
  const onFrozen = (report: ReportSummary): void => {
    showToast({ message: `Figures frozen for ${periodWords(report)}.` })
    goTo(`/reports/${report.id}`)
  }
  return (
    <Page>
      <PageHeader
        title="Reports"
        actions={
          <>
            <Link href="/reports/verify" asChild>
              <ButtonLink>Check a pack</ButtonLink>
            </Link>
            {mayGather && (
              <Link href="/reports/network" asChild>
                <ButtonLink>Network</ButtonLink>
              </Link>
            )}
          </>
        }
      >
        What the network sees: counts and percentages, never a person.
      </PageHeader>
      <div className={classes.columns}>
        <Panel title="Frozen reports" padding="flush">
          <ReportList />
        </Panel>
        <NewReportForm onFrozen={onFrozen} />
      </div>
    </Page>
  )
}
