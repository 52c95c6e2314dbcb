import { type IsoDate, MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { isOpen, milestonesStanding } from './milestones.ts'
import type { Plan, PlanAction, PlanObjective } from './schema.ts'
import { planQuarters, type PlanQuarter } from './years.ts'

/** A quarter of a plan, seen from a day. */
export interface CoverageQuarter extends PlanQuarter {
  /** 1 to 12. */
  readonly number: number
  readonly when: 'past' | 'now' | 'to come'
}

/** What a plan has for one objective in one quarter. An action counts for every objective that it serves. */
export interface CoverageSquare {
  readonly quarter: CoverageQuarter
  /** Actions under way at any time of the quarter: from their start to their end, or as long as they are late. */
  readonly underWay: readonly PlanAction[]
  /** Milestones that were met in the quarter. */
  readonly met: number
  /** Milestones that are due in it and not met yet. */
  readonly due: number
  /** Milestones that were due in it, on a day that has gone by, and are not met. */
  readonly missed: number
  /** No action is under way and no milestone falls in it. */
  readonly empty: boolean
}

export interface CoverageRow {
  readonly objective: PlanObjective
  readonly squares: readonly CoverageSquare[]
}

export interface Coverage {
  readonly quarters: readonly CoverageQuarter[]
  /** By objective, the five first. */
  readonly rows: readonly CoverageRow[]
  /** Squares with nothing, of quarters that have not ended: those that can still be filled. */
  readonly emptyAhead: number
  /** Squares with nothing, of quarters that have ended. */
  readonly emptyBehind: number
}

/** The twelve quarters of a plan, seen from a day. */
export const quartersSeenFrom = (startsOn: IsoDate, today: IsoDate): readonly CoverageQuarter[] =>
  planQuarters(startsOn).map((quarter, index) => ({
    ...quarter,
    number: index + 1,
    when: quarter.to < today ? 'past' : quarter.from > today ? 'to come' : 'now',
  }))

/** "Apr to Jun 2026". */
export const quarterWords = ({ from, to }: Pick<PlanQuarter, 'from' | 'to'>): string => {
  const month = (day: IsoDate): string => (MONTH_NAMES[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return `${month(from)}${isOneYear ? '' : ` ${from.slice(0, 4)}`} to ${month(to)} ${to.slice(0, 4)}`
}

/** Last day on which an action is under way: the day that it ended, or its due date, or today while it is late. */
const lastDayOf = (action: PlanAction, today: IsoDate): IsoDate => {
  if (action.endedOn !== null) return action.endedOn
  return isOpen(action) && action.dueOn < today ? today : action.dueOn
}

const isWithin = (day: IsoDate, { from, to }: PlanQuarter): boolean => day >= from && day <= to

const squareOf = (actions: readonly PlanAction[], quarter: CoverageQuarter, today: IsoDate): CoverageSquare => {
  const underWay = actions.filter((action) => action.startsOn <= quarter.to && lastDayOf(action, today) >= quarter.from)
  const milestones = milestonesStanding(actions)
  const met = milestones.filter(({ metOn }) => metOn !== null && isWithin(metOn, quarter)).length
  const unmet = milestones.filter(({ metOn, dueOn }) => metOn === null && isWithin(dueOn, quarter))
  const missed = unmet.filter(({ dueOn }) => dueOn < today).length
  return {
    quarter,
    underWay,
    met,
    missed,
    due: unmet.length - missed,
    empty: underWay.length === 0 && met === 0 && unmet.length === 0,
  }
}

/**
 * What a plan covers: its objectives by its twelve quarters. Milestones of a stopped action that were not met are no
 * longer due.
 */
export const coverageOf = (plan: Pick<Plan, 'startsOn' | 'objectives' | 'actions'>, today: IsoDate): Coverage => {
  const quarters = quartersSeenFrom(plan.startsOn, today)
  const rows = plan.objectives
    .toSorted((a, b) => a.number - b.number)
    .map((objective) => {
      const own = plan.actions.filter(
        ({ objectiveId, alsoObjectiveIds }) => objectiveId === objective.id || alsoObjectiveIds.includes(objective.id),
      )
      return { objective, squares: quarters.map((quarter) => squareOf(own, quarter, today)) }
    })
  const empty = rows.flatMap(({ squares }) => squares).filter((square) => square.empty)
  const emptyBehind = empty.filter(({ quarter }) => quarter.when === 'past').length
  return { quarters, rows, emptyAhead: empty.length - emptyBehind, emptyBehind }
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** A square in words: "2 actions under way, 1 milestone met"; "Nothing" where there is nothing. */
export const squareWords = ({ underWay, met, due, missed, empty }: CoverageSquare): string =>
  empty
    ? 'Nothing'
    : [
        underWay.length === 0 ? 'No action under way' : `${counted(underWay.length, 'action', 'actions')} under way`,
        ...(met > 0 ? [`${counted(met, 'milestone', 'milestones')} met`] : []),
        ...(due > 0 ? [`${counted(due, 'milestone', 'milestones')} due`] : []),
        ...(missed > 0 ? [`${counted(missed, 'milestone', 'milestones')} missed`] : []),
      ].join(', ')
