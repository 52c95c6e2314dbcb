import { useEffect, useState } from 'react'
import type { PrintReportOutcome, PrintStage } from '#shared/contract/shell-api.ts'

interface Printing {
  /** How far the shell is with a PDF; null while it makes none. */
  readonly printStage: PrintStage | null
  readonly printing: boolean
  /** Has the shell print what the core gave leave for. */
  print(leave: string): Promise<PrintReportOutcome>
}

/** PDFs that the shell prints for this page, with how far it is. */
export const usePrinting = (): Printing => {
  const [printStage, setPrintStage] = useState<PrintStage | null>(null)
  const [printing, setPrinting] = useState(false)
  useEffect(() => window.throughline.onPrintStage(setPrintStage), [])
  return {
    printStage,
    printing,
    async print(leave) {
      setPrinting(true)
      try {
        return await window.throughline.printReport({ leave })
      } finally {
        setPrinting(false)
        setPrintStage(null)
      }
    },
  }
}
