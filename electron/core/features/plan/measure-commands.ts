import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { actionMeasureFieldsSchema } from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import { freezeWhenSigned, requireMeasure } from './baselines.ts'
import { openAction, openPart, refuse, type Which, type Written } from './rows.ts'

type Fields = z.output<typeof actionMeasureFieldsSchema>

const columnsOf = ({ measureCode, target }: Fields) => ({
  measure_code: measureCode,
  target_value: target?.value ?? null,
  target_by: target?.by ?? null,
})

/** @throws AppError `conflict` where the action has the measure already; `validation` for a target that cannot be. */
const check = async ({ db }: CommandContext, actionId: string, fields: Fields, own: string | null): Promise<void> => {
  const { title, kind, better } = requireMeasure(fields.measureCode)
  const tie = await db
    .selectFrom('plan_action_measure')
    .select('id')
    .where('action_id', '=', actionId)
    .where('measure_code', '=', fields.measureCode)
    .executeTakeFirst()
  if (tie !== undefined && tie.id !== own) throw new AppError('conflict', `This action is to move “${title}” already.`)
  if (fields.target === null) return
  if (better === 'neither') refuse('fields.target.value', 'Neither way is better here, so a target would say nothing')
  if (kind === 'proportion' && fields.target.value > 1) refuse('fields.target.value', 'A share is 100% at most')
}

/** Names a measure that an action is to move. In a signed plan its figure of the day is frozen where there is none yet. */
export const linkMeasure = async (
  context: CommandContext,
  { actionId, fields }: { readonly actionId: string; readonly fields: Fields },
): Promise<Written> => {
  const { plan } = await openAction(context.db, actionId)
  await check(context, actionId, fields, null)
  const id = context.env.ids.next()
  await context.insert('plan_action_measure', { id, action_id: actionId, ...columnsOf(fields) })
  await freezeWhenSigned(context, plan, [fields.measureCode])
  return { id, version: 1 }
}

/** Changes the measure or its target. @throws AppError as {@link linkMeasure}. */
export const saveLink = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: Fields },
): Promise<number> => {
  const { plan, action } = await openPart(context.db, 'plan_action_measure', id)
  await check(context, action.id, fields, id)
  const after = await context.update('plan_action_measure', id, columnsOf(fields), version)
  await freezeWhenSigned(context, plan, [fields.measureCode])
  return after
}
