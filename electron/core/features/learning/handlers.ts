import type { learning } from '#shared/features/learning/contract.ts'
import type { Handlers } from '../../context.ts'
import { addLearningAction, bringBack, saveAnalysis, setAside, setLearningState, takeUp } from './commands.ts'
import {
  analysisOf,
  analysisOfChange,
  learningCounts,
  learningOfPerson,
  learningPage,
  learningRow,
  learningThemes,
} from './queries.ts'

export const learningHandlers: Handlers<typeof learning> = {
  page: ({ db, env }, filter) => learningPage(db, filter, env.clock.today()),
  counts: ({ db, env }) => learningCounts(db, env.clock.today()),
  themes: ({ db }, period) => learningThemes(db, period),
  ofPerson: ({ db, env }, { personId }) => learningOfPerson(db, personId, env.clock.today()),
  get: ({ db }, { personId, id }) => analysisOf(db, personId, id),
  ofChange: ({ db }, { id }) => analysisOfChange(db, id),
  async takeUp(context, which) {
    return { ...(await takeUp(context, which)), undo: context.auditSeq }
  },
  async setAside(context, which) {
    return { ...(await setAside(context, which)), undo: context.auditSeq }
  },
  async bringBack(context, { version, ...which }) {
    await bringBack(context, which, version)
    return { undo: context.auditSeq }
  },
  async save(context, { version, fields, ...which }) {
    return { version: await saveAnalysis(context, which, version, fields), undo: context.auditSeq }
  },
  async setState(context, { version, state, ...which }) {
    return { version: await setLearningState(context, which, version, state), undo: context.auditSeq }
  },
  async addAction(context, { action, ...which }) {
    return { ...(await addLearningAction(context, which, action)), undo: context.auditSeq }
  },
  async printed(context, { personId, id, withIdentity }) {
    await learningRow(context.db, personId, id)
    context.note({ withIdentity })
    return {}
  },
}
