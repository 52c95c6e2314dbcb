import { sentenceFor } from '#shared/features/audit/public.ts'
import type { ReadDb } from '../../db/database.ts'

interface Told {
  readonly at: string
  readonly by: string
  readonly what: string
  readonly codes: string[]
}

/** The rows that a review is made of, each with the code of its action: the review itself, its updates and decisions. */
const rowsOf = async (db: ReadDb, id: string): Promise<Map<string, string | null>> => {
  const updates = await db
    .selectFrom('plan_update')
    .innerJoin('plan_action', 'plan_action.id', 'plan_update.action_id')
    .select(['plan_update.id', 'plan_action.code'])
    .where('plan_update.review_id', '=', id)
    .execute()
  const decisions = await db
    .selectFrom('plan_decision')
    .leftJoin('plan_action', 'plan_action.id', 'plan_decision.action_id')
    .select(['plan_decision.id', 'plan_action.code'])
    .where('plan_decision.review_id', '=', id)
    .execute()
  return new Map([[id, null], ...[...updates, ...decisions].map((row) => [row.id, row.code] as const)])
}

/** Who wrote what at a review, the newest first. What was removed again is not told here: the audit trail has it. */
export const reviewHistory = async (db: ReadDb, id: string): Promise<Told[]> => {
  const rows = await rowsOf(db, id)
  const changes = await db
    .selectFrom('change')
    .innerJoin('audit_entry', 'audit_entry.seq', 'change.audit_seq')
    .select(['change.row_id', 'audit_entry.seq', 'audit_entry.at', 'audit_entry.user_name', 'audit_entry.method'])
    .where('change.row_id', 'in', [...rows.keys()])
    .orderBy('audit_entry.seq', 'desc')
    .execute()
  return [...Map.groupBy(changes, ({ seq }) => seq).values()].flatMap((some) => {
    const [entry] = some
    if (entry === undefined) return []
    const codes = some.flatMap(({ row_id: row }) => (row === null ? [] : (rows.get(row) ?? [])))
    return [{ at: entry.at, by: entry.user_name, what: sentenceFor(entry.method), codes: [...new Set(codes)] }]
  })
}
