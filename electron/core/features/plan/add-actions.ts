import type { z } from 'zod'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ACTION_METHODS } from '#shared/features/plan/contract-of-actions.ts'
import type { CommandContext } from '../../context.ts'
import type { NewRow } from '../../db/recorder.ts'
import { actionColumns, besides, codesFor, statusColumns } from './action-commands.ts'
import { freezeWhenSigned, requireMeasure } from './baselines.ts'
import { openPlan, requireCome } from './rows.ts'

type Input = z.output<(typeof ACTION_METHODS)['addActions']['input']>
type NewAction = Input['actions'][number]

const UNBEGUN = { status: 'not_started', ended_on: null } as const

interface Place {
  readonly id: string
  readonly planId: string
  readonly code: string
  readonly today: IsoDate
}

const rowOf = ({ id, planId, code, today }: Place, { fields, origin, status }: NewAction): NewRow<'plan_action'> => ({
  id,
  plan_id: planId,
  code,
  ...actionColumns(fields),
  // Nobody is asked when it ended: by its due date at the latest, and not after today.
  ...statusColumns(UNBEGUN, status, fields.dueOn < today ? fields.dueOn : today),
  origin_kind: origin?.kind ?? null,
  origin_id: origin?.id ?? null,
  origin_words: origin?.words ?? null,
})

/**
 * Adds actions with their milestones and measures, in the order given; one undo takes all of them back.
 * @returns their ids in that order. @throws AppError `not-found` for an objective of another plan or a measure that is none.
 */
export const addActions = async (context: CommandContext, { planId, actions }: Input): Promise<string[]> => {
  const { env } = context
  const plan = await openPlan(context.db, planId)
  const codeFor = await codesFor(context, planId)
  const rows: NewRow<'plan_action'>[] = []
  const also: NewRow<'plan_action_objective'>[] = []
  const milestones: NewRow<'plan_milestone'>[] = []
  const measures: NewRow<'plan_action_measure'>[] = []
  for (const [at, action] of actions.entries()) {
    const id = env.ids.next()
    for (const objectiveId of await besides(context, planId, action.fields))
      also.push({ id: env.ids.next(), action_id: id, objective_id: objectiveId })
    const code = await codeFor(action.fields.objectiveId)
    rows.push(rowOf({ id, planId, code, today: env.clock.today() }, action))
    for (const [nth, { title, dueOn, metOn }] of action.milestones.entries()) {
      requireCome(context, `actions.${at}.milestones.${nth}.metOn`, metOn)
      milestones.push({ id: env.ids.next(), action_id: id, title, due_on: dueOn, met_on: metOn })
    }
    for (const code of new Set(action.measureCodes)) {
      requireMeasure(code)
      measures.push({ id: env.ids.next(), action_id: id, measure_code: code })
    }
  }
  await context.insertMany('plan_action', rows)
  await context.insertMany('plan_action_objective', also)
  await context.insertMany('plan_milestone', milestones)
  await context.insertMany('plan_action_measure', measures)
  await freezeWhenSigned(
    context,
    plan,
    measures.map(({ measure_code: code }) => code),
  )
  return rows.map(({ id }) => id)
}
