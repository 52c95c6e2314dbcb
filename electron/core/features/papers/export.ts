import { join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { holdsNhsNumber } from '#shared/features/figures/public.ts'
import type { PaperFormat } from '#shared/features/papers/formats.ts'
import { type Paper, type PaperCode, paperSays } from '#shared/features/papers/paper.ts'
import type { WrittenFile } from '#shared/features/reports/schema.ts'
import { sha256 } from '../../canonical-json.ts'
import type { JobContext } from '../../context.ts'
import { enterThenPlace } from '../../leaving.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { makePaper } from './make-paper.ts'
import { paperXlsx } from './write-xlsx.ts'

interface Export {
  readonly code: PaperCode
  readonly id: string
  readonly folderHandle: string
  readonly formats: readonly PaperFormat[]
}

const WRITERS: Readonly<Record<'docx' | 'xlsx', (paper: Paper) => Promise<Uint8Array>>> = {
  docx: async (paper) => {
    // A megabyte of library that only this format needs is not read when the app starts.
    const { paperDocx } = await import('./write-docx.ts')
    return paperDocx(paper)
  },
  xlsx: paperXlsx,
}

const isWritten = (format: PaperFormat): format is keyof typeof WRITERS => format in WRITERS

const fileName = ({ code }: Export, { madeOn }: Paper, suffix = ''): string =>
  `${code === 'plan' ? 'action-plan' : code}${suffix}-${madeOn}`

/** A plan speaks of work and of nobody: whoever typed a patient's number into it is told where before it leaves. */
const refusePeople = (paper: Paper): void => {
  const words = paperSays(paper).find(holdsNhsNumber)
  if (words === undefined) return
  throw new AppError(
    'conflict',
    'There is an NHS number in this document, so nothing was written. Take it out of the plan, its updates or the review, then try again.',
  )
}

/**
 * Writes a document to a folder, made anew. Everything is made before anything is written.
 * @returns what was written, and a leave for the shell for each PDF.
 * @throws AppError `conflict` for a document with an NHS number in it, `io` when the disk refuses.
 */
export const exportPaper = async (
  job: JobContext,
  wanted: Export,
): Promise<{ files: WrittenFile[]; printLeaves: string[] }> => {
  const { code, id, folderHandle } = wanted
  const folder = job.env.files.path(folderHandle, 'folder')
  const formats = [...new Set(wanted.formats)]
  await job.report({ step: 'Putting the document together', done: 0, total: formats.length, unit: 'files' })
  const paper = await makePaper({ db: job.read, today: job.env.clock.today(), demo: job.demo }, { code, id })
  refusePeople(paper)
  const made: { name: string; content: Uint8Array }[] = []
  for (const [done, format] of formats.filter(isWritten).entries()) {
    await job.report({ step: 'Making the files', done, total: formats.length, unit: 'files' })
    made.push({ name: `${fileName(wanted, paper)}.${format}`, content: await WRITERS[format](paper) })
  }
  job.note({ document: code, formats })
  const files = await enterThenPlace(job, () =>
    made.map(({ name, content }) => {
      writeWhole(join(folder, name), content)
      return { name, bytes: content.length, sha256: sha256(content) }
    }),
  )
  const leave = (page: PaperCode | 'poster', name: string): string =>
    job.env.prints.give({ page, documentId: id, folderHandle, fileName: `${name}.pdf` })
  return {
    files,
    printLeaves: [
      ...(formats.includes('pdf') ? [leave(code, fileName(wanted, paper))] : []),
      ...(formats.includes('poster') ? [leave('poster', fileName(wanted, paper, '-poster'))] : []),
    ],
  }
}
