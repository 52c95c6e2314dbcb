import { AppError } from '#shared/contract/errors.ts'
import { may } from '#shared/permissions.ts'
import type { CommandContext } from '../../context.ts'

const idsOf = async (
  { db }: CommandContext,
  column: 'event_id' | 'pathway_id',
  values: readonly string[],
): Promise<string[]> =>
  (await db.selectFrom('pathway_sign_off').select('id').where(column, 'in', values).execute()).map(({ id }) => id)

const requireRight = ({ user }: CommandContext, signOffs: readonly string[]): void => {
  if (signOffs.length > 0 && !may(user.role, 'pathways.sign_off'))
    throw new AppError('forbidden', 'A clinician has signed this off. Ask a clinician or the cancer lead to change it.')
}

/**
 * Asked before an event or a pathway is removed: a sign-off goes with it, and only those who may sign off may take one
 * away.
 * @throws AppError `forbidden`.
 */
export const mayLoseSignOffs = async (
  context: CommandContext,
  of: { readonly column: 'event_id' | 'pathway_id'; readonly id: string },
): Promise<void> => requireRight(context, await idsOf(context, of.column, [of.id]))

/**
 * Takes away what clinicians decided about these events: a decision is about what happened on a pathway, so it does not
 * outlive either. It stays in the history, and the undo of the command brings it back.
 * @throws AppError `forbidden` for those who may not sign off.
 */
export const dropSignOffs = async (context: CommandContext, eventIds: readonly string[]): Promise<void> => {
  const ids = await idsOf(context, 'event_id', eventIds)
  requireRight(context, ids)
  for (const id of ids) await context.remove('pathway_sign_off', id, null)
}
