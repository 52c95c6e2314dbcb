import type { Core } from '#core/core.ts'
import { runInTransaction } from '#core/write.ts'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

export const ACTIONS = 500
export const UPDATES = 5000
const MILESTONES_EACH = 3
const STATUSES = ['on_track', 'at_risk', 'off_track'] as const

/** A signed plan with actions over three years, each with milestones, a tie to another and ten updates. */
export const largePlan = async (core: Core, firstDay: IsoDate): Promise<string> => {
  const fields = { title: 'A large plan', organisation: 'Bench', startsOn: firstDay, strengths: '', gaps: '' }
  const { id: planId } = (await core.call('plan.start', { fields })) as { id: string }
  const { objectives } = (await core.call('plan.get', { id: planId })) as Plan
  const actions = Array.from({ length: ACTIONS }, (_, at) => {
    const startsOn = addDays(firstDay, at * 2)
    return {
      fields: {
        objectiveId: objectives[at % objectives.length]?.id ?? '',
        title: `Action number ${at}`,
        startsOn,
        dueOn: addDays(startsOn, 90),
        ownerName: 'Dr Anjali Rao',
      },
      milestones: Array.from({ length: MILESTONES_EACH }, (_one, nth) => ({
        title: `Milestone ${nth}`,
        dueOn: addDays(startsOn, 30 * (nth + 1)),
      })),
      measureCodes: at % 10 === 0 ? ['letter-gap'] : [],
    }
  })
  const { ids } = (await core.call('plan.addActions', { planId, actions })) as { ids: string[] }
  const subject = { method: 'plan.addUpdate', verb: 'create' as const, personId: null, undoesSeq: null }
  const today = core.env.clock.today()
  await runInTransaction(core.env, core.vault.openRegister(), subject, async (context) => {
    await context.insertMany(
      'plan_update',
      Array.from({ length: UPDATES }, (_, at) => ({
        id: core.env.ids.next(),
        action_id: ids[at % ids.length] ?? '',
        happened_on: addDays(today, -Math.floor(at / 20)),
        words: `What happened, number ${at}. It went as it was meant to, but for one thing.`,
        status: STATUSES[at % STATUSES.length] ?? 'on_track',
        next_step: '',
        ask: '',
        by_name: 'Dr Anjali Rao',
      })),
    )
    await context.insertMany(
      'plan_need',
      ids.slice(1).map((id, at) => ({ id: core.env.ids.next(), action_id: id, needs_id: ids[at] ?? '' })),
    )
  })
  const { version } = (await core.call('plan.get', { id: planId })) as Plan
  await core.call('plan.sign', { id: planId, version, signedBy: 'Dr Anjali Rao', on: today })
  return planId
}
