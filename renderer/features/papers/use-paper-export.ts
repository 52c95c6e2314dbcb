import { useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePrinting } from '#renderer/app/use-printing.ts'
import type { WriteOutcome, WrittenFile } from '#renderer/app/written-files.tsx'
import type { PrintStage } from '#shared/contract/shell-api.ts'
import type { PaperFormat } from '#shared/features/papers/formats.ts'
import type { PaperCode } from '#shared/features/papers/paper.ts'

interface PaperExport {
  readonly busy: boolean
  readonly stage: PrintStage | null
  /** Why nothing was written. */
  readonly trouble: string | null
  /** Asks for a folder, then writes; null where nothing was. */
  run(formats: readonly PaperFormat[]): Promise<WriteOutcome | null>
  stop(): void
}

/** Exporting a document: choose a folder, let the core write its files, then let the shell print each PDF beside them. */
export const usePaperExport = (which: { readonly code: PaperCode; readonly id: string }): PaperExport => {
  const job = useCoreJob('papers', 'export')
  const { printStage, printing, print } = usePrinting()
  const [refused, setRefused] = useState<string | null>(null)
  const run = async (formats: readonly PaperFormat[]): Promise<WriteOutcome | null> => {
    setRefused(null)
    const choice = await window.throughline.chooseFolder({ title: 'Choose a folder for the document' })
    if (choice.status === 'refused') setRefused(choice.message)
    if (choice.status !== 'chosen') return null
    const { handle, name } = choice.file
    const written = await job.start({ ...which, folderHandle: handle, formats: [...formats] })
    if (written === null) return null
    const files: WrittenFile[] = written.files.map((file) => ({ name: file.name, bytes: file.bytes, handle }))
    let trouble: string | null = null
    for (const leave of written.printLeaves) {
      const printed = await print(leave)
      if (printed.ok) files.push({ name: printed.file.name, bytes: printed.bytes, handle: printed.file.handle })
      else trouble = printed.message
    }
    return { folder: name, files, trouble }
  }
  return {
    busy: job.running || printing,
    stage: printStage,
    trouble: job.error?.message ?? refused,
    run,
    stop: () => (printing ? window.throughline.stopPrinting() : job.stop()),
  }
}
