import type { today } from '#shared/features/today/contract.ts'
import type { Handlers } from '../../context.ts'
import { bringBack, putOff } from './commands.ts'
import { recentJourneys, todayPage } from './queries.ts'

export const todayHandlers: Handlers<typeof today> = {
  page: ({ db, env, user }) => todayPage(db, user.id, env.clock.today()),
  recent: ({ db, env, user }) => recentJourneys(db, user.id, env.clock.today()),
  async putOff(context, input) {
    await putOff(context, input)
    return { undo: context.auditSeq }
  },
  async bringBack(context) {
    return { broughtBack: await bringBack(context), undo: context.auditSeq }
  },
}
