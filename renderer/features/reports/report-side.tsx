import { SameNameHint, WrittenFiles } from '#renderer/app/written-files.tsx'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMay } from '#renderer/app/use-may.ts'
import { SendToLead } from '#renderer/features/network/public.ts'
import { DataList } from '#renderer/ui/data-list.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { instantWords } from '#shared/features/reports/cover.ts'
import { periodWords } from '#shared/features/reports/period.ts'
import { type ReportDataset, SMALL_NUMBER_RULES } from '#shared/features/reports/schema.ts'
import classes from './report-page.module.css'
import { ReportCheckState } from './report-check.tsx'
import type { ExportFormat, ReportExport } from './use-report-export.ts'

const FORMATS: readonly { code: ExportFormat; label: string; hint: string }[] = [
  { code: 'pdf', label: 'PDF', hint: 'To read and to print' },
  { code: 'docx', label: 'Word', hint: 'To edit and to take parts from' },
  { code: 'xlsx', label: 'Excel', hint: 'A sheet for each table' },
  { code: 'csv', label: 'CSV', hint: 'One long table, for other programs' },
  { code: 'json', label: 'JSON', hint: 'The frozen figures themselves, with their schema' },
  { code: 'pack', label: 'Pack with a receipt', hint: 'Signed: whoever gets it can check that nothing was changed' },
  { code: 'html', label: 'Web page', hint: 'One file that opens in any browser' },
]

export const ALL_FORMATS: readonly ExportFormat[] = FORMATS.map(({ code }) => code)

const HiddenNote = ({ dataset }: { readonly dataset: ReportDataset }): ReactNode => {
  const { small, protect } = dataset.hiddenCounts
  if (dataset.smallNumbers === 'none') {
    return (
      <InlineAlert tone="warn" title="Nothing is hidden">
        For use inside this practice only. Every part of the report says so.
      </InlineAlert>
    )
  }
  const total = small + protect
  if (total === 0) return <InlineAlert title="No count is hidden">None is small enough to need it.</InlineAlert>
  return (
    <InlineAlert title={`${total} ${total === 1 ? 'count' : 'counts'} hidden in this report`}>
      {small} small (*), {protect} to protect them (†). Their percentages and ranges go too, in every format.
    </InlineAlert>
  )
}

const Check = ({
  kind,
  children,
}: {
  readonly kind: 'on-track' | 'at-risk'
  readonly children: ReactNode
}): ReactNode => (
  <li>
    <StatusShape kind={kind} size={16} />
    <span>{children}</span>
  </li>
)

const Checks = ({ dataset }: { readonly dataset: ReportDataset }): ReactNode => (
  <ul className={classes.checks}>
    <Check kind="on-track">No names, NHS numbers or postcodes</Check>
    {dataset.smallNumbers === 'none' ? (
      <Check kind="at-risk">Small numbers are shown: keep it inside the practice</Check>
    ) : (
      <Check kind="on-track">Nothing hidden can be worked out from another table</Check>
    )}
    <Check kind="on-track">Unchanged since it was frozen</Check>
  </ul>
)

interface ReportSideProps {
  readonly dataset: ReportDataset
  readonly work: ReportExport
  readonly formats: readonly ExportFormat[]
  readonly onFormats: (formats: readonly ExportFormat[]) => void
  readonly fault: string | null
  /** What the export is for and whom it is for. */
  readonly children: ReactNode
}

/** Beside the paper: what the report is, which files to write, and what to know before it goes. */
export const ReportSide = ({ dataset, work, formats, onFormats, fault, children }: ReportSideProps): ReactNode => {
  const rule = SMALL_NUMBER_RULES.find(({ code }) => code === dataset.smallNumbers)
  const failed = work.error === null || work.error.code === 'cancelled' ? null : work.error.message
  const mayExport = useMay('reports.export')
  const failure = work.refused ?? failed ?? fault
  const side = useRef<HTMLElement>(null)
  useEffect(() => {
    // What is said above pushes the field down that somebody is in.
    const { activeElement } = document
    if (side.current?.contains(activeElement)) activeElement?.scrollIntoView({ block: 'nearest' })
  }, [failure, work.outcome])
  return (
    <aside ref={side} data-region className={classes.side} aria-label="Export">
      <section>
        <h2>Report</h2>
        <DataList
          facts={[
            { term: 'Period', value: periodWords(dataset) },
            { term: 'Frozen', value: `${instantWords(dataset.frozenAt)} by ${dataset.frozenBy}` },
            { term: 'Small numbers', value: rule?.label ?? '' },
          ]}
        />
        <HiddenNote dataset={dataset} />
        <ReportCheckState reportId={dataset.id} />
      </section>
      <section>
        <h2>Files</h2>
        {failure !== null && (
          <InlineAlert tone="bad" spoken>
            {failure}
          </InlineAlert>
        )}
        {work.outcome !== null && <WrittenFiles outcome={work.outcome} />}
        {children}
        {FORMATS.map(({ code, label, hint }) => (
          <CheckboxField
            key={code}
            label={label}
            hint={hint}
            checked={formats.includes(code)}
            onChange={(checked) =>
              onFormats(ALL_FORMATS.filter((format) => (format === code ? checked : formats.includes(format))))
            }
          />
        ))}
        <SameNameHint />
      </section>
      {mayExport && dataset.combined === undefined && (
        <section>
          <h2>For the lead of the network</h2>
          <SendToLead reportId={dataset.id} />
        </section>
      )}
      <section>
        <h2>Before it goes</h2>
        <Checks dataset={dataset} />
      </section>
    </aside>
  )
}
