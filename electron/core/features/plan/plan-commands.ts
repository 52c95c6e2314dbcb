import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { FIVE_OBJECTIVES } from '#shared/features/plan/objectives.ts'
import type { PlanFields } from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { freezeAtStart } from './baselines.ts'
import { objectiveIn, openPlan, planRow, refuse, requireCome, type Which, type Written } from './rows.ts'

const columnsOf = ({ startsOn, ...fields }: PlanFields) => ({ ...fields, starts_on: startsOn })

/**
 * Begins a draft with the five objectives.
 * @throws AppError `conflict` where there is a draft already.
 */
export const startPlan = async (context: CommandContext, fields: PlanFields): Promise<Written> => {
  const { db, env } = context
  const draft = await db.selectFrom('plan').select('title').where('state', '=', 'draft').executeTakeFirst()
  if (draft !== undefined)
    throw new AppError('conflict', `There is a draft already: “${draft.title}”. Go on with it, or remove it first.`)
  const id = env.ids.next()
  await context.insert('plan', { id, ...columnsOf(fields), state: 'draft', last_objective: 0 })
  await context.insertMany(
    'plan_objective',
    FIVE_OBJECTIVES.map((objective) => ({ id: env.ids.next(), plan_id: id, ...objective, own: 0, last_code: 0 })),
  )
  return { id, version: 1 }
}

/** @throws AppError `validation` where the start of a signed plan would change. */
export const savePlan = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: PlanFields },
): Promise<number> => {
  const row = await openPlan(context.db, id)
  if (row.state === 'signed' && row.version === version && fields.startsOn !== row.starts_on)
    refuse('fields.startsOn', 'The plan is signed, so its start stays. Its baselines and years rest on it')
  return context.update('plan', id, columnsOf(fields), version)
}

/**
 * Signs a draft off and freezes its baselines: those chosen, and those of every measure that an action is to move.
 * @throws AppError `validation` for a day to come or a plan without any action; `conflict` where it is signed already.
 */
export const signPlan = async (
  context: CommandContext,
  { id, version, signedBy, on }: Which & { readonly signedBy: string; readonly on: IsoDate },
): Promise<number> => {
  const row = await openPlan(context.db, id)
  if (row.version === version) {
    if (row.state === 'signed') throw new AppError('conflict', 'This plan is signed already.')
    requireCome(context, 'on', on)
    const action = await context.db.selectFrom('plan_action').select('id').where('plan_id', '=', id).executeTakeFirst()
    if (action === undefined)
      throw new AppError('conflict', 'There is nothing to sign yet: add an action under at least one objective first.')
  }
  const after = await context.update('plan', id, { state: 'signed', signed_on: on, signed_by: signedBy }, version)
  context.note({ frozen: await freezeAtStart(context, id, on) })
  return after
}

/** Closes a plan for good, signed or not. */
export const closePlan = async (
  context: CommandContext,
  { id, version, reason }: Which & { readonly reason: string },
): Promise<number> => {
  await openPlan(context.db, id)
  const closed = { state: 'closed', closed_on: context.env.clock.today(), close_reason: reason } as const
  return context.update('plan', id, closed, version)
}

/** Removes a draft with all that is in it. @throws AppError `conflict` where it is no draft. */
export const removeDraft = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  const { db, handle, recorder } = context
  const row = await planRow(db, id)
  if (row.state !== 'draft')
    throw new AppError('conflict', 'Only a draft can be removed. This plan was signed: close it instead.')
  // From the top of the diagram down: a box takes along those that hang on it.
  const tops = await db
    .selectFrom('plan_driver')
    .select('id')
    .where('plan_id', '=', id)
    .where('parent_id', 'is', null)
    .execute()
  for (const top of tops) await removeWithBelongings(handle, recorder, 'plan_driver', top.id, null)
  await removeWithBelongings(handle, recorder, 'plan', id, version)
}

interface ObjectiveWords {
  readonly title: string
  readonly words: string
}

/** Adds an objective of the organisation's own, under a number that no other ever had in this plan. */
export const addObjective = async (
  context: CommandContext,
  { planId, title, words }: ObjectiveWords & { readonly planId: string },
): Promise<Written> => {
  const plan = await openPlan(context.db, planId)
  const { highest } = await context.db
    .selectFrom('plan_objective')
    .select(({ fn }) => fn.max<number | null>('number').as('highest'))
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  const id = context.env.ids.next()
  const number = Math.max(highest ?? 0, plan.last_objective, FIVE_OBJECTIVES.length) + 1
  await context.insert('plan_objective', { id, plan_id: planId, number, title, words, own: 1, last_code: 0 })
  return { id, version: 1 }
}

const objectiveOf = async (context: CommandContext, id: string) => {
  const found = await context.db.selectFrom('plan_objective').select('plan_id').where('id', '=', id).executeTakeFirst()
  const plan = found === undefined ? null : await openPlan(context.db, found.plan_id)
  return { plan, objective: await objectiveIn(context.db, plan?.id ?? '', id) }
}

/** Changes the words of an objective, one of the five or an own one. */
export const saveObjective = async (
  context: CommandContext,
  { id, version, title, words }: Which & ObjectiveWords,
): Promise<number> => {
  await objectiveOf(context, id)
  return context.update('plan_objective', id, { title, words }, version)
}

/** @throws AppError `conflict` for one of the five, and where actions stand under it or serve it besides. */
export const removeObjective = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  const { db } = context
  const { plan, objective } = await objectiveOf(context, id)
  if (objective.own === 0)
    throw new AppError('conflict', 'The five objectives of the role stay. Only those that you added can be removed.')
  const under = await db.selectFrom('plan_action').select('code').where('objective_id', '=', id).executeTakeFirst()
  const beside = await db
    .selectFrom('plan_action_objective')
    .innerJoin('plan_action', 'plan_action.id', 'plan_action_objective.action_id')
    .select('plan_action.code')
    .where('plan_action_objective.objective_id', '=', id)
    .executeTakeFirst()
  const code = under?.code ?? beside?.code
  if (code !== undefined)
    throw new AppError('conflict', `Action ${code} serves this objective. Move its actions elsewhere first.`)
  await context.remove('plan_objective', id, version)
  if (plan !== null && objective.number > plan.last_objective)
    await context.update('plan', plan.id, { last_objective: objective.number }, null)
}
