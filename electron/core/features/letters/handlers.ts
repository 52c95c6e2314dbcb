import type { letters } from '#shared/features/letters/contract.ts'
import type { Handlers } from '../../context.ts'
import { aboutLetter } from './about.ts'
import { askSeveral } from './ask-several.ts'
import { ask } from './ask.ts'
import { answerInWords, letterCame, notNeeded, reopenQuery, saveQuery } from './close.ts'
import { currentLetterBook, letterDays, saveLetterDays } from './days.ts'
import { gapMeter, gapNow, gapPage } from './gaps.ts'
import { letterCounts, letterHospitals, letterPage } from './list-queries.ts'
import { queriesOfPerson } from './query-records.ts'
import { saveSummary, summariesOfPerson } from './summaries.ts'

/** More than this is no list that anybody works from on paper. */
const MOST_PRINTED = 500

export const letterHandlers: Handlers<typeof letters> = {
  page: ({ db, env }, page) => letterPage(db, page, env.clock.today()),
  forPrint: ({ db, env }, page) => letterPage(db, { ...page, offset: 0, limit: MOST_PRINTED }, env.clock.today()),
  async printed(context, { letters: count }) {
    context.note({ letters: count })
    return {}
  },
  counts: ({ db, env }, filter) => letterCounts(db, filter, env.clock.today()),
  choices: async ({ db }) => ({ hospitals: await letterHospitals(db) }),
  about: (context, { personId, wanted, queryId }) => aboutLetter(context, personId, wanted, queryId),
  ofPerson: async ({ db }, { personId }) => ({
    queries: await queriesOfPerson(db, personId),
    summaries: await summariesOfPerson(db, personId),
  }),
  async ask(context, input) {
    return { ...(await ask(context, input)), undo: context.auditSeq }
  },
  async askSeveral(context, { letters: chosen, ringAgainOn }) {
    return { sent: await askSeveral(context, chosen, ringAgainOn), undo: context.auditSeq }
  },
  async itCame(context, input) {
    return { ...(await letterCame(context, input)), undo: context.auditSeq }
  },
  async answer(context, input) {
    await answerInWords(context, input)
    return { undo: context.auditSeq }
  },
  async notNeeded(context, { personId, wanted, reason }) {
    await notNeeded(context, personId, wanted, reason)
    return { undo: context.auditSeq }
  },
  async reopen(context, { queryId, version }) {
    await reopenQuery(context, queryId, version)
    return { undo: context.auditSeq }
  },
  async saveQuery(context, { queryId, version, details }) {
    return { version: await saveQuery(context, queryId, version, details), undo: context.auditSeq }
  },
  async saveSummary(context, input) {
    return { ...(await saveSummary(context, input)), undo: context.auditSeq }
  },
  gaps: async ({ db, env }, filter) => ({
    ...(await gapMeter(db, filter, env.clock.today())),
    version: (await currentLetterBook(db)).version,
  }),
  gapList: ({ db, env }, input) => gapPage(db, input, env.clock.today()),
  gapNow: async ({ db, env }) => ({
    ...(await gapNow(db, env.clock.today())),
    version: (await currentLetterBook(db)).version,
  }),
  days: ({ db, env }) => letterDays(db, env.clock.today()),
  saveDays: async (job, chosen) => ({ people: await saveLetterDays(job, chosen) }),
}
