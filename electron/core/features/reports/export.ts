import { join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { reportFileName } from '#shared/features/reports/cover.ts'
import type { ReportFormat, WrittenFile } from '#shared/features/reports/schema.ts'
import { EXPORT_STEPS } from '#shared/features/reports/steps.ts'
import type { JobContext } from '../../context.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { sha256 } from './canonical-json.ts'
import { checkReport } from './check.ts'
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
  readonly purpose: string
  readonly recipient: string
  readonly staysInside: boolean
}

/**
 * Stops what must not leave.
 * @throws AppError `validation` for figures with nothing hidden without a word that they stay inside, `conflict` where
 * something hidden could be worked out with what was sent before.
 */
const mayLeave = async (job: JobContext, { id, staysInside }: Export): Promise<void> => {
  const { state, findings } = await checkReport(job.read, id)
  if (state === 'internal' && !staysInside) {
    const words = 'Nothing is hidden in this report. Confirm that it stays inside this practice'
    throw new AppError('validation', words, { fieldErrors: { staysInside: words } })
  }
  const [first] = findings
  if (state !== 'blocked' || first === undefined) return
  const others = findings.length === 1 ? '' : ` There are ${findings.length - 1} more.`
  throw new AppError('conflict', `This report cannot leave yet. ${first.sentence}${others}`)
}

/**
 * Writes a frozen report to a folder. Everything is made before anything is written, so stopping leaves no half pack.
 * @throws AppError `conflict` when the stored report no longer matches its fingerprint, `io` when the disk refuses.
 */
export const exportReport = async (
  job: JobContext,
  wanted: Export,
): Promise<{ files: WrittenFile[]; baseName: string }> => {
  const { id, folderHandle, formats, pdf, purpose, recipient } = wanted
  const folder = job.env.files.path(folderHandle, 'folder')
  const [check, make, write] = EXPORT_STEPS
  await job.report({ step: check.code, done: 0, total: null, unit: '' })
  const report = await openReport(job.read, id)
  await mayLeave(job, wanted)
  const baseName = reportFileName(report.dataset)
  const chosen = [...new Set(formats)]
  const made: MadeFile[] = []
  for (const [done, format] of chosen.entries()) {
    await job.report({ step: make.code, done, total: chosen.length, unit: 'formats' })
    made.push(...(await WRITERS[format](report)))
  }
  await job.report({ step: write.code, done: 0, total: made.length, unit: 'files' })
  const asked = [...chosen, ...(pdf ? ['pdf'] : [])]
  job.note({ reportId: id, sha256: report.summary.sha256, formats: asked, purpose, recipient })
  // Noted in the same breath as it is written: what left is held beside every later report.
  const files = await job.write(async (context) => {
    await context.insert('report_export', {
      id: job.env.ids.next(),
      report_id: id,
      exported_at: job.env.clock.now(),
      exported_by: job.user.name,
      purpose,
      recipient,
      formats: JSON.stringify(asked),
    })
    context.note({ files: made.length })
    return made.map(({ extension, content }) => {
      const name = `${baseName}${extension}`
      writeWhole(join(folder, name), content)
      return { name, bytes: Buffer.byteLength(content), sha256: sha256(content) }
    })
  })
  return { files, baseName }
}
