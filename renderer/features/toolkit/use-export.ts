import { useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { printNoted } from '#renderer/app/print-page.ts'
import type { FileKind } from '#shared/contract/shell-api.ts'

/** What is written or printed: the draft, or an issue of it. */
interface Exported {
  readonly documentId: string
  readonly issueId: string | null
  readonly personId: string | null
}

export type ExportFormat = 'docx' | 'markdown'

export interface Exporting {
  readonly print: () => void
  readonly write: (format: ExportFormat) => void
  readonly failure: string | null
  /** What was written, and where. */
  readonly said: string | null
}

const KINDS: Readonly<
  Record<ExportFormat, { readonly kind: FileKind; readonly ending: string; readonly name: string }>
> = {
  docx: { kind: 'docx', ending: 'docx', name: 'a Word document' },
  markdown: { kind: 'markdown', ending: 'md', name: 'Markdown' },
}

/**
 * The ways out of the app: paper and files. The file's name says nothing of the document: it may be about a person.
 * @param before keeps what is typed; false when it could not be kept.
 */
export const useExport = (what: Exported, before: () => Promise<boolean>): Exporting => {
  const [failure, setFailure] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const job = useCoreJob('toolkit', 'exportFile')
  const ready = async (): Promise<boolean> => {
    setSaid(null)
    const isKept = await before()
    setFailure(isKept ? null : 'What you typed is not saved yet.')
    return isKept
  }
  const print = async (): Promise<void> => {
    if (!(await ready())) return
    setFailure(await printNoted('Throughline document', () => core.toolkit.printed(what)))
  }
  const write = async (format: ExportFormat): Promise<void> => {
    if (!(await ready())) return
    const { kind, ending, name } = KINDS[format]
    const choice = await window.throughline.chooseFileToSave({
      title: `Write the document as ${name}`,
      suggestedName: `document.${ending}`,
      kind,
    })
    if (choice.status === 'refused') return setFailure(choice.message)
    if (choice.status !== 'chosen') return
    const written = await job.start({ ...what, format, fileHandle: choice.file.handle })
    if (written !== null) setSaid(`Written to ${choice.file.name}.`)
  }
  return {
    print: () => void print(),
    write: (format) => void write(format),
    failure: failure ?? (job.error === null || job.error.code === 'cancelled' ? null : job.error.message),
    said,
  }
}
