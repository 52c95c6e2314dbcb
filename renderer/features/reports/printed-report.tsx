import type { ReactNode } from 'react'
import { useDrawn, type WaitsForDrawing } from '#renderer/app/use-drawn.ts'
import type { Receipt } from '#shared/features/reports/cover.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { ReportDocument } from './report-document.tsx'

interface PrintedReportProps extends WaitsForDrawing {
  readonly dataset: ReportDataset
  readonly receipt: Receipt
}

/** The report alone on its page, saying when it can be printed. */
export const PrintedReport = ({ dataset, receipt, fontsReady, onDrawn }: PrintedReportProps): ReactNode => {
  useDrawn({ fontsReady, onDrawn })
  return (
    <main>
      <ReportDocument dataset={dataset} receipt={receipt} level={1} />
    </main>
  )
}
