import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { isOpen } from './milestones.ts'
import { ACTION_STATUSES, type ActionStatus, type Plan, type PlanAction, type PlanMilestone } from './schema.ts'
import { monthOfPlanYear, planEnd, planQuarters, yearAt } from './years.ts'

/** How far ahead the pulse looks, in days. */
const AHEAD = 28

/** A milestone that is due soon or late, with its action. */
export interface PulseMilestone {
  readonly action: PlanAction
  readonly milestone: PlanMilestone
  readonly late: boolean
}

export interface Pulse {
  /** 1 to 3, and 1 to 12 within it; null before the plan begins and after it ended. */
  readonly at: { readonly year: number; readonly month: number } | null
  readonly standing: 'to come' | 'running' | 'over'
  /** How many actions have each status, in the order of the statuses. */
  readonly statuses: readonly { readonly status: ActionStatus; readonly count: number }[]
  /** Milestones of open actions that are late or due within four weeks, the earliest first. */
  readonly milestones: readonly PulseMilestone[]
  readonly late: number
  /** Last day of the quarter that runs: the review of a quarter comes when it ends. Null where none runs. */
  readonly reviewOn: IsoDate | null
}

/** Where a plan stands on a day, for a glance. */
export const pulseOf = (plan: Pick<Plan, 'startsOn' | 'actions'>, today: IsoDate): Pulse => {
  const year = yearAt(plan.startsOn, today)
  const month = monthOfPlanYear(plan.startsOn, today)
  const until = addDays(today, AHEAD)
  const milestones = plan.actions
    .filter(isOpen)
    .flatMap((action) =>
      action.milestones
        .filter(({ metOn, dueOn }) => metOn === null && dueOn <= until)
        .map((milestone) => ({ action, milestone, late: milestone.dueOn < today })),
    )
    .toSorted((a, b) => a.milestone.dueOn.localeCompare(b.milestone.dueOn))
  return {
    at: year === null || month === null ? null : { year, month },
    standing: today < plan.startsOn ? 'to come' : today > planEnd(plan.startsOn) ? 'over' : 'running',
    statuses: ACTION_STATUSES.map(({ code }) => ({
      status: code,
      count: plan.actions.filter(({ status }) => status === code).length,
    })),
    milestones,
    late: milestones.filter(({ late }) => late).length,
    reviewOn: planQuarters(plan.startsOn).find(({ from, to }) => from <= today && today <= to)?.to ?? null,
  }
}
