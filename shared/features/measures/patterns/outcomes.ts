import { addMonths, dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { isEarlyStage } from '#shared/domain/stage.ts'
import type { Estimate } from '#shared/statistics/interval.ts'
import { proportionWithInterval } from '#shared/statistics/proportions.ts'
import type { PersonFacts } from '../facts.ts'
import type { History } from './history.ts'

/** The outcomes that people may be asked for by. */
export const OUTCOMES = ['alive-after-year', 'died', 'early', 'emergency'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A part of those of whom it is known. */
export interface Part {
  readonly count: number
  readonly known: number
  readonly share: Estimate | null
}

export interface Outcomes {
  readonly total: number
  /** A death is recorded, whenever it was. */
  readonly died: number
  /** Alive a year after the diagnosis, of those followed for that long or until they died within it. */
  readonly aliveAfterYear: Part
  /** Stage 1 or 2, of those with a stage from 1 to 4. */
  readonly early: Part
  /** Route recorded as an emergency, of those with a known route. */
  readonly emergency: Part
}

const yearAfter = (day: number): number => dayNumber(addMonths(isoFromDayNumber(day), 12))

/** The days of which one was the last with this practice; `null` while the person is registered. */
const lastDayHere = ({ registrations }: PersonFacts): number | null => {
  let last: number | null = null
  for (const { to } of registrations) {
    if (to === null) return null
    last = Math.max(last ?? to.from, to.from)
  }
  return last
}

/**
 * Whether somebody was alive a year to the day after the diagnosis; `null` where that is not known: the year is not over,
 * they left the practice first, or a vague date does not tell. No more than a plain count of the past.
 */
export const wasAliveAfterYear = ({ person, diagnosis }: History, today: number): boolean | null => {
  const { diagnosed } = diagnosis
  if (diagnosed === null) return null
  const first = yearAfter(diagnosed.from)
  const last = yearAfter(diagnosed.to)
  if (last > today) return null
  const left = lastDayHere(person)
  const { died } = person
  if (left !== null && left < Math.min(last, died?.from ?? last)) return null
  if (died === null || died.from > last) return true
  return died.to <= first ? false : null
}

/** Stage 1 or 2; `null` where no stage from 1 to 4 is recorded, as in the network report. */
export const wasEarly = ({ diagnosis }: History): boolean | null => {
  const { stageGroup } = diagnosis
  return stageGroup === null || stageGroup === '0' ? null : isEarlyStage(stageGroup)
}

/** The practice recorded an emergency; `null` where the route is not known. */
export const wasEmergency = ({ diagnosis }: History): boolean | null =>
  diagnosis.route === 'not_known' ? null : diagnosis.route === 'emergency'

/** Counts the answers that are known. */
export const partOf = (answers: readonly (boolean | null)[]): Part => {
  const known = answers.filter((answer) => answer !== null)
  const count = known.filter(Boolean).length
  return { count, known: known.length, share: proportionWithInterval(count, known.length) }
}

/** Whether an outcome was so of a history; `null` where it is not known. */
export const outcomeIs = (outcome: Outcome, history: History, today: number): boolean | null => {
  switch (outcome) {
    case 'alive-after-year':
      return wasAliveAfterYear(history, today)
    case 'died':
      return history.person.died !== null
    case 'early':
      return wasEarly(history)
    case 'emergency':
      return wasEmergency(history)
  }
}

/** What became of the people of these histories, as recorded up to today. */
export const outcomesOf = (histories: readonly History[], today: number): Outcomes => {
  const part = (outcome: Outcome): Part => partOf(histories.map((history) => outcomeIs(outcome, history, today)))
  return {
    total: histories.length,
    died: part('died').count,
    aliveAfterYear: part('alive-after-year'),
    early: part('early'),
    emergency: part('emergency'),
  }
}
