import { type ReactNode, useEffect } from 'react'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { ReportDocument } from './report-document.tsx'

interface PrintedReportProps {
  readonly dataset: ReportDataset
  readonly fingerprint: string
  /** Once, when fonts are there and everything has been laid out. */
  readonly onDrawn: () => void
}

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))

/** The report alone on its page, saying when it can be printed. */
export const PrintedReport = ({ dataset, fingerprint, onDrawn }: PrintedReportProps): ReactNode => {
  useEffect(() => {
    let isCurrent = true
    const wait = async (): Promise<void> => {
      await document.fonts.ready
      // The first frame lays the charts out, the second has drawn them.
      await nextFrame()
      await nextFrame()
      if (isCurrent) onDrawn()
    }
    void wait()
    return () => {
      isCurrent = false
    }
  }, [onDrawn])
  return <ReportDocument dataset={dataset} fingerprint={fingerprint} level={1} />
}
