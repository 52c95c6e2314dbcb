import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { Driver, driverFieldsSchema } from '#shared/features/plan/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { removeWithBelongings } from '../../db/references.ts'
import type { PlanDriverTable } from '../../db/schema-of-plans.ts'
import { openPlan, refuse, type Which, type Written } from './rows.ts'

type Fields = z.output<typeof driverFieldsSchema>
type Kind = Fields['kind']

/** What a box of each kind hangs on. */
const HANGS_ON: Readonly<Record<Kind, readonly (Kind | null)[]>> = {
  aim: [null],
  primary: ['aim'],
  secondary: ['primary'],
  idea: ['primary', 'secondary'],
}

const WRONG_PLACE: Readonly<Record<Kind, string>> = {
  aim: 'An aim stands at the top and hangs on nothing',
  primary: 'A primary driver hangs on an aim',
  secondary: 'A secondary driver hangs on a primary one',
  idea: 'An idea hangs on a driver',
}

/** The boxes of a plan's driver diagram, those beside each other in their order. */
export const driversOf = async (db: ReadDb, planId: string): Promise<Driver[]> => {
  const rows = await db
    .selectFrom('plan_driver')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, version, parent_id: parentId, kind, words, action_id: actionId, position }) => ({
    id,
    version,
    parentId,
    kind,
    words,
    actionId,
    position,
  }))
}

const gone = (): AppError => new AppError('not-found', 'This box is gone. It may have been removed on another screen.')

const openDriver = async (db: ReadDb, id: string): Promise<PlanDriverTable> => {
  const row = await db.selectFrom('plan_driver').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw gone()
  await openPlan(db, row.plan_id)
  return row
}

const check = async ({ db }: CommandContext, planId: string, { parentId, kind, actionId }: Fields): Promise<void> => {
  const parent =
    parentId === null
      ? undefined
      : await db
          .selectFrom('plan_driver')
          .select('kind')
          .where('id', '=', parentId)
          .where('plan_id', '=', planId)
          .executeTakeFirst()
  if (parentId !== null && parent === undefined) throw gone()
  if (!HANGS_ON[kind].includes(parent?.kind ?? null)) refuse('fields.parentId', WRONG_PLACE[kind])
  if (actionId === null) return
  const action = await db
    .selectFrom('plan_action')
    .select('id')
    .where('id', '=', actionId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  if (action === undefined)
    throw new AppError('not-found', 'This action is gone. It may have been removed on another screen.')
}

const beside = ({ db }: CommandContext, planId: string, parentId: string | null) =>
  db
    .selectFrom('plan_driver')
    .select(['id', 'position'])
    .where('plan_id', '=', planId)
    .where('parent_id', parentId === null ? 'is' : '=', parentId)
    .orderBy('position')
    .orderBy('id')
    .execute()

const afterTheLast = async (context: CommandContext, planId: string, parentId: string | null): Promise<number> =>
  ((await beside(context, planId, parentId)).at(-1)?.position ?? -1) + 1

const columnsOf = ({ parentId, kind, words, actionId }: Fields) => ({
  parent_id: parentId,
  kind,
  words,
  action_id: actionId,
})

/** Adds a box after those beside it. @throws AppError `validation` where it would hang on a box of the wrong kind. */
export const addDriver = async (
  context: CommandContext,
  { planId, fields }: { readonly planId: string; readonly fields: Fields },
): Promise<Written> => {
  await openPlan(context.db, planId)
  await check(context, planId, fields)
  const id = context.env.ids.next()
  const position = await afterTheLast(context, planId, fields.parentId)
  await context.insert('plan_driver', { id, plan_id: planId, ...columnsOf(fields), position })
  return { id, version: 1 }
}

/**
 * Changes a box, or hangs it on another: then it comes after those beside it there.
 * @throws AppError `validation` as {@link addDriver}, and where boxes hang on it and it would be of another kind.
 */
export const saveDriver = async (
  context: CommandContext,
  { id, version, fields }: Which & { readonly fields: Fields },
): Promise<number> => {
  const row = await openDriver(context.db, id)
  await check(context, row.plan_id, fields)
  if (fields.kind !== row.kind && (await beside(context, row.plan_id, id)).length > 0)
    refuse('fields.kind', 'Other boxes hang on this one. Move them first')
  const position =
    fields.parentId === row.parent_id ? row.position : await afterTheLast(context, row.plan_id, fields.parentId)
  return context.update('plan_driver', id, { ...columnsOf(fields), position }, version)
}

/** Puts a box at a place among those beside it, from 0; the others close up. */
export const moveDriver = async (
  context: CommandContext,
  { id, version, position }: Which & { readonly position: number },
): Promise<number> => {
  const row = await openDriver(context.db, id)
  const others = (await beside(context, row.plan_id, row.parent_id)).filter((one) => one.id !== id)
  const order = others.toSpliced(position, 0, { id, position: row.position })
  const after = await context.update('plan_driver', id, { position: order.findIndex((one) => one.id === id) }, version)
  for (const [at, one] of order.entries())
    if (one.id !== id && one.position !== at) await context.update('plan_driver', one.id, { position: at }, null)
  return after
}

/** Removes a box with those that hang on it. */
export const removeDriver = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  await openDriver(context.db, id)
  await removeWithBelongings(context.handle, context.recorder, 'plan_driver', id, version)
}
