import type { CommandContext } from '../../context.ts'

/**
 * Takes away what clinicians decided about these events: a decision is about what happened on a pathway, so it does not
 * outlive either. It stays in the history, and the undo of the command brings it back.
 */
export const dropSignOffs = async ({ db, remove }: CommandContext, eventIds: readonly string[]): Promise<void> => {
  const rows = await db.selectFrom('pathway_sign_off').select('id').where('event_id', 'in', eventIds).execute()
  for (const { id } of rows) await remove('pathway_sign_off', id, null)
}
