import { addDays, civilFromIso } from '#shared/domain/calendar.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { planQuarters } from './coverage.ts'
import {
  ACTION_STATUSES,
  type ActionStatus,
  OPEN_STATUSES,
  type Plan,
  type PlanAction,
  type PlanMilestone,
} from './schema.ts'

/** How far ahead the pulse looks, in days. */
const AHEAD = 28
const MONTHS = 36

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

/** Whole months from a day to another. */
const monthsBetween = (from: IsoDate, to: IsoDate): number => {
  const [a, b] = [civilFromIso(from), civilFromIso(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}

/** Where a plan stands on a day, for a glance. */
export const pulseOf = (plan: Pick<Plan, 'startsOn' | 'actions'>, today: IsoDate): Pulse => {
  const months = monthsBetween(plan.startsOn, today)
  const standing = months < 0 ? 'to come' : months >= MONTHS ? 'over' : 'running'
  const until = addDays(today, AHEAD)
  const milestones = plan.actions
    .filter(({ status }) => OPEN_STATUSES.includes(status))
    .flatMap((action) =>
      action.milestones
        .filter(({ metOn, dueOn }) => metOn === null && dueOn <= until)
        .map((milestone) => ({ action, milestone, late: milestone.dueOn < today })),
    )
    .toSorted((a, b) => a.milestone.dueOn.localeCompare(b.milestone.dueOn))
  return {
    at: standing === 'running' ? { year: Math.floor(months / 12) + 1, month: (months % 12) + 1 } : null,
    standing,
    statuses: ACTION_STATUSES.map(({ code }) => ({
      status: code,
      count: plan.actions.filter(({ status }) => status === code).length,
    })),
    milestones,
    late: milestones.filter(({ late }) => late).length,
    reviewOn: planQuarters(plan.startsOn, today).find(({ when }) => when === 'now')?.to ?? null,
  }
}
