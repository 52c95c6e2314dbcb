import { AppError } from '#shared/contract/errors.ts'
import type { network } from '#shared/features/network/contract.ts'
import type { Handlers } from '../../context.ts'
import { addPractices } from './add-practices.ts'
import { freezeNetwork } from './freeze-network.ts'
import { sendFigures } from './send.ts'
import { networkStanding } from './standing.ts'
import { takeIn } from './take-in.ts'

export const networkHandlers: Handlers<typeof network> = {
  standing: ({ db }, period) => networkStanding(db, period),
  async periods({ db }) {
    const rows = await db
      .selectFrom('practice_pack')
      .select(({ fn }) => ['period_from', 'period_to', fn.countAll<number>().as('packs')])
      .where('replaced_at', 'is', null)
      .groupBy(['period_from', 'period_to'])
      .orderBy('period_to', 'desc')
      .orderBy('period_from', 'desc')
      .execute()
    return rows.map(({ period_from, period_to, packs }) => ({ from: period_from, to: period_to, packs }))
  },
  async addPractice(context, { odsCode, name, listSize }) {
    const there = await context.db
      .selectFrom('network_practice')
      .select('name')
      .where('ods_code', '=', odsCode)
      .executeTakeFirst()
    if (there !== undefined)
      throw new AppError('conflict', `${odsCode} is on the list already, as ${there.name}.`, {
        fieldErrors: { odsCode: `On the list already, as ${there.name}` },
      })
    const id = context.env.ids.next()
    await context.insert('network_practice', { id, ods_code: odsCode, name, list_size: listSize })
    context.note({ odsCode })
    return { id, undo: context.auditSeq }
  },
  addPractices: (context, { practices }) => addPractices(context, practices),
  async removePractice(context, { id, version }) {
    await context.remove('network_practice', id, version)
    return { undo: context.auditSeq }
  },
  takeIn: (job, wanted) => takeIn(job, wanted),
  send: (job, wanted) => sendFigures(job, wanted),
  freeze: (job, wanted) => freezeNetwork(job, wanted),
}
