import { dateSpan, daysBetween, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { contactEffect, dueItems, type RuleEvent, type RulePerson } from './due-rules.ts'
import { canBeSince } from './letter-matching.ts'
import type { DueItem } from './schema.ts'

/**
 * done: it happened. put-aside: somebody said no, or it was not suitable, and it would be too late to ask again. soon: due
 * within four weeks. lapsed: nobody is asked for it any more.
 */
export type ClockState = 'done' | 'put-aside' | 'not-due' | 'soon' | 'late' | 'lapsed'

/** One contact that a diagnosis is owed, and where it stands. */
export interface ContactClock {
  readonly kind: 'support_contact' | 'care_review'
  readonly diagnosed: PartialDate
  /** Day 0: the diagnosis, or the last day of its month. */
  readonly startDate: IsoDate
  readonly dueDate: IsoDate
  readonly lapsesDate: IsoDate | null
  readonly state: ClockState
  /** The first time it was done. */
  readonly doneBy: RuleEvent | null
  /** The last "no", where nobody asks again after it and it was never done. */
  readonly putAsideBy: RuleEvent | null
  /** Days from the start until today, or until it was done or put aside. */
  readonly daysRun: number
  /** Days from the start until due. */
  readonly daysAllowed: number
}

const SOON_DAYS = 28

type Stopped = Pick<ContactClock, 'doneBy' | 'putAsideBy'>

const stateOf = ({ dueDate, lapsesDate }: DueItem, { doneBy, putAsideBy }: Stopped, today: IsoDate): ClockState => {
  if (doneBy !== null) return 'done'
  if (putAsideBy !== null) return 'put-aside'
  if (lapsesDate !== null && lapsesDate < today) return 'lapsed'
  if (dueDate < today) return 'late'
  return daysBetween(today, dueDate) <= SOON_DAYS ? 'soon' : 'not-due'
}

/** What was recorded of a contact since a diagnosis: the first time it was done, and the last "no". */
const answersSince = (
  events: readonly RuleEvent[],
  kind: ContactClock['kind'],
  diagnosed: IsoDate,
): { readonly done: RuleEvent | null; readonly no: RuleEvent | null } => {
  const effectOf = (event: RuleEvent): 'done' | 'put-aside' | null => {
    const effect = contactEffect(event.eventType)
    return effect?.kind === kind && canBeSince(event, diagnosed) ? effect.effect : null
  }
  return {
    done: events.find((event) => effectOf(event) === 'done') ?? null,
    no: events.findLast((event) => effectOf(event) === 'put-aside') ?? null,
  }
}

/**
 * The two contact clocks of the newest diagnosis that starts them, from the same rules as what is due. Empty when no
 * diagnosis that counts has a month, after a death, and once somebody has left the practice.
 * @param person events in journey order.
 */
export const contactClocks = (person: RulePerson, today: IsoDate): ContactClock[] => {
  if (person.events.some((event) => event.eventType === 'died')) return []
  const owedNow = dueItems(person)
  return dueItems({ ...person, events: [] }).flatMap((first) => {
    const { kind } = first
    const owed = owedNow.find((one) => one.kind === kind)
    // Whoever said no is due again later than at first.
    const item = owed ?? first
    const diagnosed = person.episodes.find((episode) => episode.id === item.episodeId)?.diagnosisDate
    if (kind === 'letter' || diagnosed === undefined || diagnosed === null) return []
    const { done, no } = answersSince(person.events, kind, diagnosed.date)
    const stopped = { doneBy: done, putAsideBy: done === null && owed === undefined ? no : null }
    const stop = stopped.doneBy ?? stopped.putAsideBy
    const startDate = dateSpan(diagnosed).to
    return [
      {
        kind,
        diagnosed,
        startDate,
        dueDate: item.dueDate,
        lapsesDate: item.lapsesDate,
        state: stateOf(item, stopped, today),
        ...stopped,
        daysRun: daysBetween(startDate, stop === null ? today : dateSpan(stop).to),
        daysAllowed: daysBetween(startDate, item.dueDate),
      },
    ]
  })
}
