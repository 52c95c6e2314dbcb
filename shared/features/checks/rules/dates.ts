import { dateSpan, formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { CheckEvent, CheckFacts } from '../facts.ts'

/** Vague dates get the benefit of the doubt: one thing is before another only where no reading of the dates says else. */

/** True when every day that `a` can mean lies before every day that `b` can mean. */
export const surelyBefore = (a: PartialDate, b: PartialDate): boolean =>
  a.date < b.date && dateSpan(a).to < dateSpan(b).from

/** The date as people write it, for a sentence. */
export const shown = (date: PartialDate): string => formatPartialDate(date)

/** A date with its vagueness, as one value that a finding rests on. */
export const asValue = (date: PartialDate | null): string | null =>
  date === null ? null : `${date.date} ${date.precision}`

/** The death: as the record has it, else as the journey has it. */
export const deathOf = ({ person, events }: CheckFacts): PartialDate | null => {
  if (person.deathDate !== null) return person.deathDate
  const died = events.find(({ eventType }) => eventType === 'died')
  return died === undefined ? null : { date: died.date, precision: died.precision }
}

/** The earliest event of one of these types about a diagnosis. */
export const firstOf = (
  events: readonly CheckEvent[],
  types: ReadonlySet<string>,
  episodeId: string | null,
): CheckEvent | null =>
  events.find((event) => types.has(event.eventType) && (episodeId === null || event.episodeId === episodeId)) ?? null
