import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { compareCodes } from './codes.ts'
import { isOpen } from './milestones.ts'
import type { Plan, PlanAction, PlanObjective } from './schema.ts'

/** The stretch of time that the timeline shows: the three years of the plan, both days included. */
export interface TimeWindow {
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** How many days the window has. */
export const windowDays = ({ startsOn, endsOn }: TimeWindow): number => dayNumber(endsOn) - dayNumber(startsOn) + 1

const within = (share: number): number => Math.max(0, Math.min(1, share))

/** Where a day begins, as a share of the window from 0 to 1; what lies outside is at its edge. */
export const placeOfDay = (window: TimeWindow, day: IsoDate): number =>
  within((dayNumber(day) - dayNumber(window.startsOn)) / windowDays(window))

/** A stretch from one day to the end of another, as shares of the window. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export const stretchOf = (window: TimeWindow, first: IsoDate, last: IsoDate): Stretch => {
  const from = placeOfDay(window, first)
  const to = within((dayNumber(last) + 1 - dayNumber(window.startsOn)) / windowDays(window))
  return { from, to: Math.max(from, to) }
}

export interface Bar extends Stretch {
  /** How much of it has passed, as a share of the window; no less than `from` and no more than `to`. */
  readonly passedTo: number
  /** It begins before the window, or ends after it. */
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
  /** It was due before today and is still open: from its end to today. */
  readonly late: Stretch | null
}

/** The bar of an action. What is done or stopped has passed up to the day it ended. */
export const barOf = (
  window: TimeWindow,
  action: Pick<PlanAction, 'startsOn' | 'dueOn' | 'status' | 'endedOn'>,
  today: IsoDate,
): Bar => {
  const { from, to } = stretchOf(window, action.startsOn, action.dueOn)
  const now = placeOfDay(window, today)
  const passedTo = isOpen(action) ? now : stretchOf(window, action.startsOn, action.endedOn ?? action.dueOn).to
  return {
    from,
    to,
    passedTo: Math.max(from, Math.min(to, passedTo)),
    isCutBefore: action.startsOn < window.startsOn,
    isCutAfter: action.dueOn > window.endsOn,
    late: isOpen(action) && action.dueOn < today && now > to ? { from: to, to: now } : null,
  }
}

/** A line of the timeline: an objective, or an action under it. */
export type TimelineLine =
  | { readonly kind: 'objective'; readonly objective: PlanObjective; readonly count: number }
  | { readonly kind: 'action'; readonly action: PlanAction }

/** Objectives in order, each with its actions by code. An objective without any of these actions is left out. */
export const timelineLines = (
  plan: Pick<Plan, 'objectives'>,
  actions: readonly PlanAction[],
): readonly TimelineLine[] => {
  const own = Map.groupBy(actions, ({ objectiveId }) => objectiveId)
  return plan.objectives
    .toSorted((one, other) => one.number - other.number)
    .flatMap((objective): TimelineLine[] => {
      const under = (own.get(objective.id) ?? []).toSorted((one, other) => compareCodes(one.code, other.code))
      if (under.length === 0) return []
      return [
        { kind: 'objective', objective, count: under.length },
        ...under.map((action): TimelineLine => ({ kind: 'action', action })),
      ]
    })
}

/** A line from the end of what must be done first to the start of what waits for it. Lines are by their index. */
export interface NeedLine {
  readonly fromLine: number
  readonly toLine: number
  readonly from: number
  readonly to: number
  /** What is waited for ends after its successor begins: the dates do not fit together. */
  readonly isTight: boolean
}

/** The lines of all needs between shown actions. */
export const needLines = (window: TimeWindow, lines: readonly TimelineLine[]): readonly NeedLine[] => {
  const places = new Map(
    lines.flatMap((line, index) => (line.kind === 'action' ? [[line.action.id, { action: line.action, index }]] : [])),
  )
  return lines.flatMap((line, toLine) => {
    if (line.kind !== 'action') return []
    return line.action.needs.flatMap((id) => {
      const first = places.get(id)
      if (first === undefined) return []
      return [
        {
          fromLine: first.index,
          toLine,
          from: stretchOf(window, first.action.startsOn, first.action.dueOn).to,
          to: placeOfDay(window, line.action.startsOn),
          isTight: first.action.dueOn >= line.action.startsOn,
        },
      ]
    })
  })
}

/** What is dragged, or moved by a key: the whole bar or one of its ends. */
export type BarPart = 'bar' | 'start' | 'end'

interface Dates {
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
}

const movedDates = (dates: Dates, part: BarPart, moved: (day: IsoDate) => IsoDate): Dates => {
  const startsOn = part === 'end' ? dates.startsOn : moved(dates.startsOn)
  const dueOn = part === 'start' ? dates.dueOn : moved(dates.dueOn)
  if (startsOn <= dueOn) return { startsOn, dueOn }
  // An end that is pulled past the other stops at it: an action lasts a day at least.
  return part === 'start' ? { startsOn: dueOn, dueOn } : { startsOn, dueOn: startsOn }
}

const addDaysTo = (day: IsoDate, days: number): IsoDate => isoFromDayNumber(dayNumber(day) + days)

/** The dates after a bar, or one of its ends, was pulled by so many days. */
export const datesAfterDays = (dates: Dates, part: BarPart, days: number): Dates =>
  movedDates(dates, part, (day) => addDaysTo(day, days))

const isLastOfMonth = (day: IsoDate): boolean => addDaysTo(day, 1).endsWith('-01')

/** The same day of another month; the last day of a month stays the last day of its month. */
export const addMonthsKeepingEnd = (day: IsoDate, months: number): IsoDate =>
  isLastOfMonth(day) ? addDaysTo(addMonths(addDaysTo(day, 1), months), -1) : addMonths(day, months)

/** The dates after a bar, or its end, was moved by so many months. */
export const datesAfterMonths = (dates: Dates, part: BarPart, months: number): Dates =>
  movedDates(dates, part, (day) => addMonthsKeepingEnd(day, months))
