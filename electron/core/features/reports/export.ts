import { join } from 'node:path'
import { reportFileName } from '#shared/features/reports/cover.ts'
import type { ReportFormat, WrittenFile } from '#shared/features/reports/schema.ts'
import { EXPORT_STEPS } from '#shared/features/reports/steps.ts'
import type { JobContext } from '../../context.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { sha256 } from './canonical-json.ts'
import { type FrozenReport, openReport } from './queries.ts'
import { reportCsv } from './write-csv.ts'
import { reportHtml } from './write-html.ts'
import { reportJsonSchema } from './write-json.ts'
import { reportXlsx } from './write-xlsx.ts'

interface MadeFile {
  /** With its dot. */
  readonly extension: string
  readonly content: string | Uint8Array
}

/** How a format is made. The .json file is the frozen text itself, so that its own SHA-256 is the fingerprint. */
const WRITERS: Record<ReportFormat, (report: FrozenReport) => Promise<MadeFile[]>> = {
  json: async ({ text }) => [
    { extension: '.json', content: text },
    { extension: '.schema.json', content: reportJsonSchema() },
  ],
  csv: async ({ dataset, summary }) => [{ extension: '.csv', content: reportCsv(dataset, summary.sha256) }],
  xlsx: async ({ dataset, summary }) => [{ extension: '.xlsx', content: await reportXlsx(dataset, summary.sha256) }],
  html: async ({ dataset, summary }) => [{ extension: '.html', content: reportHtml(dataset, summary.sha256) }],
}

interface Export {
  readonly id: string
  readonly folderHandle: string
  readonly formats: readonly ReportFormat[]
  readonly pdf: boolean
}

/**
 * Writes a frozen report to a folder. Everything is made before anything is written, so stopping leaves no half pack.
 * @throws AppError `conflict` when the stored report no longer matches its fingerprint, `io` when the disk refuses.
 */
export const exportReport = async (
  job: JobContext,
  { id, folderHandle, formats, pdf }: Export,
): Promise<{ files: WrittenFile[]; baseName: string }> => {
  const folder = job.env.files.path(folderHandle, 'folder')
  const [check, make, write] = EXPORT_STEPS
  await job.report({ step: check.code, done: 0, total: null, unit: '' })
  const report = await openReport(job.read, id)
  const baseName = reportFileName(report.dataset)
  const wanted = [...new Set(formats)]
  const made: MadeFile[] = []
  for (const [done, format] of wanted.entries()) {
    await job.report({ step: make.code, done, total: wanted.length, unit: 'formats' })
    made.push(...(await WRITERS[format](report)))
  }
  await job.report({ step: write.code, done: 0, total: made.length, unit: 'files' })
  const files = made.map(({ extension, content }) => {
    const name = `${baseName}${extension}`
    writeWhole(join(folder, name), content)
    return { name, bytes: Buffer.byteLength(content), sha256: sha256(content) }
  })
  job.note({
    reportId: id,
    sha256: report.summary.sha256,
    formats: [...wanted, ...(pdf ? ['pdf'] : [])],
    files: files.length,
  })
  return { files, baseName }
}
