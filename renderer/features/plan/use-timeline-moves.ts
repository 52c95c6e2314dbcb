import { addDays, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  addMonthsKeepingEnd,
  type BarPart,
  datesAfterDays,
  datesAfterMonths,
} from '#shared/features/plan/timeline-layout.ts'
import type { PlanAction, PlanMilestone } from '#shared/features/plan/schema.ts'
import { datesWords } from './plan-words.ts'
import type { PulledThing } from './use-bar-drag.ts'
import type { MoveHow, PlanMoves } from './use-plan-moves.ts'

interface Found {
  readonly action: PlanAction
  readonly milestone: PlanMilestone | undefined
}

const findIn = (actions: readonly PlanAction[], id: string): Found | undefined => {
  for (const action of actions) {
    if (action.id === id) return { action, milestone: undefined }
    const milestone = action.milestones.find((one) => one.id === id)
    if (milestone !== undefined) return { action, milestone }
  }
  return undefined
}

/** Writes what was pulled with the pointer or moved by keys. */
export const useTimelineMoves = (moves: PlanMoves, mayWrite: boolean) => {
  const place = (
    action: PlanAction,
    dates: { readonly startsOn: IsoDate; readonly dueOn: IsoDate },
    how: MoveHow,
  ): void => {
    if (!mayWrite || (dates.startsOn === action.startsOn && dates.dueOn === action.dueOn)) return
    moves.moveAction(
      action,
      { ...dates, objectiveId: action.objectiveId },
      `${action.code} now runs ${datesWords(dates)}.`,
      how,
    )
  }
  const placeMilestone = (milestone: PlanMilestone, dueOn: IsoDate, how: MoveHow): void => {
    if (mayWrite) moves.moveMilestone(milestone, dueOn, `${milestone.title} is now due ${formatIsoDate(dueOn)}.`, how)
  }
  const byDays = ({ id, part }: PulledThing, days: number): void => {
    const found = findIn(moves.actions, id)
    if (found === undefined) return
    if (found.milestone !== undefined) placeMilestone(found.milestone, addDays(found.milestone.dueOn, days), 'at once')
    else if (part !== 'milestone') place(found.action, datesAfterDays(found.action, part, days), 'at once')
  }
  const byMonths = (id: string, part: BarPart, months: number): void => {
    const found = findIn(moves.actions, id)
    if (found === undefined) return
    if (found.milestone !== undefined)
      placeMilestone(found.milestone, addMonthsKeepingEnd(found.milestone.dueOn, months), 'held')
    else place(found.action, datesAfterMonths(found.action, part, months), 'held')
  }
  const say = ({ id, part }: PulledThing, days: number): string => {
    const found = findIn(moves.actions, id)
    if (found === undefined) return ''
    if (found.milestone !== undefined) return formatIsoDate(addDays(found.milestone.dueOn, days))
    return part === 'milestone' ? '' : datesWords(datesAfterDays(found.action, part, days))
  }
  return { byDays, byMonths, say }
}
