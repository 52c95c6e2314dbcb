import { AppError } from '#shared/contract/errors.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import type { OwnText } from '#shared/features/reports/own-text.ts'
import { writtenTexts } from '#shared/features/reports/own-text-words.ts'
import { type ReportDataset, reportDatasetSchema, type ReportSummary } from '#shared/features/reports/schema.ts'
import { ALL_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ReportTable } from '../../db/schema-of-reports.ts'
import { sha256 } from '../../canonical-json.ts'

/** @throws AppError `not-found` before the practice is set up. */
export const readReportPractice = async (db: ReadDb): Promise<Practice> => {
  const row = await db.selectFrom('practice').selectAll().executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This register has no practice details yet.')
  return {
    name: row.name,
    odsCode: row.ods_code,
    nation: row.nation,
    listSize: row.list_size,
    listSizeOn: row.list_size_on,
    networkName: row.network_name,
  }
}

const summaryOf = (row: Omit<ReportTable, 'dataset' | 'measured' | 'version'>): ReportSummary => ({
  id: row.id,
  title: row.title,
  from: row.period_from,
  to: row.period_to,
  frozenAt: row.frozen_at,
  frozenBy: row.frozen_by,
  smallNumbers: row.small_numbers as ReportSummary['smallNumbers'],
  sha256: row.sha256,
  kind: row.kind,
})

/** Reports frozen so far, newest first. */
export const listReports = async (db: ReadDb): Promise<ReportSummary[]> => {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'title', 'period_from', 'period_to', 'frozen_at', 'frozen_by', 'small_numbers', 'sha256', 'kind'])
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(summaryOf)
}

/** The report of a kind that was frozen last, for the next one to begin with; null before there is one. */
export const lastDataset = async (db: ReadDb, kind: ReportSummary['kind']): Promise<ReportDataset | null> => {
  const row = await db
    .selectFrom('report')
    .select('dataset')
    .where('kind', '=', kind)
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : (reportDatasetSchema.safeParse(JSON.parse(row.dataset)).data ?? null)
}

/** The author's texts in that report, fields as fields. */
export const lastTexts = async (db: ReadDb, kind: ReportSummary['kind']): Promise<OwnText[]> => {
  const dataset = await lastDataset(db, kind)
  return dataset === null ? [] : writtenTexts(dataset)
}

/** The sections of the report of this practice that was frozen last, so that the next one begins with them. */
export const lastSections = async (db: ReadDb): Promise<SectionCode[]> => {
  const dataset = await lastDataset(db, 'practice')
  return [...(dataset?.chosen ?? ALL_SECTIONS)]
}

export interface FrozenReport {
  readonly summary: ReportSummary
  readonly dataset: ReportDataset
  /** The canonical JSON that the fingerprint is of. */
  readonly text: string
  /** The true counts as they are kept; null where they are not. */
  readonly measured: string | null
}

/**
 * A frozen report, with its fingerprint checked.
 * @throws AppError `not-found`, or `conflict` when what is stored is no longer what was frozen.
 */
export const openReport = async (db: ReadDb, id: string): Promise<FrozenReport> => {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This report is no longer there. Choose another, or make a new one.')
  if (sha256(row.dataset) !== row.sha256) {
    throw new AppError(
      'conflict',
      'This report no longer matches its fingerprint, so it is not shown and cannot be sent. Make a new one for the same period.',
    )
  }
  return {
    summary: summaryOf(row),
    dataset: reportDatasetSchema.parse(JSON.parse(row.dataset)),
    text: row.dataset,
    measured: row.measured,
  }
}

/** A report that left the practice, with the last time it did. */
export interface SentReport extends FrozenReport {
  readonly sentAt: string
  readonly recipient: string
}

/** Reports that were written to files with small numbers hidden, newest first, each once. @param except one left out. */
export const readSentReports = async (db: ReadDb, except: string): Promise<SentReport[]> => {
  const rows = await db
    .selectFrom('report_export')
    .innerJoin('report', 'report.id', 'report_export.report_id')
    .select(['report_export.report_id', 'report_export.exported_at', 'report_export.recipient'])
    .where('report.small_numbers', '!=', 'none')
    .where('report.id', '!=', except)
    .orderBy('report_export.exported_at', 'desc')
    .orderBy('report_export.id', 'desc')
    .execute()
  const last = new Map(rows.toReversed().map((row) => [row.report_id, row]))
  const sent: SentReport[] = []
  for (const { report_id, exported_at, recipient } of [...last.values()].toReversed())
    sent.push({ ...(await openReport(db, report_id)), sentAt: exported_at, recipient })
  return sent
}
