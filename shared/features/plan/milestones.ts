import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { OPEN_STATUSES, type PlanAction, type PlanMilestone } from './schema.ts'

/** From how many days before its day a milestone counts as near. */
const NEAR_DAYS = 14

export const MILESTONE_STANDINGS = [
  { code: 'met', label: 'Met' },
  { code: 'missed', label: 'Missed' },
  { code: 'near', label: 'Nearly due' },
  { code: 'to_come', label: 'To come' },
] as const
export type MilestoneStanding = (typeof MILESTONE_STANDINGS)[number]['code']

type Milestone = Pick<PlanMilestone, 'dueOn' | 'metOn'>

/** How a milestone stands. One that is not met is missed from the day after it was due. */
export const milestoneStanding = ({ dueOn, metOn }: Milestone, today: IsoDate): MilestoneStanding => {
  if (metOn !== null) return 'met'
  if (dueOn < today) return 'missed'
  return daysBetween(today, dueOn) <= NEAR_DAYS ? 'near' : 'to_come'
}

/** Whether a milestone went with its action: one of a stopped action that was not met is no longer due. */
export const isDropped = (action: Pick<PlanAction, 'status'>, { metOn }: Pick<Milestone, 'metOn'>): boolean =>
  action.status === 'stopped' && metOn === null

/** The milestones of some actions without those that went with a stopped one. */
export const milestonesStanding = (
  actions: readonly Pick<PlanAction, 'status' | 'milestones'>[],
): readonly PlanMilestone[] =>
  actions.flatMap((action) => action.milestones.filter((milestone) => !isDropped(action, milestone)))

/** By how many days a milestone was met late, or is late today; 0 when it is in time. */
export const daysLate = ({ dueOn, metOn }: Milestone, today: IsoDate): number =>
  Math.max(0, daysBetween(dueOn, metOn ?? today))

/** Whether an action still has something to do. */
export const isOpen = ({ status }: Pick<PlanAction, 'status'>): boolean => OPEN_STATUSES.includes(status)

/** Whether an action that is still open should have been done. */
export const isActionLate = (action: Pick<PlanAction, 'status' | 'dueOn'>, today: IsoDate): boolean =>
  isOpen(action) && action.dueOn < today

/** The first milestone by day that is not met; `null` when none is left. */
export const nextMilestone = <One extends Milestone>(milestones: readonly One[]): One | null =>
  milestones.filter(({ metOn }) => metOn === null).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null
