import { DOCUMENTS, letterRuleFor } from '#shared/features/journey/public.ts'
import type { EventTypeCode } from '#shared/features/journey/public.ts'
import type { Chance } from './chance.ts'
import { EVENT_TO_LETTER, EVENT_TO_LETTER_EARLIER } from './intervals.ts'
import type { Happening, Timeline } from './timeline.ts'

const DAYS_A_YEAR = 365
const RECENT_DAYS = 90
const TWO_YEARS = 730

/** Says how many days after an event its letter came; null: it never did. */
export type LetterFate = (event: Happening) => number | null

/**
 * Letters as a practice gets them: sooner in the last year than before. About 8 in 100 never come. Most of those are
 * older than anyone would chase; of the last two years' letters nearly all came once somebody had asked.
 */
export const drawnFate =
  (chance: Chance, today: number): LetterFate =>
  (event) => {
    const age = today - event.day
    const lost = age > TWO_YEARS ? 0.13 : age > RECENT_DAYS ? 0.012 : 0.06
    if (chance.happens(lost)) return null
    return chance.spread(age > DAYS_A_YEAR ? EVENT_TO_LETTER_EARLIER : EVENT_TO_LETTER)
  }

/** Every letter came, at the latest the day before `today`: for people whose next task is something else. */
export const promptFate =
  (chance: Chance, today: number): LetterFate =>
  (event) =>
    Math.max(0, Math.min(chance.spread(EVENT_TO_LETTER), today - 1 - event.day))

const receivedAs = (event: Happening): EventTypeCode | null => {
  const rule = letterRuleFor(event.type)
  if (rule === null) return event.type === 'follow_up_clinic' ? 'clinic_letter' : null
  return DOCUMENTS.find((document) => document.code === rule.document)?.receivedAs ?? null
}

/** Adds the letter that answers each hospital event which should bring one. */
export const addLetters = (timeline: Timeline, fate: LetterFate): void => {
  for (const event of timeline.inOrder()) {
    const type = receivedAs(event)
    const days = type === null ? null : fate(event)
    if (type === null || days === null) continue
    timeline.episode = event.episode
    timeline.pathway = event.pathway
    timeline.add(type, event.day + days, { answers: event })
  }
}
