import { AppError } from '#shared/contract/errors.ts'
import { addDays, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { nextCode, parseCode } from '#shared/features/plan/codes.ts'
import { circleOf, circleWords } from '#shared/features/plan/needs.ts'
import { type ActionFields, type ActionStatus, OPEN_STATUSES } from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { Patch } from '../../db/recorder.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { addTo } from '../../db/rows.ts'
import type { PlanActionTable, PlanTable } from '../../db/schema-of-plans.ts'
import { objectiveIn, openAction, refuse, type Which } from './rows.ts'

/** What is typed of an action, as it is stored. */
export const actionColumns = (fields: ActionFields) => ({
  objective_id: fields.objectiveId,
  title: fields.title,
  words: fields.words,
  owner_name: fields.ownerName,
  partners: fields.partners,
  starts_on: fields.startsOn,
  due_on: fields.dueOn,
  cost_words: fields.costWords,
  cost_pence: fields.costPence,
  risk_words: fields.riskWords,
  evidence_words: fields.evidenceWords,
})

/** How an action stands, with the day on which it ended where it did. */
export const statusColumns = (
  action: Pick<PlanActionTable, 'status' | 'ended_on'>,
  status: ActionStatus,
  on: IsoDate,
): Pick<PlanActionTable, 'status' | 'ended_on'> => {
  if (OPEN_STATUSES.includes(status)) return { status, ended_on: null }
  return { status, ended_on: action.status === status ? action.ended_on : on }
}

/** The objectives that an action serves besides its own, each once. @throws AppError `not-found`. */
export const besides = async (
  context: CommandContext,
  planId: string,
  { objectiveId, alsoObjectiveIds }: Pick<ActionFields, 'objectiveId' | 'alsoObjectiveIds'>,
): Promise<string[]> => {
  await objectiveIn(context.db, planId, objectiveId)
  const ids = [...new Set(alsoObjectiveIds)].filter((id) => id !== objectiveId)
  for (const id of ids) await objectiveIn(context.db, planId, id)
  return ids
}

const setBesides = async (context: CommandContext, actionId: string, wanted: readonly string[]): Promise<void> => {
  const rows = await context.db
    .selectFrom('plan_action_objective')
    .select(['id', 'objective_id'])
    .where('action_id', '=', actionId)
    .execute()
  for (const row of rows)
    if (!wanted.includes(row.objective_id)) await context.remove('plan_action_objective', row.id, null)
  const there = rows.map((row) => row.objective_id)
  await context.insertMany(
    'plan_action_objective',
    wanted
      .filter((id) => !there.includes(id))
      .map((id) => ({ id: context.env.ids.next(), action_id: actionId, objective_id: id })),
  )
}

interface Dates {
  readonly starts_on: IsoDate
  readonly due_on: IsoDate
}

/** In a signed plan a change of dates is written down, with the reason where one was given. */
const noteMove = async (
  context: CommandContext,
  plan: PlanTable,
  before: PlanActionTable,
  after: Dates,
  reason: string | null,
): Promise<void> => {
  if (plan.state !== 'signed' || (before.starts_on === after.starts_on && before.due_on === after.due_on)) return
  const { env, user } = context
  await context.insert('plan_move', {
    id: env.ids.next(),
    action_id: before.id,
    moved_on: env.clock.today(),
    by_name: user.name,
    from_start: before.starts_on,
    to_start: after.starts_on,
    from_due: before.due_on,
    to_due: after.due_on,
    reason,
  })
}

/** Changes what is written of an action. Its code stays, under another objective too; its milestones stay where they are. */
export const saveAction = async (
  context: CommandContext,
  { id, version, fields, reason }: Which & { readonly fields: ActionFields; readonly reason: string | null },
): Promise<number> => {
  const { action, plan } = await openAction(context.db, id)
  const also = await besides(context, plan.id, fields)
  const columns = actionColumns(fields)
  const after = await context.update('plan_action', id, columns, version)
  await setBesides(context, id, also)
  await noteMove(context, plan, action, columns, reason)
  return after
}

/** Says how an action stands. One that is done or stopped ended today. */
export const setStatus = async (
  context: CommandContext,
  { id, version, status }: Which & { readonly status: ActionStatus },
): Promise<number> => {
  const { action } = await openAction(context.db, id)
  return context.update('plan_action', id, statusColumns(action, status, context.env.clock.today()), version)
}

interface Move extends Which {
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
  readonly objectiveId: string
  readonly reason: string | null
}

/**
 * Moves an action to other dates, or under another objective. Milestones that are still to be met move by as many days as
 * the due date does.
 */
export const moveAction = async (
  context: CommandContext,
  { id, version, startsOn, dueOn, objectiveId, reason }: Move,
): Promise<number> => {
  const { db } = context
  const { action, plan } = await openAction(db, id)
  await objectiveIn(db, plan.id, objectiveId)
  const dates = { starts_on: startsOn, due_on: dueOn }
  const after = await context.update('plan_action', id, { ...dates, objective_id: objectiveId }, version)
  const beside = await db
    .selectFrom('plan_action_objective')
    .select('id')
    .where('action_id', '=', id)
    .where('objective_id', '=', objectiveId)
    .executeTakeFirst()
  if (beside !== undefined) await context.remove('plan_action_objective', beside.id, null)
  const days = daysBetween(action.due_on, dueOn)
  const toMeet = await db
    .selectFrom('plan_milestone')
    .select(['id', 'due_on'])
    .where('action_id', '=', id)
    .where('met_on', 'is', null)
    .execute()
  if (days !== 0)
    for (const milestone of toMeet)
      await context.update('plan_milestone', milestone.id, { due_on: addDays(milestone.due_on, days) }, null)
  await noteMove(context, plan, action, dates, reason)
  return after
}

/** Removes an action with its parts. Its code is not given again. */
export const removeAction = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  const { db, handle, recorder } = context
  const { action } = await openAction(db, id)
  await removeWithBelongings(handle, recorder, 'plan_action', id, version)
  const { objective: number, sequence } = parseCode(action.code)
  const objective = await db
    .selectFrom('plan_objective')
    .select(['id', 'last_code'])
    .where('plan_id', '=', action.plan_id)
    .where('number', '=', number)
    .executeTakeFirst()
  // Where the objective is gone too, its number is not given again.
  if (objective !== undefined && objective.last_code < sequence)
    await context.update('plan_objective', objective.id, { last_code: sequence }, null)
}

