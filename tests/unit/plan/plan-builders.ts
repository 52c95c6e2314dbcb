import type { PlanAction, PlanObjective } from '#shared/features/plan/schema.ts'

/** First day of the plan of these tests. */
export const PLAN_START = '2025-04-01'

const WORDS = ['Lead here', 'Network', 'Service plans', 'Standards', 'People affected']

export const anObjective = (number: number): PlanObjective => ({
  id: `objective-${number}`,
  version: 1,
  number,
  title: `Objective number ${number}`,
  words: WORDS[number - 1] ?? 'Our own',
  own: number > 5,
})

export const aPlannedAction = (change: Partial<PlanAction> = {}): PlanAction => ({
  id: 'action',
  version: 1,
  code: '1.1',
  objectiveId: anObjective(1).id,
  alsoObjectiveIds: [],
  title: 'Shorten the wait for letters',
  status: 'on_track',
  ownerName: null,
  partners: '',
  startsOn: '2026-04-01',
  dueOn: '2027-03-31',
  firstPlanned: null,
  endedOn: null,
  measureCodes: [],
  milestones: [],
  needs: [],
  updatedOn: null,
  ...change,
})
