import { dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { dueItems, type RuleEvent, type RulePerson } from './due-rules.ts'
import type { DueItem } from './schema.ts'

/** done: it happened. soon: due within four weeks. lapsed: nobody is asked for it any more. */
export type ClockState = 'done' | 'not-due' | 'soon' | 'late' | 'lapsed'

/** One contact that a diagnosis is owed, and where it stands. */
export interface ContactClock {
  readonly kind: 'support_contact' | 'care_review'
  readonly diagnosed: PartialDate
  /** Day 0: the diagnosis, or the last day of its month. */
  readonly startDate: IsoDate
  readonly dueDate: IsoDate
  readonly lapsesDate: IsoDate | null
  readonly state: ClockState
  /** What stopped the clock. */
  readonly doneBy: RuleEvent | null
  /** Days from the start until today, or until it was done. */
  readonly daysRun: number
  /** Days from the start until due. */
  readonly daysAllowed: number
}

const SOON_DAYS = 28

const stateOf = ({ dueDate, lapsesDate }: DueItem, doneBy: RuleEvent | null, today: IsoDate): ClockState => {
  if (doneBy !== null) return 'done'
  if (lapsesDate !== null && lapsesDate < today) return 'lapsed'
  if (dueDate < today) return 'late'
  return daysBetween(today, dueDate) <= SOON_DAYS ? 'soon' : 'not-due'
}

/**
 * The two contact clocks of the newest diagnosis that starts them, from the same rules as what is due. Empty when no
 * diagnosis that counts has a month, after a death, and once somebody has left the practice.
 * @param person events in journey order.
 */
export const contactClocks = (person: RulePerson, today: IsoDate): ContactClock[] => {
  const owedWith = (events: readonly RuleEvent[]): DueItem[] => dueItems({ ...person, events })
  const owedNow = owedWith(person.events)
  return owedWith([]).flatMap((first) => {
    const { kind } = first
    // Whoever said no is due again later than at first.
    const item = owedNow.find((owed) => owed.kind === kind) ?? first
    const diagnosed = person.episodes.find((episode) => episode.id === item.episodeId)?.diagnosisDate
    if (kind === 'letter' || diagnosed === undefined || diagnosed === null) return []
    const stops = (event: RuleEvent): boolean => !owedWith([event]).some((owed) => owed.kind === kind)
    const died = person.events.some((event) => event.eventType === 'died')
    if (died) return []
    const doneBy = person.events.find(stops) ?? null
    const startDate = dateSpan(diagnosed).to
    return [
      {
        kind,
        diagnosed,
        startDate,
        dueDate: item.dueDate,
        lapsesDate: item.lapsesDate,
        state: stateOf(item, doneBy, today),
        doneBy,
        daysRun: daysBetween(startDate, doneBy === null ? today : dateSpan(doneBy).to),
        daysAllowed: daysBetween(startDate, item.dueDate),
      },
    ]
  })
}
