import { addDays, type IsoDate, MONTH_NAMES } from '#shared/domain/partial-date.ts'
import {
  ACTION_STATUSES,
  type ActionStatus,
  OPEN_STATUSES,
  type PlanAction,
  type PlanObjective,
} from '#shared/features/plan/schema.ts'
import { compareCodes, type PlanQuarter, planQuarters, planYear } from '#shared/features/plan/public.ts'
import type { Review, ReviewLine, ReviewStep, WalkedAction } from './schema.ts'

type Walkable = Pick<PlanAction, 'id' | 'code' | 'title' | 'status' | 'objectiveId'>

/** Every action that is still open, by objective and then by code: the order in which a review goes through them. */
export const walkOrder = (
  actions: readonly Walkable[],
  objectives: readonly Pick<PlanObjective, 'id' | 'number' | 'title'>[],
): WalkedAction[] =>
  actions
    .flatMap(({ id, code, title, status, objectiveId }) => {
      const objective = objectives.find((one) => one.id === objectiveId)
      return objective === undefined || !OPEN_STATUSES.includes(status)
        ? []
        : [{ actionId: id, code, title, status, objectiveNumber: objective.number, objectiveTitle: objective.title }]
    })
    .toSorted((a, b) => a.objectiveNumber - b.objectiveNumber || compareCodes(a.code, b.code))

const monthName = (month: string): string => MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? month

/** "July to September 2026", "November 2026 to January 2027". */
export const quarterName = ({ from, to }: Pick<PlanQuarter, 'from' | 'to'>): string => {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return first === last
    ? `${monthName(from)} to ${monthName(to)} ${last}`
    : `${monthName(from)} ${first} to ${monthName(to)} ${last}`
}

/** The quarter of the plan that begins in a month; undefined for a month in which none does. */
export const quarterFrom = (startsOn: IsoDate, month: string): PlanQuarter | undefined =>
  planQuarters(startsOn).find(({ from }) => from.startsWith(month))

type Looked = Pick<Review, 'kind' | 'quarter'>

/** The days that a review looks back on: its quarter, or the year that ends with it. */
export const reviewPeriod = (startsOn: IsoDate, { kind, quarter }: Looked): { from: IsoDate; to: IsoDate } => {
  const found = quarterFrom(startsOn, quarter)
  if (found === undefined) return { from: `${quarter}-01`, to: `${quarter}-01` }
  return kind === 'quarter' ? { from: found.from, to: found.to } : planYear(startsOn, found.year)
}

/** "Review of July to September 2026", "Year-end review of year 1". */
export const reviewName = (startsOn: IsoDate, review: Looked): string => {
  const found = quarterFrom(startsOn, review.quarter)
  if (found === undefined) return 'Review'
  return review.kind === 'quarter' ? `Review of ${quarterName(found)}` : `Year-end review of year ${found.year}`
}

export interface DueReview extends Looked {
  /** First and last day that it looks back on. */
  readonly from: IsoDate
  readonly to: IsoDate
}

/**
 * Reviews that may be begun and have not been, the newest first: of each quarter that has begun, and of each year in whose
 * last quarter we are or that is over.
 */
export const reviewsToStart = (
  startsOn: IsoDate,
  there: readonly Pick<ReviewLine, 'kind' | 'quarter'>[],
  today: IsoDate,
): DueReview[] => {
  const wanted = planQuarters(startsOn)
    .filter(({ from }) => from <= today)
    .flatMap((one): DueReview[] => {
      const quarter = one.from.slice(0, 7)
      const { from } = planYear(startsOn, one.year)
      const own: DueReview = { kind: 'quarter', quarter, from: one.from, to: one.to }
      return one.quarter === 4 ? [own, { kind: 'year_end', quarter, from, to: one.to }] : [own]
    })
  return wanted
    .filter(({ kind, quarter }) => !there.some((one) => one.kind === kind && one.quarter === quarter))
    .toReversed()
}

/** A review is held from two weeks before the end of what it looks back on. */
const HELD_BEFORE_END_DAYS = 14

/** The review that is most likely meant: the newest whose time is over or nearly over, or else the newest. */
export const likeliestReview = (due: readonly DueReview[], today: IsoDate): DueReview | undefined =>
  due.find(({ to }) => to <= addDays(today, HELD_BEFORE_END_DAYS)) ?? due[0]

/** Whether an action has been dealt with: something was said of it, it was passed over, or there is nothing left to say. */
export const isDealtWith = ({ updateId, passed, gone }: Pick<ReviewStep, 'updateId' | 'passed' | 'gone'>): boolean =>
  updateId !== null || passed || gone

/** How far a review has come. */
export const progressOf = (steps: readonly ReviewStep[]): { readonly done: number; readonly total: number } => ({
  done: steps.filter(isDealtWith).length,
  total: steps.length,
})

/** The first action that is yet to be dealt with; the summary where none is. */
export const nextToSay = (steps: readonly ReviewStep[]): string | null =>
  steps.find((step) => !isDealtWith(step))?.actionId ?? null

/**
 * Whether the end of a year leaves an action hanging: still open, due by then, and neither carried forward with a new date
 * nor stopped.
 */
export const wantsCarrying = (
  { kind, quarter }: Looked,
  startsOn: IsoDate,
  step: Pick<ReviewStep, 'now' | 'dueOn' | 'gone'>,
): boolean => {
  if (kind !== 'year_end' || step.gone || step.dueOn === null || !OPEN_STATUSES.includes(step.now)) return false
  return step.dueOn <= reviewPeriod(startsOn, { kind, quarter }).to
}

/** Why a review cannot be closed yet; null where it can. */
export const holdsBackClosing = (
  review: Looked & { readonly steps: readonly ReviewStep[] },
  startsOn: IsoDate,
): string | null => {
  const hanging = review.steps.filter((step) => wantsCarrying(review, startsOn, step)).map(({ code }) => code)
  if (hanging.length === 0) return null
  const which = hanging.length === 1 ? `Action ${hanging[0] ?? ''} is` : `Actions ${hanging.join(', ')} are`
  return `${which} still open and due by the end of the year. Carry each forward with a new date and the reason, or stop it with the reason.`
}

export interface StatusCount {
  readonly status: ActionStatus
  readonly before: number
  readonly after: number
}

/** How many actions of a review had each status at its beginning, and how many have it now. Gone ones count before only. */
export const statusCounts = (steps: readonly ReviewStep[]): StatusCount[] =>
  ACTION_STATUSES.map(({ code: status }) => ({
    status,
    before: steps.filter((step) => step.before === status).length,
    after: steps.filter((step) => !step.gone && step.now === status).length,
  }))

/** What is asked, action by action. */
export const asksOf = (steps: readonly ReviewStep[]): ReviewStep[] => steps.filter(({ ask }) => ask !== '')
