import type { ReadDb } from '../../db/database.ts'

/** A report of this practice that left it. */
export interface LastSent {
  readonly reportId: string
  readonly sentAt: string
  readonly recipient: string
  /** The exact counts went, sealed, to the lead of the network. */
  readonly isExact: boolean
}

const exported = async (db: ReadDb): Promise<LastSent | null> => {
  const row = await db
    .selectFrom('report_export')
    .innerJoin('report', 'report.id', 'report_export.report_id')
    .select(['report_export.report_id', 'report_export.exported_at', 'report_export.recipient'])
    .where('report.kind', '=', 'practice')
    .where('report.small_numbers', '!=', 'none')
    .orderBy('report_export.exported_at', 'desc')
    .orderBy('report_export.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : { reportId: row.report_id, sentAt: row.exported_at, recipient: row.recipient, isExact: false }
}

interface SendingNote {
  readonly reportId?: string
  readonly recipient?: string
  readonly failed?: string
  /** Known once the pack was made, before it is noted that it leaves. */
  readonly sha256?: string
}

/**
 * What went to the lead alone is noted in the audit trail only: before it is written, and once more where it could not be.
 * A report whose making was taken back since has nothing to compare with.
 */
const sentToLead = async (db: ReadDb): Promise<LastSent | null> => {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['at', 'detail'])
    .where('method', '=', 'network.send')
    .orderBy('seq', 'desc')
    .execute()
  const reports = new Set((await db.selectFrom('report').select('id').execute()).map(({ id }) => id))
  const unwritten = new Set<string>()
  for (const { at, detail } of rows) {
    const { reportId, recipient, failed, sha256 } = JSON.parse(detail) as SendingNote
    if (reportId === undefined || recipient === undefined || !reports.has(reportId)) continue
    if (failed === undefined) {
      if (!unwritten.delete(reportId)) return { reportId, sentAt: at, recipient, isExact: true }
    } else if (sha256 !== undefined) unwritten.add(reportId)
  }
  return null
}

/** The newest report of this practice that was written for others; `null` where none was. */
export const lastSent = async (db: ReadDb): Promise<LastSent | null> => {
  const found = [await exported(db), await sentToLead(db)].filter((one) => one !== null)
  return found.toSorted((a, b) => b.sentAt.localeCompare(a.sentAt))[0] ?? null
}

const FROZEN_BY: readonly string[] = ['reports.build', 'reports.remake']

/**
 * The audit entry under which the figures of a report were counted: of one made again from another, that of the first.
 * `null` where the history does not reach back to it, such as in a register made from a bundle.
 */
export const countedUnder = async (db: ReadDb, reportId: string): Promise<number | null> => {
  const made = await db
    .selectFrom('change')
    .innerJoin('audit_entry', 'audit_entry.seq', 'change.audit_seq')
    .select(['audit_entry.seq', 'audit_entry.method', 'audit_entry.detail'])
    .where('change.row_id', '=', reportId)
    .where('change.table_name', '=', 'report')
    .where('change.kind', '=', 'insert')
    .orderBy('change.seq')
    .limit(1)
    .executeTakeFirst()
  if (made === undefined || !FROZEN_BY.includes(made.method)) return null
  const { madeFrom } = JSON.parse(made.detail) as { readonly madeFrom?: string }
  return madeFrom === undefined ? made.seq : countedUnder(db, madeFrom)
}
