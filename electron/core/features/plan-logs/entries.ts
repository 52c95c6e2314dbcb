import { AppError } from '#shared/contract/errors.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PlanTable } from '../../db/schema-of-plans.ts'
import { openPlan } from '../plan/public.ts'

/** @throws AppError `not-found` where the action is none of the plan's. */
export const requireAction = async (db: ReadDb, planId: string, actionId: string | null): Promise<void> => {
  if (actionId === null) return
  const row = await db
    .selectFrom('plan_action')
    .select('id')
    .where('id', '=', actionId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This action is gone. It may have been removed on another screen.')
}

type LogTable = 'plan_risk' | 'plan_decision' | 'plan_session'

/** The plan of an entry, which may be written in. @throws AppError as {@link openPlan}. */
export const openEntry = async (db: ReadDb, table: LogTable, id: string): Promise<PlanTable> => {
  // Each of these tables has both columns; the cast names one of them for the builder.
  const row = await db
    .selectFrom(table as 'plan_risk')
    .select('plan_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This is gone. It may have been removed on another screen.')
  return openPlan(db, row.plan_id)
}