/** Codes for new actions of a plan, one after the other. */
export const codesFor = async (
  { db }: CommandContext,
  planId: string,
): Promise<(objectiveId: string) => Promise<string>> => {
  const rows = await db.selectFrom('plan_action').select('code').where('plan_id', '=', planId).execute()
  const codes = rows.map(({ code }) => code)
  return async (objectiveId) => {
    const objective = await objectiveIn(db, planId, objectiveId)
    const code = nextCode(objective.number, codes, objective.last_code)
    codes.push(code)
    return code
  }
}

/**
 * Says which actions must be done before this one, all of them at once.
 * @throws AppError `validation` where one of them would wait for this one in turn; `not-found` for one of another plan.
 */
export const setNeeds = async (
  context: CommandContext,
  { id, version, needs }: Which & { readonly needs: readonly string[] },
): Promise<number> => {
  const { db, env } = context
  const { plan } = await openAction(db, id)
  const unchanged: Patch<'plan_action'> = {}
  const after = await context.update('plan_action', id, unchanged, version)
  const actions = await db.selectFrom('plan_action').select(['id', 'code']).where('plan_id', '=', plan.id).execute()
  const codes = new Map(actions.map((action) => [action.id, action.code]))
  const wanted = [...new Set(needs)]
  if (wanted.some((one) => !codes.has(one)))
    throw new AppError('not-found', 'One of these actions is gone. It may have been removed on another screen.')
  const rows = await db
    .selectFrom('plan_need')
    .innerJoin('plan_action', 'plan_action.id', 'plan_need.action_id')
    .select(['plan_need.id', 'plan_need.action_id', 'plan_need.needs_id'])
    .where('plan_action.plan_id', '=', plan.id)
    .execute()
  const graph = new Map<string, string[]>()
  for (const row of rows) addTo(graph, row.action_id, row.needs_id)
  const circle = circleOf(graph, id, wanted)
  if (circle !== null)
    refuse('needs', `This goes round in a circle: ${circleWords(circle, (one) => codes.get(one) ?? '')}.`)
  const own = rows.filter((row) => row.action_id === id)
  for (const row of own) if (!wanted.includes(row.needs_id)) await context.remove('plan_need', row.id, null)
  await context.insertMany(
    'plan_need',
    wanted
      .filter((one) => own.every((row) => row.needs_id !== one))
      .map((one) => ({ id: env.ids.next(), action_id: id, needs_id: one })),
  )
  return after
}

/** Answers whether an action worked; no words take the answer back. */
export const answerAction = async (
  context: CommandContext,
  { id, version, words }: Which & { readonly words: string },
): Promise<number> => {
  const { env, user } = context
  await openAction(context.db, id)
  const answer =
    words === ''
      ? { answer_words: null, answer_by: null, answer_on: null }
      : { answer_words: words, answer_by: user.name, answer_on: env.clock.today() }
  return context.update('plan_action', id, answer, version)
}
