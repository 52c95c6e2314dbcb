import type { IsoDate } from '#shared/domain/partial-date.ts'
import { compareCodes } from '#shared/features/plan/codes.ts'
import type { Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { lateMilestones, TOLD_STATUSES } from './plan-words.ts'

/** What the list can be sorted by. */
export const LIST_SORTS = ['action', 'objective', 'status', 'owner', 'starts', 'due', 'late', 'updated'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** Columns beside the action's own that are shown until somebody chooses others. */
export const USUAL_LIST_COLUMNS: readonly string[] = [
  'status',
  'owner',
  'due',
  'milestones',
  'late',
  'measure',
  'updated',
]

const byCode = (one: PlanAction, other: PlanAction): number => compareCodes(one.code, other.code)

const textOf = (plan: Pick<Plan, 'objectives'>, today: IsoDate) => {
  const numbers = new Map(plan.objectives.map(({ id, number }) => [id, number]))
  const padded = (value: number): string => String(value).padStart(6, '0')
  return (action: PlanAction, sort: ListSort): string | null => {
    if (sort === 'objective') return padded(numbers.get(action.objectiveId) ?? 0)
    if (sort === 'status') return padded(TOLD_STATUSES.indexOf(action.status))
    if (sort === 'owner') return action.ownerName
    if (sort === 'starts') return action.startsOn
    if (sort === 'due') return action.dueOn
    if (sort === 'late') return padded(lateMilestones(action, today))
    return sort === 'updated' ? action.updatedOn : ''
  }
}

/** The list in order; what has nothing to sort by comes last either way, and equals stand by their codes. */
export const sortedActions = (
  plan: Pick<Plan, 'objectives'>,
  actions: readonly PlanAction[],
  sort: ListSort,
  direction: 'ascending' | 'descending',
  today: IsoDate,
): readonly PlanAction[] => {
  const way = direction === 'ascending' ? 1 : -1
  if (sort === 'action') return actions.toSorted((one, other) => way * byCode(one, other))
  const text = textOf(plan, today)
  const keyed = actions.map((action) => ({ action, key: text(action, sort) }))
  return keyed
    .toSorted((one, other) => {
      if (one.key === null || other.key === null)
        return Number(one.key === null) - Number(other.key === null) || byCode(one.action, other.action)
      return way * one.key.localeCompare(other.key, 'en-GB') || byCode(one.action, other.action)
    })
    .map(({ action }) => action)
}
