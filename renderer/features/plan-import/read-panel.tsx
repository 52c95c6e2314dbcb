import type { ReactNode } from 'react'
import { DataList } from '#renderer/ui/data-list.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { type PlanSheet, SHEET_COLUMNS } from '#shared/features/plan/public.ts'
import classes from './plan-import.module.css'
import type { useReadSheet } from './use-read-sheet.ts'

/** No sheet may be called this: it is longer than a name can be. */
const EVERY = 'every sheet that has the headings of a plan'

interface ReadPanelProps {
  readonly sheet: PlanSheet
  readonly reading: ReturnType<typeof useReadSheet>
}

const SheetChoice = ({ sheet, reading }: ReadPanelProps): ReactNode => {
  if (sheet.sheets.length < 2) return null
  return (
    <SelectField
      label="Sheet"
      hint={sheet.sheet === null ? `Read: ${sheet.read.join(', ')}` : undefined}
      options={[
        { value: EVERY, label: 'Every sheet with a plan on it' },
        ...sheet.sheets.map((name) => ({ value: name, label: name })),
      ]}
      value={sheet.sheet ?? EVERY}
      onChange={(value) => void reading.readAnother(value === EVERY ? null : value)}
    />
  )
}

/** How the file was read: which sheet, what each column was taken for, and which were left out. */
export const ReadPanel = ({ sheet, reading }: ReadPanelProps): ReactNode => (
  <Panel title="How it was read">
    <div className={classes.form}>
      {reading.trouble !== null && (
        <InlineAlert tone="bad" title="That sheet was not read" spoken>
          {reading.trouble}
        </InlineAlert>
      )}
      {reading.running ? (
        <JobProgress progress={reading.progress} title="Reading the file" onCancel={reading.stop}>
          Nothing is saved.
        </JobProgress>
      ) : (
        <SheetChoice sheet={sheet} reading={reading} />
      )}
      <DataList
        facts={SHEET_COLUMNS.flatMap(({ code, label }) => {
          const headings = sheet.columns.filter(({ column }) => column === code).map(({ heading }) => heading)
          return headings.length === 0 ? [] : [{ term: label, value: headings.join(', ') }]
        })}
      />
      {sheet.ignored.length > 0 && (
        <p className={classes.quiet}>{`Left out, because no field is like them: ${sheet.ignored.join(', ')}.`}</p>
      )}
    </div>
  </Panel>
)
