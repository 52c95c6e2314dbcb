import { addDays, addMonths, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'

/** The day on which the story of the demo's plan is told. */
const STORY_DAY = '2026-11-23'
/** What lies within so many days of the story's day keeps its distance from today. */
const NEAR_DAYS = 31

const monthsBetween = (from: IsoDate, to: IsoDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/**
 * Days of the story as they lie around today: moved by whole months, so that years and quarters keep their ends, while
 * what has happened stays in the past and what is still to come in the future.
 */
export const storyDays = (today: IsoDate): ((day: IsoDate) => IsoDate) => {
  const months = monthsBetween(STORY_DAY, today)
  return (day) => {
    const moved = addMonths(day, months)
    const distance = daysBetween(STORY_DAY, day)
    if (Math.abs(distance) > NEAR_DAYS) return moved
    const kept = addDays(today, distance)
    const isPast = distance <= 0
    return isPast === moved < kept ? moved : kept
  }
}
