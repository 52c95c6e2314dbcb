import { AppError } from '#shared/contract/errors.ts'
import type { SavedView } from '#shared/features/register/list-schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'

/** The views that this practice keeps, in their order. */
export const savedViews = (db: ReadDb): Promise<SavedView[]> =>
  db.selectFrom('saved_view').select(['id', 'name', 'address', 'version']).orderBy('position').orderBy('id').execute()

const refuseTakenName = async ({ db }: CommandContext, name: string, exceptId: string | null): Promise<void> => {
  const views = await savedViews(db)
  const wanted = name.toLowerCase()
  if (views.every((view) => view.id === exceptId || view.name.toLowerCase() !== wanted)) return
  const words = 'A view has this name already. Choose another, or change that view.'
  throw new AppError('validation', words, { fieldErrors: { name: words } })
}

/** Keeps a view at the end of the list. @throws AppError `validation` for a name in use. */
export const addView = async (context: CommandContext, view: { name: string; address: string }): Promise<string> => {
  await refuseTakenName(context, view.name, null)
  const last = await context.db
    .selectFrom('saved_view')
    .select((where) => where.fn.max('position').as('position'))
    .executeTakeFirst()
  const id = context.env.ids.next()
  await context.insert('saved_view', { id, ...view, position: (last?.position ?? 0) + 1 })
  return id
}

/** Renames a view or points it elsewhere. @throws AppError `validation`, `not-found`, `stale`. */
export const changeView = async (
  context: CommandContext,
  id: string,
  version: number,
  view: { name: string; address: string },
): Promise<number> => {
  await refuseTakenName(context, view.name, id)
  return context.update('saved_view', id, view, version)
}
