import type { reviews } from '#shared/features/reviews/contract.ts'
import type { Handlers } from '../../context.ts'
import { closeReview, passOver, removeReview, reopenReview, saveReview, startReview } from './commands.ts'
import { reviewHistory } from './history.ts'
import { reviewOf, reviewsOf } from './queries.ts'

export const reviewHandlers: Handlers<typeof reviews> = {
  list: ({ db }, { planId }) => reviewsOf(db, planId),
  get: ({ db }, { id }) => reviewOf(db, id),
  history: ({ db }, { id }) => reviewHistory(db, id),
  async start(context, wanted) {
    return { id: await startReview(context, wanted), version: 1, undo: context.auditSeq }
  },
  async save(context, wanted) {
    return { version: await saveReview(context, wanted), undo: context.auditSeq }
  },
  async passOver(context, wanted) {
    return { version: await passOver(context, wanted), undo: context.auditSeq }
  },
  async close(context, which) {
    return { version: await closeReview(context, which), undo: context.auditSeq }
  },
  async reopen(context, which) {
    return { version: await reopenReview(context, which), undo: context.auditSeq }
  },
  async remove(context, which) {
    await removeReview(context, which)
    return { undo: context.auditSeq }
  },
}
