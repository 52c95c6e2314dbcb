import type { ActionStatus } from '#shared/features/plan/schema.ts'
import type { ReadDb } from '../../db/database.ts'

interface Taken {
  readonly originId: string
  readonly actionId: string
  readonly code: string
  readonly status: ActionStatus
}

/** The actions, of whatever plan, that were made of some notes or agreed changes; the oldest first. */
export const takenFrom = async (db: ReadDb, ids: readonly string[]): Promise<Taken[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('plan_action')
    .select(['origin_id', 'id', 'code', 'status'])
    .where('origin_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ originId: row.origin_id ?? '', actionId: row.id, code: row.code, status: row.status }))
}
