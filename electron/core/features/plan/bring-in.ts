import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { SHEET_METHODS } from '#shared/features/plan/contract-of-sheets.ts'
import type { PlanFields } from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import { addActions } from './add-actions.ts'
import { startPlan } from './plan-commands.ts'
import { refuse } from './rows.ts'

type Input = z.output<(typeof SHEET_METHODS)['bringIn']['input']>

const planFor = async (context: CommandContext, planId: string | null, fields: PlanFields | null): Promise<string> => {
  if (planId !== null) return planId
  // The contract asks for one of the two.
  if (fields === null) throw new AppError('validation', 'Say what the plan is called.')
  return (await startPlan(context, fields)).id
}

/**
 * Adds the actions of a spreadsheet, to a plan or to one that is begun with them. One undo takes all of it back.
 * @throws AppError `validation` for an objective that the plan does not have; else as {@link startPlan} and {@link addActions}.
 */
export const bringIn = async (
  context: CommandContext,
  { planId, fields, actions }: Input,
): Promise<{ planId: string; ids: string[] }> => {
  const id = await planFor(context, planId, fields)
  const rows = await context.db
    .selectFrom('plan_objective')
    .select(['id', 'number'])
    .where('plan_id', '=', id)
    .execute()
  const objectives = new Map(rows.map((row) => [row.number, row.id]))
  const ids = await addActions(context, {
    planId: id,
    actions: actions.map(({ objective, fields: own, ...action }, at) => ({
      ...action,
      fields: {
        ...own,
        objectiveId:
          objectives.get(objective) ??
          refuse(`actions.${at}.objective`, `This plan has no objective ${objective}. Choose another one.`),
        alsoObjectiveIds: [],
        costPence: null,
        evidenceWords: '',
      },
    })),
  })
  return { planId: id, ids }
}
