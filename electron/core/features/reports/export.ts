import { join } from 'node:path'
import { sql } from 'kysely'
import { AppError } from '#shared/contract/errors.ts'
import { PACK_EXTENSION } from '#shared/features/packs/labels.ts'
import { type Receipt, reportFileName } from '#shared/features/reports/cover.ts'
import type { ReportFormat, WrittenFile } from '#shared/features/reports/schema.ts'
import { EXPORT_STEPS } from '#shared/features/reports/steps.ts'
import type { JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { sha256 } from '../../canonical-json.ts'
import { keepKey, type OwnKey, ownKeyOrNew } from '../packs/public.ts'
import { checkReport } from './check.ts'
import { type FrozenReport, openReport } from './queries.ts'
import { reportCsv } from './write-csv.ts'
import { reportHtml } from './write-html.ts'
import { reportJsonSchema } from './write-json.ts'
import { reportPack } from './write-pack.ts'
import { reportXlsx } from './write-xlsx.ts'

const [checking, making, writing] = EXPORT_STEPS

interface MadeFile {
  /** With its dot. */
  readonly extension: string
  readonly content: string | Uint8Array
}

/** How a format is made. The .json file is the frozen text itself, so that its own SHA-256 is the fingerprint. */
const WRITERS: Record<ReportFormat, (report: FrozenReport, receipt: Receipt, own: OwnKey) => Promise<MadeFile[]>> = {
  json: async ({ text }) => [
    { extension: '.json', content: text },
    { extension: '.schema.json', content: reportJsonSchema() },
  ],
  csv: async ({ dataset }, receipt) => [{ extension: '.csv', content: reportCsv(dataset, receipt) }],
  xlsx: async ({ dataset }, receipt) => [{ extension: '.xlsx', content: await reportXlsx(dataset, receipt) }],
  docx: async ({ dataset }, receipt) => {
    // A megabyte of library that only this format needs is not read when the app starts.
    const { reportDocx } = await import('./write-docx.ts')
    return [{ extension: '.docx', content: await reportDocx(dataset, receipt) }]
  },
  html: async ({ dataset }, receipt) => [{ extension: '.html', content: reportHtml(dataset, receipt) }],
  pack: async (report, _receipt, own) => [{ extension: PACK_EXTENSION, content: reportPack(report, own) }],
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
const mayLeave = async (job: JobContext, db: ReadDb, { id, staysInside }: Export): Promise<void> => {
  const pause = (): Promise<void> => job.report({ step: checking.code, done: 0, total: null, unit: '' })
  const { state, findings } = await checkReport({ db, clock: job.env.clock, pause }, id)
  if (state === 'internal' && !staysInside) {
    const words = 'Nothing is hidden in this report. Confirm that it stays inside this practice'
    throw new AppError('validation', words, { fieldErrors: { staysInside: words } })
  }
  const [first] = findings
  if (state !== 'blocked' || first === undefined) return
  const others = findings.length === 1 ? '' : ` There are ${findings.length - 1} more.`
  throw new AppError('conflict', `This report cannot leave yet. ${first.sentence}${others}`)
}

const lastExport = async (db: ReadDb): Promise<string | null> => {
  const row = await db
    .selectFrom('report_export')
    .select('id')
    .orderBy(sql`rowid`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Notes that a report leaves, before anything is written: a file that stands in the folder is held beside every later
 * report, whatever fails after it.
 */
const noteLeaving = async (
  job: JobContext,
  wanted: Export,
  asked: readonly string[],
  last: string | null,
  own: OwnKey,
) => {
  const id = job.env.ids.next()
  await job.write(async (context) => {
    // Another report may have left since this one was found safe.
    if ((await lastExport(context.db)) !== last) await mayLeave(job, context.db, wanted)
    // A report that was frozen before registers had keys.
    await keepKey(context, own)
    await context.insert('report_export', {
      id,
      report_id: wanted.id,
      exported_at: job.env.clock.now(),
      exported_by: job.user.name,
      purpose: wanted.purpose,
      recipient: wanted.recipient,
      formats: JSON.stringify(asked),
    })
  })
  return id
}

interface NamedFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** Writes one after the other. Where not even the first could be written, nothing left, and the note of it goes. */
const writeAll = async (
  job: JobContext,
  folder: string,
  files: readonly NamedFile[],
  noteId: string,
): Promise<WrittenFile[]> => {
  const written: WrittenFile[] = []
  try {
    for (const { name, content } of files) {
      writeWhole(join(folder, name), content)
      written.push({ name, bytes: Buffer.byteLength(content), sha256: sha256(content) })
    }
  } catch (cause) {
    job.note({ files: written.length, failed: cause instanceof AppError ? cause.code : 'internal' })
    await job.write(async (context) => {
      if (written.length === 0) await context.remove('report_export', noteId, null)
    })
    throw cause
  }
  return written
}

/**
 * Writes a frozen report to a folder. Everything is made before anything is written, so stopping leaves no half pack.
 * @throws AppError `conflict` when the stored report no longer matches its fingerprint, `io` when the disk refuses.
 */
export const exportReport = async (
  job: JobContext,
  wanted: Export,
): Promise<{ files: WrittenFile[]; baseName: string; printLeave: string | null }> => {
  const { id, folderHandle, formats, pdf, purpose, recipient } = wanted
  const folder = job.env.files.path(folderHandle, 'folder')
  await job.report({ step: checking.code, done: 0, total: null, unit: '' })
  const report = await openReport(job.read, id)
  const { from, to } = report.dataset
  // What is refused stands in the trail too, with what it was for.
  job.note({ reportId: id, from, to, purpose, recipient })
  const last = await lastExport(job.read)
  await mayLeave(job, job.read, wanted)
  const baseName = reportFileName(report.dataset)
  const own = await ownKeyOrNew(job.read, job.env)
  const receipt = { sha256: report.summary.sha256, key: own.key.fingerprint }
  const chosen = [...new Set(formats)]
  const made: NamedFile[] = []
  for (const [done, format] of chosen.entries()) {
    await job.report({ step: making.code, done, total: chosen.length, unit: 'formats' })
    for (const { extension, content } of await WRITERS[format](report, receipt, own))
      made.push({ name: `${baseName}${extension}`, content })
  }
  await job.report({ step: writing.code, done: 0, total: made.length, unit: 'files' })
  const asked = [...chosen, ...(pdf ? ['pdf'] : [])]
  job.note({ sha256: report.summary.sha256, formats: asked, files: made.length })
  const noteId = await noteLeaving(job, wanted, asked, last, own)
  const files = await writeAll(job, folder, made, noteId)
  const printLeave = pdf
    ? job.env.prints.give({ page: 'report', documentId: id, folderHandle, fileName: `${baseName}.pdf` })
    : null
  return { files, baseName, printLeave }
}
