import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { DecisionFields, FundingFields, RiskFields, SessionFields } from '#shared/features/plan-logs/schema.ts'
import type { CommandContext } from '../../context.ts'
import { openPlan, refuse, requireCome, requireOpenReview } from '../plan/public.ts'
import { openEntry, requireAction } from './entries.ts'

interface Which {
  readonly id: string
  readonly version: number
}

interface InPlan<Fields> {
  readonly planId: string
  readonly fields: Fields
}

const riskColumns = (fields: RiskFields) => ({
  words: fields.words,
  likelihood: fields.likelihood,
  impact: fields.impact,
  response: fields.response,
  owner_name: fields.ownerName,
  action_id: fields.actionId,
  raised_on: fields.raisedOn,
  closed_on: fields.closedOn,
})

const checkRisk = (
  context: CommandContext,
  { raisedOn, closedOn }: Pick<RiskFields, 'raisedOn' | 'closedOn'>,
): void => {
  requireCome(context, 'fields.raisedOn', raisedOn)
  requireCome(context, 'fields.closedOn', closedOn)
  if (closedOn !== null && closedOn < raisedOn) refuse('fields.closedOn', 'It was closed before it was raised')
}

/** @throws AppError `conflict` in a closed plan; `validation` for days to come; `not-found` for an action of none. */
export const addRisk = async (context: CommandContext, { planId, fields }: InPlan<RiskFields>): Promise<string> => {
  await openPlan(context.db, planId)
  checkRisk(context, fields)
  await requireAction(context.db, planId, fields.actionId)
  const id = context.env.ids.next()
  await context.insert('plan_risk', { id, plan_id: planId, ...riskColumns(fields) })
  return id
}

/** @throws AppError as {@link addRisk}, and `stale` as the recorder does. */
export const saveRisk = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: RiskFields },
): Promise<number> => {
  const plan = await openEntry(context.db, 'plan_risk', id)
  checkRisk(context, fields)
  await requireAction(context.db, plan.id, fields.actionId)
  return context.update('plan_risk', id, riskColumns(fields), version)
}

/** Says from which day a risk is none any more; null: that it is one after all. */
export const closeRisk = async (
  context: CommandContext,
  { id, version, closedOn }: Which & { readonly closedOn: IsoDate | null },
): Promise<number> => {
  await openEntry(context.db, 'plan_risk', id)
  const { raised_on: raisedOn } = await context.db
    .selectFrom('plan_risk')
    .select('raised_on')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  checkRisk(context, { raisedOn, closedOn })
  return context.update('plan_risk', id, { closed_on: closedOn }, version)
}

const decisionColumns = (fields: DecisionFields) => ({
  decided_on: fields.decidedOn,
  words: fields.words,
  why: fields.why,
  decided_by: fields.decidedBy,
  action_id: fields.actionId,
})

const REVIEW_CLOSED = 'This review is closed. Open it again, or write the decision in the log of the plan.'

/** Writes down a decision, taken at a review or between two. @throws AppError as {@link addRisk}. */
export const addDecision = async (
  context: CommandContext,
  { planId, fields, reviewId }: InPlan<DecisionFields> & { readonly reviewId: string | null },
): Promise<string> => {
  await openPlan(context.db, planId)
  requireCome(context, 'fields.decidedOn', fields.decidedOn)
  await requireAction(context.db, planId, fields.actionId)
  await requireOpenReview(context.db, planId, reviewId, REVIEW_CLOSED)
  const id = context.env.ids.next()
  await context.insert('plan_decision', { id, plan_id: planId, ...decisionColumns(fields), review_id: reviewId })
  return id
}

/** @throws AppError as {@link addRisk}, and `stale` as the recorder does. */
export const saveDecision = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: DecisionFields },
): Promise<number> => {
  const plan = await openEntry(context.db, 'plan_decision', id)
  requireCome(context, 'fields.decidedOn', fields.decidedOn)
  await requireAction(context.db, plan.id, fields.actionId)
  return context.update('plan_decision', id, decisionColumns(fields), version)
}

const sessionColumns = (fields: SessionFields) => ({
  held_on: fields.heldOn,
  hours: fields.hours,
  words: fields.words,
  action_id: fields.actionId,
})

/** @throws AppError as {@link addRisk}. */
export const addSession = async (
  context: CommandContext,
  { planId, fields }: InPlan<SessionFields>,
): Promise<string> => {
  await openPlan(context.db, planId)
  requireCome(context, 'fields.heldOn', fields.heldOn)
  await requireAction(context.db, planId, fields.actionId)
  const id = context.env.ids.next()
  await context.insert('plan_session', { id, plan_id: planId, ...sessionColumns(fields) })
  return id
}

/** @throws AppError as {@link addRisk}, and `stale` as the recorder does. */
export const saveSession = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: SessionFields },
): Promise<number> => {
  const plan = await openEntry(context.db, 'plan_session', id)
  requireCome(context, 'fields.heldOn', fields.heldOn)
  await requireAction(context.db, plan.id, fields.actionId)
  return context.update('plan_session', id, sessionColumns(fields), version)
}

/** Removes an entry of a log. @throws AppError `conflict` in a closed plan; `stale` as the recorder does. */
export const removeEntry = async (
  context: CommandContext,
  table: 'plan_risk' | 'plan_decision' | 'plan_session',
  { id, version }: Which,
): Promise<void> => {
  await openEntry(context.db, table, id)
  await context.remove(table, id, version)
}

interface FundingOfYear {
  readonly planId: string
  readonly year: number
  /** The version that was seen; null where nothing was known. */
  readonly version: number | null
  /** null: nothing is known of the year any more. */
  readonly fields: FundingFields | null
}

/**
 * Says what a year is funded with.
 * @throws AppError `stale` where somebody else said it meanwhile; `conflict` in a closed plan.
 */
export const setFunding = async (
  context: CommandContext,
  { planId, year, version, fields }: FundingOfYear,
): Promise<void> => {
  await openPlan(context.db, planId)
  const there = await context.db
    .selectFrom('plan_funding')
    .select(['id', 'version'])
    .where('plan_id', '=', planId)
    .where('year', '=', year)
    .executeTakeFirst()
  if ((there?.version ?? null) !== version)
    throw new AppError(
      'stale',
      'Somebody changed what this year is funded with meanwhile. Look at it, then save again.',
    )
  if (there === undefined) {
    if (fields !== null)
      await context.insert('plan_funding', { id: context.env.ids.next(), plan_id: planId, year, ...fields })
  } else if (fields === null) await context.remove('plan_funding', there.id, version)
  else await context.update('plan_funding', there.id, fields, version)
}
