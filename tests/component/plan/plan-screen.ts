import type { CoreClient } from '#shared/contract/index.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

type NewActions = Parameters<CoreClient['plan']['addActions']>[0]['actions']

export const currentPlan = async (client: CoreClient): Promise<Plan> => {
  const plan = await client.plan.current({})
  if (plan === null) throw new Error('a plan was begun')
  return plan
}

const objectiveId = (plan: Plan, number: number): string =>
  plan.objectives.find((one) => one.number === number)?.id ?? ''

/** A plan that began in April 2025, with actions under three of its objectives. */
export const beginPlan = async (client: CoreClient): Promise<void> => {
  await client.plan.start({
    fields: {
      title: 'Action plan 2025 to 2028',
      organisation: 'Brackenfold Surgery',
      startsOn: '2025-04-01',
      strengths: '',
      gaps: '',
    },
  })
  const plan = await currentPlan(client)
  const actions: NewActions = [
    {
      fields: {
        objectiveId: objectiveId(plan, 1),
        title: 'Cancer slot at every practice meeting',
        startsOn: '2026-04-01',
        dueOn: '2027-03-31',
        ownerName: 'Dr Anjali Rao',
      },
    },
    {
      fields: {
        objectiveId: objectiveId(plan, 1),
        title: 'Hand over to the next lead',
        startsOn: '2027-10-01',
        dueOn: '2028-02-29',
      },
    },
    {
      fields: {
        objectiveId: objectiveId(plan, 4),
        title: 'Shorten the wait for letters',
        startsOn: '2026-04-01',
        dueOn: '2027-03-31',
        ownerName: 'Beth Marsh',
      },
      milestones: [
        { title: 'Template agreed', dueOn: '2026-05-31', metOn: '2026-05-20' },
        { title: 'First month counted', dueOn: '2026-08-31' },
        { title: 'Results shared', dueOn: '2027-01-31' },
      ],
      measureCodes: ['letter-gap'],
    },
    {
      fields: {
        objectiveId: objectiveId(plan, 5),
        title: 'Carers asked at each review',
        startsOn: '2026-04-01',
        dueOn: '2026-12-31',
        partners: 'Brackenfold carers’ group',
      },
    },
  ]
  await client.plan.addActions({ planId: plan.id, actions })
}

export const actionOf = async (client: CoreClient, code: string) => {
  const found = (await currentPlan(client)).actions.find((action) => action.code === code)
  if (found === undefined) throw new Error(`there is no action ${code}`)
  return found
}
