import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePrinting } from '#renderer/app/use-printing.ts'
import type { WriteOutcome, WrittenFile } from '#renderer/app/written-files.tsx'
import type { Progress } from '#shared/contract/define.ts'
import type { AppError } from '#shared/contract/errors.ts'
import type { PrintStage } from '#shared/contract/shell-api.ts'
import type { ReportFormat } from '#shared/features/reports/schema.ts'

/** What a report can be exported as: the core's formats and the PDF, which the shell prints. */
export type ExportFormat = ReportFormat | 'pdf'

/** What an export is for, whom it is for, and whether it stays inside the practice. */
export interface Sending {
  readonly purpose: string
  readonly recipient: string
  readonly staysInside: boolean
}

export interface ReportExport {
  readonly busy: boolean
  readonly progress: Progress | null
  readonly printStage: PrintStage | null
  readonly error: AppError | null
  readonly refused: string | null
  readonly outcome: WriteOutcome | null
  /** Asks for a folder, then writes. Resolves to what was written, or null when nothing was. */
  run(formats: readonly ExportFormat[], sending: Sending): Promise<WriteOutcome | null>
  stop(): void
}

/** Exporting one report: choose a folder, let the core write its files, then let the shell print the PDF beside them. */
export const useReportExport = (reportId: string): ReportExport => {
  const job = useCoreJob('reports', 'export')
  const { printStage, printing, print } = usePrinting()
  const [refused, setRefused] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<WriteOutcome | null>(null)

  const run = async (formats: readonly ExportFormat[], sending: Sending): Promise<WriteOutcome | null> => {
    setRefused(null)
    setOutcome(null)
    const choice = await window.throughline.chooseFolder({ title: 'Choose a folder for the report' })
    if (choice.status === 'refused') setRefused(choice.message)
    if (choice.status !== 'chosen') return null
    const { handle, name } = choice.file
    const written = await job.start({
      id: reportId,
      folderHandle: handle,
      formats: formats.filter((format) => format !== 'pdf'),
      pdf: formats.includes('pdf'),
      ...sending,
    })
    if (written === null) return null
    const files: WrittenFile[] = written.files.map((file) => ({ name: file.name, bytes: file.bytes, handle }))
    const printed = written.printLeave === null ? null : await print(written.printLeave)
    if (printed?.ok === true)
      files.unshift({ name: printed.file.name, bytes: printed.bytes, handle: printed.file.handle })
    const made = { folder: name, files, trouble: printed?.ok === false ? printed.message : null }
    setOutcome(made)
    return made
  }

  return {
    busy: job.running || printing,
    progress: job.progress,
    printStage,
    error: job.error,
    refused,
    outcome,
    run,
    stop: () => (printing ? window.throughline.stopPrinting() : job.stop()),
  }
}
