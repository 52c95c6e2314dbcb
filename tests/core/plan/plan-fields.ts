import type { CoreClient } from '#shared/contract/index.ts'
import type { Plan } from '#shared/features/plan/schema.ts'

/** The plan of the tests: it begins in the year before the day of the tests. */
export const PLAN_FIELDS = {
  title: 'Action plan 2025 to 2028',
  organisation: 'Brackenfold Surgery',
  startsOn: '2025-04-01',
  strengths: 'A register that is looked at every week',
  gaps: 'Letters take weeks',
}

type NewAction = Parameters<CoreClient['plan']['addActions']>[0]['actions'][number]

/** An action under an objective. */
export const anAction = (objectiveId: string, change: Partial<NewAction['fields']> = {}): NewAction => ({
  fields: {
    objectiveId,
    title: 'Shorten the wait for letters',
    startsOn: '2026-04-01',
    dueOn: '2027-03-31',
    ...change,
  },
})

export const planNow = async (client: CoreClient): Promise<Plan> => {
  const plan = await client.plan.current({})
  if (plan === null) throw new Error('a plan was begun')
  return plan
}

/** Begins a plan with one action under each of some objectives, by number. @returns the ids of the actions. */
export const beginPlan = async (client: CoreClient, numbers: readonly number[] = [4]): Promise<string[]> => {
  await client.plan.start({ fields: PLAN_FIELDS })
  const { id, objectives } = await planNow(client)
  const actions = numbers.map((number) => anAction(objectives.find((one) => one.number === number)?.id ?? ''))
  return (await client.plan.addActions({ planId: id, actions })).ids
}

/** Signs the plan there is. */
export const signNow = async (client: CoreClient, on = '2026-06-30'): Promise<Plan> => {
  const { id, version } = await planNow(client)
  await client.plan.sign({ id, version, signedBy: 'Dr Anjali Rao', on })
  return planNow(client)
}
