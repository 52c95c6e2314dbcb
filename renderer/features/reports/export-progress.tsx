import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { ProgressPanel } from '#renderer/ui/progress-panel.tsx'
import type { PrintStage } from '#shared/contract/shell-api.ts'
import { EXPORT_STEPS } from '#shared/features/reports/steps.ts'
import type { ReportExport } from './use-report-export.ts'

const PRINT_WORDS: Record<PrintStage, string> = {
  drawing: 'Drawing the pages',
  printing: 'Printing to PDF',
  writing: 'Writing the PDF',
}

interface ExportProgressProps {
  readonly work: ReportExport
  readonly withPdf: boolean
}

/** How far an export is, step by step. It can be stopped at any moment but while a file is being written. */
export const ExportProgress = ({ work, withPdf }: ExportProgressProps): ReactNode => {
  const { progress, printStage } = work
  const steps = [
    ...EXPORT_STEPS,
    ...(withPdf ? [{ code: 'print', title: 'Print the PDF', detail: 'From the same frozen figures' }] : []),
  ]
  const current =
    printStage === null
      ? Math.max(
          0,
          steps.findIndex(({ code }) => code === progress?.step),
        )
      : steps.length - 1
  const stateAt = (index: number): 'done' | 'now' | 'later' => {
    if (index < current) return 'done'
    return index === current ? 'now' : 'later'
  }
  const canStop = printStage === null ? current < 2 : printStage !== 'writing'
  return (
    <ProgressPanel
      title={printStage === null ? (steps[current]?.title ?? 'Exporting') : PRINT_WORDS[printStage]}
      percent={(current / steps.length) * 100}
      steps={steps.map(({ title, detail }, index) => ({ title, detail, state: stateAt(index) }))}
      actions={canStop ? <Button onClick={work.stop}>Stop</Button> : undefined}
    >
      {printStage === null
        ? 'If you stop before the files are written, nothing is saved.'
        : 'If you stop now, the PDF is not made. Files that are written already stay.'}
    </ProgressPanel>
  )
}
