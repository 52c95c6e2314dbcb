import type { IsoDate } from '#shared/domain/partial-date.ts'
import { milestonesStanding, milestoneStanding } from './milestones.ts'
import { ACTION_STATUSES, type ActionStatus, OPEN_STATUSES, type Plan } from './schema.ts'

/** How an action plan stood on a day, for those who are told of it and do not work with it. Nobody's patient is in it. */
export interface PlanProgress {
  readonly title: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly signedOn: IsoDate | null
  readonly asOf: IsoDate
  /** How many actions of each objective have each status, in the order of the objectives. */
  readonly objectives: readonly {
    readonly number: number
    readonly words: string
    readonly statuses: Readonly<Record<ActionStatus, number>>
  }[]
  /** Of those due in the period, and of those met in it whenever they were due; none that went with a stopped action. */
  readonly milestones: { readonly due: number; readonly met: number; readonly missed: number }
  /** Actions that are open, and those that ended in the period. */
  readonly actions: readonly {
    readonly code: string
    readonly title: string
    readonly status: ActionStatus
    readonly dueOn: IsoDate
  }[]
}

interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}

const countsOf = (statuses: readonly ActionStatus[]): Record<ActionStatus, number> =>
  Object.fromEntries(
    ACTION_STATUSES.map(({ code }) => [code, statuses.filter((status) => status === code).length]),
  ) as Record<ActionStatus, number>

/** How a plan stands today, with what a period brought. Every action counts once, under the objective it stands under. */
export const planProgress = (plan: Plan, { from, to }: Period, today: IsoDate): PlanProgress => {
  const within = (day: IsoDate | null): boolean => day !== null && day >= from && day <= to
  const milestones = milestonesStanding(plan.actions)
  const due = milestones.filter(({ dueOn }) => within(dueOn))
  return {
    title: plan.title,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    signedOn: plan.signedOn,
    asOf: today,
    objectives: plan.objectives.map(({ id, number, words }) => ({
      number,
      words,
      statuses: countsOf(plan.actions.filter(({ objectiveId }) => objectiveId === id).map(({ status }) => status)),
    })),
    milestones: {
      due: due.length,
      met: milestones.filter(({ metOn }) => within(metOn)).length,
      missed: due.filter((milestone) => milestoneStanding(milestone, today) === 'missed').length,
    },
    actions: plan.actions
      .filter(({ status, endedOn }) => OPEN_STATUSES.includes(status) || within(endedOn))
      .map(({ code, title, status, dueOn }) => ({ code, title, status, dueOn })),
  }
}
