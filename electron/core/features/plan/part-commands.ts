import type { z } from 'zod'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type {
  planCycleFieldsSchema,
  planMilestoneFieldsSchema,
  planUpdateFieldsSchema,
} from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import { statusColumns } from './action-commands.ts'
import { openAction, openPart, refuse, requireCome, requireOpenReview, type Which, type Written } from './rows.ts'

type MilestoneFields = z.output<typeof planMilestoneFieldsSchema>
type UpdateFields = z.output<typeof planUpdateFieldsSchema>
type CycleFields = z.output<typeof planCycleFieldsSchema>

interface OfAction<Fields> {
  readonly actionId: string
  readonly fields: Fields
}

const milestoneColumns = ({ title, dueOn, metOn }: MilestoneFields) => ({ title, due_on: dueOn, met_on: metOn })

/** @throws AppError `validation` for a milestone that was met on a day to come. */
export const addMilestone = async (
  context: CommandContext,
  { actionId, fields }: OfAction<MilestoneFields>,
): Promise<Written> => {
  await openAction(context.db, actionId)
  requireCome(context, 'fields.metOn', fields.metOn)
  const id = context.env.ids.next()
  await context.insert('plan_milestone', { id, action_id: actionId, ...milestoneColumns(fields) })
  return { id, version: 1 }
}

export const saveMilestone = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: MilestoneFields },
): Promise<number> => {
  await openPart(context.db, 'plan_milestone', id)
  requireCome(context, 'fields.metOn', fields.metOn)
  return context.update('plan_milestone', id, milestoneColumns(fields), version)
}

/** Says on which day a milestone was met; `null`: that it is not met after all. */
export const meetMilestone = async (
  context: CommandContext,
  { id, version, metOn }: Which & { readonly metOn: IsoDate | null },
): Promise<number> => {
  await openPart(context.db, 'plan_milestone', id)
  requireCome(context, 'metOn', metOn)
  return context.update('plan_milestone', id, { met_on: metOn }, version)
}

/** Removes a milestone, an update, a turn of a cycle or a tie to a measure. */
export const removePart = async (
  context: CommandContext,
  table: 'plan_milestone' | 'plan_update' | 'plan_cycle' | 'plan_action_measure',
  { id, version }: Which,
): Promise<void> => {
  await openPart(context.db, table, id)
  await context.remove(table, id, version)
}

const updateColumns = ({ on, words, status, nextStep, ask }: UpdateFields) => ({
  happened_on: on,
  words,
  status,
  next_step: nextStep,
  ask,
})

/** Whether an update is the newest of its action: the one that its diary begins with. */
const isNewest = async ({ db }: CommandContext, actionId: string, id: string): Promise<boolean> => {
  const newest = await db
    .selectFrom('plan_update')
    .select('id')
    .where('action_id', '=', actionId)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return newest?.id === id
}

const REVIEW_CLOSED = 'This review is closed. Open it again, or write an update on the page of the action.'

/**
 * Writes down what happened. The newest update by its day says how the action stands; one that is written late does not.
 * @throws AppError `conflict` for a review that is closed: its paper is kept, and would not have it.
 */
export const addUpdate = async (
  context: CommandContext,
  { actionId, fields, reviewId }: OfAction<UpdateFields> & { readonly reviewId: string | null },
): Promise<Written> => {
  const { action, plan } = await openAction(context.db, actionId)
  requireCome(context, 'fields.on', fields.on)
  await requireOpenReview(context.db, plan.id, reviewId, REVIEW_CLOSED)
  const id = context.env.ids.next()
  await context.insert('plan_update', {
    id,
    action_id: actionId,
    ...updateColumns(fields),
    by_name: context.user.name,
    review_id: reviewId,
  })
  if (await isNewest(context, actionId, id))
    await context.update('plan_action', actionId, statusColumns(action, fields.status, fields.on), null)
  return { id, version: 1 }
}

/**
 * Corrects an update. Where it is the newest and says something else of the status, the action follows; an action that
 * ended with it ended on its day.
 */
export const saveUpdate = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: UpdateFields },
): Promise<number> => {
  const { action, part } = await openPart(context.db, 'plan_update', id)
  requireCome(context, 'fields.on', fields.on)
  const after = await context.update('plan_update', id, updateColumns(fields), version)
  const isOther = part.status !== fields.status
  const isOtherEnd = action.status === fields.status && action.ended_on === part.happened_on
  if ((isOther || isOtherEnd) && (await isNewest(context, action.id, id))) {
    const before = isOther ? action : { ...action, ended_on: fields.on }
    await context.update('plan_action', action.id, statusColumns(before, fields.status, fields.on), null)
  }
  return after
}

const cycleColumns = (fields: CycleFields) => ({
  aim: fields.aim,
  plan_words: fields.plan,
  do_words: fields.doing,
  study_words: fields.study,
  act_words: fields.act,
  started_on: fields.startedOn,
  ended_on: fields.endedOn,
  outcome: fields.outcome,
})

const checkCycle = (context: CommandContext, { startedOn, endedOn, outcome }: CycleFields): void => {
  requireCome(context, 'fields.endedOn', endedOn)
  if (endedOn !== null && endedOn < startedOn) refuse('fields.endedOn', 'It ended before it began')
  if (outcome !== null && endedOn === null) refuse('fields.endedOn', 'Enter the day on which it ended')
}

/** Begins a turn of plan, do, study, act: the next in number. @throws AppError `validation` for days that cannot be. */
export const addCycle = async (
  context: CommandContext,
  { actionId, fields }: OfAction<CycleFields>,
): Promise<Written> => {
  await openAction(context.db, actionId)
  checkCycle(context, fields)
  const { last } = await context.db
    .selectFrom('plan_cycle')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('action_id', '=', actionId)
    .executeTakeFirstOrThrow()
  const id = context.env.ids.next()
  await context.insert('plan_cycle', { id, action_id: actionId, number: (last ?? 0) + 1, ...cycleColumns(fields) })
  return { id, version: 1 }
}

/** @throws AppError as {@link addCycle}. */
export const saveCycle = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: CycleFields },
): Promise<number> => {
  await openPart(context.db, 'plan_cycle', id)
  checkCycle(context, fields)
  return context.update('plan_cycle', id, cycleColumns(fields), version)
}
