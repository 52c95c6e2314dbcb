import type { care } from '#shared/features/care/contract.ts'
import type { Handlers } from '../../context.ts'
import { recordCare } from './commands.ts'
import { recallCounts, recallPage } from './queries.ts'

/** About twenty sheets: more than anybody works through by hand. */
const MOST_PRINTED = 500

export const careHandlers: Handlers<typeof care> = {
  page: ({ db, env }, page) => recallPage(db, page, env.clock.today()),
  forPrint: ({ db, env }, page) => recallPage(db, { ...page, offset: 0, limit: MOST_PRINTED }, env.clock.today()),
  counts: ({ db, env }, filter) => recallCounts(db, filter, env.clock.today()),
  async record(context, record) {
    return { id: await recordCare(context, record), undo: context.auditSeq }
  },
}
