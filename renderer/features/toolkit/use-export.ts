import { useState } from 'react'
import type { OpenDocument } from '#shared/features/toolkit/schema.ts'

interface ExportOptions {
  readonly document: OpenDocument
  readonly flush: () => Promise<number | null>
  readonly onFailure: (words: string) => void
}

export interface Exporting {
  readonly print: () => void
  readonly failure: string | null
  readonly said: string | null
}

/** The ways out of the app: paper and files. */
export const useExport = ({ flush }: ExportOptions): Exporting => {
  const [failure, setFailure] = useState<string | null>(null)
  const print = async (): Promise<void> => {
    await flush()
    const printed = await window.throughline.printPage({ title: 'Throughline document' })
    setFailure(printed.ok ? null : printed.message)
  }
  return { print: () => void print(), failure, said: null }
}
