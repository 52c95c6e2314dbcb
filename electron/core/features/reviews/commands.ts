import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { holdsBackClosing, quarterFrom, walkOrder } from '#shared/features/reviews/rules.ts'
import type { ReviewKind } from '#shared/features/reviews/schema.ts'
import type { CommandContext } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import type { PlanReviewTable } from '../../db/schema-of-plan-logs.ts'
import { openPlan, planOf, refuse } from '../plan/public.ts'
import { keptAtClose, reviewOf, reviewRow, walkFrom } from './queries.ts'

interface Which {
  readonly id: string
  readonly version: number
}

interface WantedReview {
  readonly planId: string
  readonly kind: ReviewKind
  readonly quarter: string
  readonly ledBy: string
}

const checkQuarter = ({ env }: CommandContext, startsOn: string, { kind, quarter }: WantedReview): void => {
  const found = quarterFrom(startsOn, quarter)
  if (found === undefined) return refuse('quarter', 'No quarter of this plan begins in that month')
  if (found.from > env.clock.today()) refuse('quarter', `This quarter begins on ${formatIsoDate(found.from)}`)
  if (kind === 'year_end' && found.quarter !== 4) refuse('quarter', 'A year ends with its fourth quarter')
}

/**
 * Begins a review, which goes through every action that is open now.
 * @throws AppError `conflict` in a plan that is no signed one, where the review is there, and where nothing is open;
 * `validation` for a quarter that is none of the plan's or has not begun.
 */
export const startReview = async (context: CommandContext, wanted: WantedReview): Promise<string> => {
  const { db, env } = context
  const { planId, kind, quarter, ledBy } = wanted
  const row = await openPlan(db, planId)
  if (row.state !== 'signed') throw new AppError('conflict', 'Sign the plan first: a draft is still being written.')
  checkQuarter(context, row.starts_on, wanted)
  const there = await db
    .selectFrom('plan_review')
    .select('id')
    .where('plan_id', '=', planId)
    .where('kind', '=', kind)
    .where('quarter', '=', quarter)
    .executeTakeFirst()
  if (there !== undefined) throw new AppError('conflict', 'This review has been begun already. Open it in the list.')
  const today = env.clock.today()
  const plan = await planOf(db, planId, today)
  const walk = walkOrder(plan.actions, plan.objectives)
  if (walk.length === 0) throw new AppError('conflict', 'No action is open, so there is nothing to go through.')
  const id = env.ids.next()
  await context.insert('plan_review', {
    id,
    plan_id: planId,
    kind,
    quarter,
    state: 'open',
    led_by: ledBy,
    opened_on: today,
    summary: '',
    walk: JSON.stringify(walk),
    passed: '[]',
  })
  return id
}

/** A review that may be written in. @throws AppError `not-found`, or `conflict` where it or its plan is closed. */
const openReview = async ({ db }: CommandContext, id: string): Promise<PlanReviewTable> => {
  const row = await reviewRow(db, id)
  await openPlan(db, row.plan_id)
  if (row.state === 'closed')
    throw new AppError('conflict', 'This review is closed and kept as it was. Open it again to write in it.')
  return row
}

/** Keeps who leads a review and what is said in sum. @throws AppError `conflict` where it is closed; `stale`. */
export const saveReview = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: { readonly ledBy: string; readonly summary: string } },
): Promise<number> => {
  await openReview(context, id)
  return context.update('plan_review', id, { led_by: fields.ledBy, summary: fields.summary }, version)
}

/** Says whether an action was passed over. Two who do so at once do not get in each other's way. */
export const passOver = async (
  context: CommandContext,
  { id, actionId, passed }: { readonly id: string; readonly actionId: string; readonly passed: boolean },
): Promise<number> => {
  const row = await openReview(context, id)
  const walked = walkFrom(row).map((step) => step.actionId)
  if (!walked.includes(actionId)) throw new AppError('not-found', 'This review does not go through that action.')
  const before = new Set(JSON.parse(row.passed) as string[])
  if (passed) before.add(actionId)
  else before.delete(actionId)
  return context.update('plan_review', id, { passed: JSON.stringify(walked.filter((one) => before.has(one))) }, null)
}

/**
 * Closes a review and keeps its paper as it is.
 * @throws AppError `conflict` at the end of a year, while an action is left hanging; `stale`.
 */
export const closeReview = async (context: CommandContext, { id, version }: Which): Promise<number> => {
  const { db, env } = context
  const row = await openReview(context, id)
  const { starts_on: startsOn } = await openPlan(db, row.plan_id)
  const held = holdsBackClosing(await reviewOf(db, id), startsOn)
  if (held !== null) throw new AppError('conflict', held)
  const today = env.clock.today()
  const kept = await keptAtClose(db, row, today)
  return context.update('plan_review', id, { state: 'closed', closed_on: today, paper: JSON.stringify(kept) }, version)
}

/** Opens a closed review again: it shows how things stand now, and its paper is made anew. */
export const reopenReview = async (context: CommandContext, { id, version }: Which): Promise<number> => {
  const row = await reviewRow(context.db, id)
  await openPlan(context.db, row.plan_id)
  return context.update('plan_review', id, { state: 'open', closed_on: null, paper: null }, version)
}

/** Removes a review that is open. Updates and decisions stay in the plan. */
export const removeReview = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  await openReview(context, id)
  await removeWithBelongings(context.handle, context.recorder, 'plan_review', id, version)
}
