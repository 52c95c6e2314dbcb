import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { closedWords } from '#shared/features/plan/words.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PlanActionTable, PlanObjectiveTable, PlanTable, PlanTables } from '../../db/schema-of-plans.ts'

/** One row as the caller saw it. */
export interface Which {
  readonly id: string
  readonly version: number
}

export interface Written {
  readonly id: string
  readonly version: number
}

/** @throws AppError `validation` beside a field of the input. */
export const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

/** @throws AppError `validation` where a day has not come yet. */
export const requireCome = ({ env }: CommandContext, field: string, day: IsoDate | null): void => {
  const today = env.clock.today()
  if (day !== null && day > today) refuse(field, `This day is still to come. Enter a day up to ${formatIsoDate(today)}`)
}

/** The stored row of a plan. @throws AppError `not-found`. */
export const planRow = async (db: ReadDb, id: string): Promise<PlanTable> => {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This plan is gone. It may have been removed on another screen.')
  return row
}

/** The row of a plan that may be written in. @throws AppError `not-found`, or `conflict` where it is closed. */
export const openPlan = async (db: ReadDb, id: string): Promise<PlanTable> => {
  const row = await planRow(db, id)
  if (row.state === 'closed') throw new AppError('conflict', closedWords(row.closed_on))
  return row
}

/** The stored row of an action. @throws AppError `not-found`. */
export const actionRow = async (db: ReadDb, id: string): Promise<PlanActionTable> => {
  const row = await db.selectFrom('plan_action').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This action is gone. It may have been removed on another screen.')
  return row
}

export interface OpenAction {
  readonly action: PlanActionTable
  readonly plan: PlanTable
}

/** An action that may be written in, with its plan. @throws AppError as {@link openPlan}. */
export const openAction = async (db: ReadDb, id: string): Promise<OpenAction> => {
  const action = await actionRow(db, id)
  return { action, plan: await openPlan(db, action.plan_id) }
}

/** @throws AppError `not-found` where a review is none of the plan's; `conflict`, in these words, where it is closed. */
export const requireOpenReview = async (
  db: ReadDb,
  planId: string,
  reviewId: string | null,
  closed: string,
): Promise<void> => {
  if (reviewId === null) return
  const review = await db
    .selectFrom('plan_review')
    .select('state')
    .where('id', '=', reviewId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (review === undefined)
    throw new AppError('not-found', 'This review is gone. It may have been removed on another screen.')
  if (review.state === 'closed') throw new AppError('conflict', closed)
}

type PartTable = 'plan_milestone' | 'plan_update' | 'plan_cycle' | 'plan_action_measure'

/** A part of an action that may be written in. @throws AppError as {@link openPlan}. */
export const openPart = async <T extends PartTable>(
  db: ReadDb,
  table: T,
  id: string,
): Promise<OpenAction & { readonly part: PlanTables[T] }> => {
  // Each of these tables has both columns; the cast names one of them for the builder.
  const part = await db
    .selectFrom(table as 'plan_milestone')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (part === undefined) throw new AppError('not-found', 'This is gone. It may have been removed on another screen.')
  return { ...(await openAction(db, part.action_id)), part: part as PlanTables[T] }
}

/** An objective of a plan. @throws AppError `not-found`, which for one of another plan it is too. */
export const objectiveIn = async (db: ReadDb, planId: string, id: string): Promise<PlanObjectiveTable> => {
  const row = await db
    .selectFrom('plan_objective')
    .selectAll()
    .where('id', '=', id)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This objective is gone. It may have been removed on another screen.')
  return row
}
