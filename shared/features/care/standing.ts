import {
  addDays,
  addMonths,
  dateSpan,
  daysBetween,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import {
  CONTACT_RULES,
  contactEffect,
  type ContactKind,
  dueItems,
  type RuleEvent,
  type RulePerson,
} from '#shared/features/journey/public.ts'
import { CONTACT_KINDS, eventTypeFor } from './kinds.ts'

/**
 * Where somebody stands for one contact.
 * later: not due for four weeks yet. due: within four weeks. no-answer: two invitations and no reply.
 * lapsed: not done in time, and no longer looked for.
 */
export type StandingState = 'done' | 'declined' | 'unsuitable' | 'no-answer' | 'overdue' | 'due' | 'later' | 'lapsed'

/** What counts as no response, and how far ahead "due" looks. Named by everything that rests on it. */
export const STANDING_RULES = {
  version: 'standing-1',
  /** Invitations this many days apart count as two (QOF business rules, CANINVITE). */
  invitationsApartDays: 7,
  /** Two invitations count as no response for so long after the first of them. */
  noAnswerMonths: 12,
  soonDays: 28,
} as const

/** The whole name of the rule: ours, and the one for when a contact is due. */
export const STANDING_VERSION = `${STANDING_RULES.version}; ${CONTACT_RULES.version}`

/** What the rule needs of an event, with what is shown of it where that is known. */
export interface CareEvent extends RuleEvent {
  readonly method?: string | null
  readonly doneBy?: string | null
  readonly template?: string | null
}

export interface CarePerson extends Omit<RulePerson, 'events'> {
  /** In journey order. */
  readonly events: readonly CareEvent[]
}

export interface Standing {
  readonly kind: ContactKind
  readonly state: StandingState
  readonly episodeId: string
  /** As far as it is known. */
  readonly diagnosed: PartialDate
  /** Day 0: the diagnosis, or the last day of its month. */
  readonly startDate: IsoDate
  /** When it is due now: later than at first once somebody said no. */
  readonly dueDate: IsoDate
  /** After this day nobody looks for it any more. */
  readonly lapsesDate: IsoDate
  /** Since the diagnosis and since the last "no", oldest first. */
  readonly invitations: readonly CareEvent[]
  /** Two invitations count as no response until this day; null: they do not. */
  readonly noAnswerUntil: IsoDate | null
  /** What settled it: the first time it was done, or the last "no". */
  readonly settledBy: CareEvent | null
  /** For a "no": the day it is due again; null when that would be too late to matter. */
  readonly dueAgain: IsoDate | null
}

/** What was tried for one contact since a diagnosis. */
export interface Attempts<Event extends RuleEvent = CareEvent> {
  /** The first time it was done. */
  readonly done: Event | null
  /** The last "no": declined or not suitable. */
  readonly no: Event | null
  /** Invitations since the last "no", oldest first. */
  readonly invitations: readonly Event[]
}

/**
 * What was tried for a contact on or after a day.
 * @param events in journey order.
 */
export const attemptsSince = <Event extends RuleEvent>(
  events: readonly Event[],
  kind: ContactKind,
  day: IsoDate,
): Attempts<Event> => {
  const invited = eventTypeFor(kind, 'invited')
  let done: Event | null = null
  let no: Event | null = null
  let invitations: Event[] = []
  for (const event of events) {
    const effect = contactEffect(event.eventType)
    if (effect === null && event.eventType !== invited) continue
    if (dateSpan(event).to < day) continue
    if (effect === null) invitations.push(event)
    else if (effect.kind === kind && effect.effect === 'done') done ??= event
    else if (effect.kind === kind) {
      no = event
      invitations = []
    }
  }
  return { done, no, invitations }
}

/**
 * The day until which two invitations count as no response: the first two that are certainly seven days apart and not
 * more than a year. Vague dates are taken at the ends that lie closest together, so doubt never takes anybody off a list.
 */
export const noAnswerUntil = (invitations: readonly RuleEvent[]): IsoDate | null => {
  const { invitationsApartDays, noAnswerMonths } = STANDING_RULES
  const untils = invitations.flatMap((first) => {
    const until = addMonths(first.date, noAnswerMonths)
    const second = invitations.some(
      (other) => daysBetween(dateSpan(first).to, other.date) >= invitationsApartDays && other.date <= until,
    )
    return second ? [until] : []
  })
  return untils.reduce<IsoDate | null>((latest, until) => (latest === null || until > latest ? until : latest), null)
}

/** The first day on which another invitation would make it two; null while none has been sent. */
export const secondInvitationFrom = ({ invitations }: Standing): IsoDate | null => {
  const last = invitations.at(-1)
  return last === undefined ? null : addDays(dateSpan(last).to, STANDING_RULES.invitationsApartDays)
}

const putAsideState = (event: CareEvent): 'declined' | 'unsuitable' =>
  event.eventType.endsWith('_unsuitable') ? 'unsuitable' : 'declined'

const soon = (day: IsoDate, today: IsoDate): boolean => daysBetween(today, day) <= STANDING_RULES.soonDays

const stateOf = (
  { done, no, invitations }: Attempts,
  dueNow: IsoDate | null,
  lapsesDate: IsoDate,
  today: IsoDate,
): StandingState => {
  if (done !== null) return 'done'
  if (no !== null && (dueNow === null || !soon(dueNow, today))) return putAsideState(no)
  if (dueNow === null || lapsesDate < today) return 'lapsed'
  const unanswered = noAnswerUntil(invitations)
  if (unanswered !== null && unanswered >= today) return 'no-answer'
  if (dueNow < today) return 'overdue'
  return soon(dueNow, today) ? 'due' : 'later'
}

const standingFor = (person: CarePerson, kind: ContactKind, today: IsoDate): Standing | null => {
  const first = dueItems({ ...person, events: [] }).find((item) => item.kind === kind)
  const diagnosed = person.episodes.find(({ id }) => id === first?.episodeId)?.diagnosisDate
  if (first?.lapsesDate == null || first.episodeId === null || diagnosed == null) return null
  const attempts = attemptsSince(person.events, kind, diagnosed.date)
  const dueNow = dueItems(person).find((item) => item.kind === kind)?.dueDate ?? null
  return {
    kind,
    state: stateOf(attempts, dueNow, first.lapsesDate, today),
    episodeId: first.episodeId,
    diagnosed,
    startDate: dateSpan(diagnosed).to,
    dueDate: dueNow ?? first.dueDate,
    lapsesDate: first.lapsesDate,
    invitations: attempts.invitations,
    noAnswerUntil: noAnswerUntil(attempts.invitations),
    settledBy: attempts.done ?? attempts.no,
    dueAgain: attempts.done === null && attempts.no !== null ? dueNow : null,
  }
}

/**
 * Where somebody stands for each contact, after the newest diagnosis that counts. Empty when no diagnosis that
 * counts has a month, after a death, and once somebody has left the practice: nothing is owed then.
 */
export const careStandings = (person: CarePerson, today: IsoDate): Standing[] =>
  person.events.some(({ eventType }) => eventType === 'died')
    ? []
    : CONTACT_KINDS.flatMap(({ code }) => standingFor(person, code, today) ?? [])
