import type { development } from '#shared/features/development/contract.ts'
import type { Handlers } from '../../context.ts'
import { addEntry, removeEntry, saveEntry } from './commands.ts'
import { learningOf } from './queries.ts'

export const developmentHandlers: Handlers<typeof development> = {
  mine: ({ db, user }) => learningOf(db, user.id),
  async add(context, { entry }) {
    return { id: await addEntry(context, entry), version: 1, undo: context.auditSeq }
  },
  async save(context, wanted) {
    return { version: await saveEntry(context, wanted), undo: context.auditSeq }
  },
  async remove(context, which) {
    await removeEntry(context, which)
    return { undo: context.auditSeq }
  },
}
