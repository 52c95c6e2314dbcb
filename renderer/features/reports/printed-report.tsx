import { type ReactNode, useEffect } from 'react'
import type { Receipt } from '#shared/features/reports/cover.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { ReportDocument } from './report-document.tsx'

interface PrintedReportProps {
  readonly dataset: ReportDataset
  readonly receipt: Receipt
  /** Settles when the fonts that the page has asked for are there. */
  readonly fontsReady: () => Promise<unknown>
  /** Once, when fonts are there and everything has been laid out. */
  readonly onDrawn: () => void
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** The report alone on its page, saying when it can be printed. */
export const PrintedReport = ({ dataset, receipt, fontsReady, onDrawn }: PrintedReportProps): ReactNode => {
  useEffect(() => {
    let isCurrent = true
    const wait = async (): Promise<void> => {
      // Fonts are asked for when the text is first laid out, and the charts measure themselves with them.
      await nextFrame()
      await fontsReady()
      await nextFrame()
      await nextFrame()
      if (isCurrent) onDrawn()
    }
    void wait()
    return () => {
      isCurrent = false
    }
  }, [fontsReady, onDrawn])
  return (
    <main>
      <ReportDocument dataset={dataset} receipt={receipt} level={1} />
    </main>
  )
}
