import { dateSpan, formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { CheckEvent, CheckFacts, Known } from '../facts.ts'

/** Vague dates get the benefit of the doubt: one thing is before another only where no reading of the dates says else. */

/** True when every day that `a` can mean lies before every day that `b` can mean. */
export const surelyBefore = (a: PartialDate, b: PartialDate): boolean =>
  a.date < b.date && dateSpan(a).to < dateSpan(b).from

/** The date as people write it, for a sentence. */
export const shown = (date: PartialDate): string => formatPartialDate(date)

/** A date with its vagueness, as one value that a finding rests on. */
export const asValue = (date: PartialDate | null): string | null =>
  date === null ? null : `${date.date} ${date.precision}`

const NO_EVENTS: readonly CheckEvent[] = []

const deathOf = (person: CheckFacts['person'], died: CheckEvent | undefined): Known['death'] => {
  if (person.deathDate !== null) return person.deathDate
  return died === undefined ? null : { date: died.date, precision: died.precision }
}

/** Facts with what many rules look for, in one pass over the events. @param types what any rule looks for. */
export const known = (facts: CheckFacts, types: ReadonlySet<string>): Known => {
  const byType = new Map<string, CheckEvent[]>()
  for (const event of facts.events) {
    if (!types.has(event.eventType)) continue
    const list = byType.get(event.eventType)
    if (list === undefined) byType.set(event.eventType, [event])
    else list.push(event)
  }
  return {
    person: facts.person,
    episodes: facts.episodes,
    events: facts.events,
    demo: facts.demo,
    today: facts.today,
    death: deathOf(facts.person, byType.get('died')?.[0]),
    ofType: (eventType) => byType.get(eventType) ?? NO_EVENTS,
  }
}

/** The earliest event of one of these types about a diagnosis. */
export const firstOf = ({ ofType }: Known, types: readonly string[], episodeId: string): CheckEvent | null => {
  let first: CheckEvent | null = null
  for (const type of types) {
    const event = ofType(type).find((one) => one.episodeId === episodeId)
    if (event !== undefined && (first === null || event.date < first.date)) first = event
  }
  return first
}
