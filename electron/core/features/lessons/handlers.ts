import type { lessons } from '#shared/features/lessons/contract.ts'
import type { Handlers } from '../../context.ts'
import { bringInCard, exportCard, inspectCard } from './card-files.ts'
import { addCard, cardsOf, saveCard } from './cards.ts'
import { freezeChart } from './freeze-chart.ts'

export const lessonHandlers: Handlers<typeof lessons> = {
  list: ({ db }) => cardsOf(db),
  chart: ({ db, env }, wanted) => freezeChart(db, wanted, env.clock.today()),
  async add(context, { fields }) {
    return { id: await addCard(context, fields), version: 1, undo: context.auditSeq }
  },
  async save(context, wanted) {
    return { version: await saveCard(context, wanted), undo: context.auditSeq }
  },
  async remove(context, { id, version }) {
    await context.remove('lesson_card', id, version)
    return { undo: context.auditSeq }
  },
  exportCard: (job, wanted) => exportCard(job, wanted),
  inspect: ({ env, db }, { fileHandle }) => inspectCard(env, db, fileHandle),
  async bringIn(context, wanted) {
    return { id: await bringInCard(context, wanted), undo: context.auditSeq }
  },
}
