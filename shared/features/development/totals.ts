import type { IsoDate } from '#shared/domain/partial-date.ts'
import { MARKS, type Evidence, type LearningSession, SESSION_QUESTIONS } from './schema.ts'

const APRIL = 4

/** The year from April to March that a day lies in, as in "2026/27". */
export const learningYear = (day: IsoDate): string => {
  const [year, month] = day.split('-').map(Number)
  const first = (month ?? 1) < APRIL ? (year ?? 0) - 1 : (year ?? 0)
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`
}

export interface HoursOfYear {
  readonly year: string
  /** Of the evidence log. */
  readonly learning: number
  readonly attended: number
  readonly ran: number
}

/** Sums of quarter hours come out whole. */
const sum = (some: readonly { readonly hours: number }[]): number => some.reduce((total, { hours }) => total + hours, 0)

/**
 * The hours of each year from April to March, the newest first. Evidence and sessions stand side by side and are never
 * added up: one afternoon may well be written down as both.
 */
export const hoursByYear = (
  evidence: readonly Pick<Evidence, 'learntOn' | 'hours'>[],
  sessions: readonly Pick<LearningSession, 'heldOn' | 'hours' | 'role'>[],
): HoursOfYear[] => {
  const years = new Set([
    ...evidence.map(({ learntOn }) => learningYear(learntOn)),
    ...sessions.map(({ heldOn }) => learningYear(heldOn)),
  ])
  return [...years]
    .toSorted((a, b) => b.localeCompare(a))
    .map((year) => {
      const held = sessions.filter(({ heldOn }) => learningYear(heldOn) === year)
      return {
        year,
        learning: sum(evidence.filter(({ learntOn }) => learningYear(learntOn) === year)),
        attended: sum(held.filter(({ role }) => role === 'attended')),
        ran: sum(held.filter(({ role }) => role === 'ran')),
      }
    })
}

/** Hours of the evidence for one goal. */
export const hoursForGoal = (goalId: string, evidence: readonly Pick<Evidence, 'goalId' | 'hours'>[]): number =>
  sum(evidence.filter((one) => one.goalId === goalId))

/** "Fully: it met what people came for. Partly: ..."; empty where nothing was answered. */
export const evaluationWords = (session: LearningSession): string =>
  SESSION_QUESTIONS.flatMap(({ field, label }) => {
    const mark = session[field]
    return mark === null ? [] : [`${label}: ${(MARKS[mark - 1] ?? '').toLowerCase()}`]
  }).join('. ')
