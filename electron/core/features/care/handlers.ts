import type { care } from '#shared/features/care/contract.ts'
import type { Handlers } from '../../context.ts'
import { recordCare } from './commands.ts'
import { recallCounts, recallPage } from './queries.ts'

export const careHandlers: Handlers<typeof care> = {
  page: ({ db, env }, page) => recallPage(db, page, env.clock.today()),
  counts: ({ db, env }, filter) => recallCounts(db, filter, env.clock.today()),
  async record(context, record) {
    return { id: await recordCare(context, record), undo: context.auditSeq }
  },
}
