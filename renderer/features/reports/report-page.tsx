import { IconPackageExport } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { Link } from '#renderer/app/router.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkipLink } from '#renderer/ui/skip-link.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { instantWords } from '#shared/features/reports/cover.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import type { ReportDataset, ReportSummary } from '#shared/features/reports/schema.ts'
import { ExplainFrame } from './explain.tsx'
import { ExportProgress } from './export-progress.tsx'
import { ReportDocument } from './report-document.tsx'
import { ReportOutline } from './report-outline.tsx'
import classes from './report-page.module.css'
import { ALL_FORMATS, ReportSide } from './report-side.tsx'
import { NO_SENDING, SENDING_IDS, type SendingFaults, sendingFaults, SendingFields } from './sending-fields.tsx'
import { type ExportFormat, type Sending, useReportExport } from './use-report-export.ts'

const nameOf = (kind: ReportSummary['kind']): string =>
  kind === 'network' ? 'Combined network report' : 'Network report'

const countWords = (count: number): string => (count === 1 ? '1 file' : `${count} files`)

const Preview = ({
  summary,
  dataset,
  receiptKey,
}: {
  readonly receiptKey: string | null
  readonly summary: ReportSummary
  readonly dataset: ReportDataset
}): ReactNode => {
  const work = useReportExport(summary.id)
  const [formats, setFormats] = useState<readonly ExportFormat[]>(ALL_FORMATS)
  const [fault, setFault] = useState<string | null>(null)
  const [sending, setSending] = useState<Sending>(NO_SENDING)
  const [faults, setFaults] = useState<SendingFaults>({})
  const receipt = useMemo(() => ({ sha256: summary.sha256, key: receiptKey }), [summary.sha256, receiptKey])
  const nothingHidden = dataset.smallNumbers === 'none'
  const exportNow = async (): Promise<void> => {
    setFault(formats.length === 0 ? 'Choose at least one file.' : null)
    const missing = sendingFaults(sending, nothingHidden)
    setFaults(missing)
    const [first] = Object.keys(missing)
    if (first !== undefined) document.querySelector<HTMLElement>(`#${SENDING_IDS[first as keyof Sending]}`)?.focus()
    if (formats.length === 0 || first !== undefined || work.busy) return
    const outcome = await work.run(formats, sending)
    if (outcome !== null && outcome.files.length > 0)
      showToast({ message: `Report exported. ${countWords(outcome.files.length)} written.` })
  }
  useCommands([
    {
      id: 'reports.export',
      title: 'Export the report',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      icon: IconPackageExport,
      run: () => void exportNow(),
    },
  ])
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <h1>{nameOf(summary.kind)}</h1>
        <Badge tone="action">Frozen</Badge>
        <span className={classes.frozen}>
          {periodWords(dataset)}. Figures frozen {instantWords(dataset.frozenAt)}
        </span>
        <span className={classes.space} />
        <Button
          kind="filled"
          size="small"
          icon={IconPackageExport}
          keys="Ctrl+Enter"
          busy={work.busy}
          onClick={() => void exportNow()}
        >
          Export the files
        </Button>
      </header>
      <SkipLink target={SENDING_IDS.purpose}>Skip to the files</SkipLink>
      <div className={classes.body}>
        <ReportOutline sections={dataset.sections} />
        <div className={classes.desk}>
          {work.busy && (
            <div className={classes.progress}>
              <ExportProgress work={work} withPdf={formats.includes('pdf')} />
            </div>
          )}
          <ExplainFrame dataset={dataset}>
            <ReportDocument dataset={dataset} receipt={receipt} level={2} />
          </ExplainFrame>
        </div>
        <ReportSide dataset={dataset} work={work} formats={formats} onFormats={setFormats} fault={fault}>
          <SendingFields
            sending={sending}
            faults={faults}
            nothingHidden={nothingHidden}
            onChange={(change) => setSending({ ...sending, ...change })}
          />
        </ReportSide>
      </div>
    </div>
  )
}

/** One frozen report as its readers will see it, with its files. */
export const ReportPage = ({ reportId }: { readonly reportId: string }): ReactNode => {
  usePageTitle('report')
  const report = useCoreQuery('reports', 'get', { id: reportId })
  const label = nameOf(report.data?.summary.kind ?? 'practice')
  useBreadcrumbs([{ label: 'Reports', path: '/reports' }, { label }])
  if (report.error !== null) {
    return (
      <EmptyState
        scale="page"
        title="This report cannot be shown"
        actions={
          <Link href="/reports" asChild>
            <ButtonLink kind="filled">Go to the reports</ButtonLink>
          </Link>
        }
      >
        {report.error.message}
      </EmptyState>
    )
  }
  if (report.data === undefined) return <SkeletonPanel lines={8} label="Loading the report" />
  return (
    <Preview key={reportId} summary={report.data.summary} dataset={report.data.dataset} receiptKey={report.data.key} />
  )
}
