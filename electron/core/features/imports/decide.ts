import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import {
  dateSpan,
  formatIsoDate,
  formatPartialDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { labelOf, SEX_CODES } from '#shared/domain/people.ts'
import type { DifferenceChoices, FieldChange, ImportOutcome } from '#shared/features/imports/schema.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import { decideDiagnoses, type EpisodePatch } from './decide-diagnoses.ts'
import { decidePerson, type PersonPatch } from './decide-person.ts'
import { added, isConflict, refined, Settling } from './differences.ts'
import {
  firstLine,
  type Incoming,
  type IncomingDiagnosis,
  type IncomingEvent,
  type IncomingPerson,
} from './incoming.ts'
import type { OurPerson } from './our-people.ts'
import { isMoreExact, partialOf, sameDate, sameEvent } from './same-thing.ts'
import { eventWords, newDiagnosisWords } from './words.ts'

/** A date of an event of ours that the file tells more exactly. */
type EventPatch = Pick<JourneyEventTable, 'event_date' | 'event_date_precision'>

/** What is done about one person of the file: exactly this is shown, and exactly this is stored. */
export interface Decision {
  readonly outcome: Exclude<ImportOutcome, 'rejected'>
  /** null for somebody new. */
  readonly personId: string | null
  readonly matchedOn: string | null
  readonly patch: PersonPatch
  readonly episodePatches: readonly { readonly id: string; readonly patch: EpisodePatch }[]
  readonly eventPatches: readonly { readonly id: string; readonly patch: EventPatch }[]
  readonly diagnoses: readonly IncomingDiagnosis[]
  readonly events: readonly IncomingEvent[]
  /** Field by field, for somebody on the register. Of somebody new everything is: see {@link changesOfNew}. */
  readonly changes: readonly FieldChange[]
}

export type Verdict =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly reason: string }

const personFacts = (person: IncomingPerson): FieldChange[] => {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Title', person.title],
    ['Surname', person.surname],
    ['First name', person.givenName],
    ['NHS number', person.nhsNumber === null ? null : formatNhsNumber(person.nhsNumber)],
    ['Date of birth', person.birthDate === null ? null : formatIsoDate(person.birthDate)],
    ['Sex', person.sex === null ? null : labelOf(SEX_CODES, person.sex)],
    ['Local number', person.localId],
    ['Postcode', person.postcode],
    ['Usual GP', person.usualGp],
    ['Date of death', person.deathDate === null ? null : formatPartialDate(person.deathDate)],
  ]
  return facts.flatMap(([label, theirs]) => (theirs === null ? [] : [added(label, theirs)]))
}

const eventChanges = (events: readonly IncomingEvent[]): FieldChange[] =>
  events.map((event) => added('Event', eventWords(event)))

const NOTHING = { patch: {}, episodePatches: [], eventPatches: [], changes: [] } as const

/** Somebody of whom the file tells nothing that the register does not have. */
export const sameAs = (personId: string, matchedOn: string): Decision => ({
  outcome: 'same',
  personId,
  matchedOn,
  patch: NOTHING.patch,
  episodePatches: NOTHING.episodePatches,
  eventPatches: NOTHING.eventPatches,
  diagnoses: NOTHING.changes,
  events: NOTHING.changes,
  changes: NOTHING.changes,
})

/**
 * What cannot be, because somebody was not born yet: their date of birth may stand on another row of the file, or only on
 * the register. It does not depend on what anybody chooses.
 */
const beforeBirth = ({ person, diagnoses, events }: Incoming, birthDate: IsoDate | null): string | null => {
  if (birthDate === null) return null
  const isBefore = (date: PartialDate | null): boolean =>
    date !== null && date.date < birthDate && dateSpan(date).to < birthDate
  if (isBefore(person.deathDate)) return 'Died before birth'
  if (diagnoses.some(({ date }) => isBefore(date))) return 'Diagnosis date is before the date of birth'
  return events.some(({ date }) => isBefore(date)) ? 'Event date is before the date of birth' : null
}

/**
 * Somebody who is not on the register. They need a surname or a local number, and a number to be told from others by, as
 * when typed in.
 */
export const decideNew = (incoming: Incoming): Verdict => {
  const { person, diagnoses, events } = incoming
  if (person.surname === null && person.localId === null)
    return { ok: false, reason: 'New to the register, without a surname or a local number' }
  if (person.nhsNumber === null && person.localId === null)
    return { ok: false, reason: 'New to the register, without an NHS number or a local number' }
  const unborn = beforeBirth(incoming, person.birthDate)
  if (unborn !== null) return { ok: false, reason: unborn }
  return { ok: true, decision: { outcome: 'new', personId: null, matchedOn: null, ...NOTHING, diagnoses, events } }
}

/** Everything that is stored of somebody new, as a screen lists it. */
export const changesOfNew = ({ person, diagnoses, events }: Incoming): FieldChange[] => [
  ...personFacts(person),
  ...diagnoses.map((diagnosis) => added('Diagnosis', newDiagnosisWords(diagnosis))),
  ...eventChanges(events),
]

/** Whether bringing somebody in stores anything. */
export const storesSomething = ({
  personId,
  patch,
  episodePatches,
  eventPatches,
  diagnoses,
  events,
}: Decision): boolean =>
  personId === null ||
  Object.keys(patch).length + episodePatches.length + eventPatches.length + diagnoses.length + events.length > 0

type Happened = Parameters<typeof sameEvent>[0]

interface OwnEvent extends Happened {
  readonly id: string
}

interface EventsDecision {
  readonly added: readonly IncomingEvent[]
  readonly patches: Decision['eventPatches']
  readonly changes: readonly FieldChange[]
}

const NO_EVENTS: EventsDecision = { added: [], patches: [], changes: [] }

/** Those of ours that only one of the file can be, and that is told more exactly there. */
const refinedEvents = (left: readonly IncomingEvent[], free: readonly OwnEvent[]): Omit<EventsDecision, 'added'> => {
  const pairs = free.flatMap((one) => {
    const [event, another] = left.filter((told) => sameEvent(one, told))
    if (event === undefined || another !== undefined || !isMoreExact(event.date, one.date)) return []
    return free.filter((other) => sameEvent(other, event)).length === 1 ? [{ one, event }] : []
  })
  return {
    patches: pairs.map(({ one, event: { date } }) => ({
      id: one.id,
      patch: { event_date: date.date, event_date_precision: date.precision },
    })),
    changes: pairs.map(({ one, event }) =>
      refined(eventTypeOf(event.eventType).label, formatPartialDate(one.date), formatPartialDate(event.date)),
    ),
  }
}

/**
 * Each of ours stands for one of the file, the same day first: what is vague of ours cannot have been two exact ones.
 * Where there is no doubt which one it is, ours takes the more exact date.
 */
const decideEvents = (incoming: Incoming, ours: OurPerson): EventsDecision => {
  if (incoming.events.length === 0) return NO_EVENTS
  const free = ours.events.map((event): OwnEvent => ({
    id: event.id,
    eventType: event.event_type,
    date: partialOf(event.event_date, event.event_date_precision) ?? {
      date: event.event_date,
      precision: 'day' as const,
    },
    note: event.note,
  }))
  const isNew = (event: IncomingEvent, fits: (one: Happened) => boolean): boolean => {
    const at = free.findIndex((one) => sameEvent(one, event) && fits(one))
    if (at >= 0) free.splice(at, 1)
    return at < 0
  }
  const left = incoming.events.filter((event) => isNew(event, (one) => sameDate(one.date, event.date)))
  const better = refinedEvents(left, free)
  return { ...better, added: left.filter((event) => isNew(event, () => true)) }
}

const outcomeOf = (changes: readonly FieldChange[]): Decision['outcome'] => {
  if (isConflict(changes)) return 'conflict'
  return changes.some((change) => change.taken) ? 'changed' : 'same'
}

/** Somebody on the register: what the file adds and changes, or why it cannot be taken without asking. */
export const decideKnown = (
  incoming: Incoming,
  ours: OurPerson,
  matchedOn: string,
  choices: DifferenceChoices,
): Verdict => {
  const settling = new Settling(choices, firstLine(incoming))
  const person = decidePerson(incoming.person, ours.row, settling)
  if (person.contradiction !== null) return { ok: false, reason: person.contradiction }
  const diagnoses = decideDiagnoses(incoming.diagnoses, ours.episodes, settling)
  const events = decideEvents(incoming, ours)
  const changes = [...person.changes, ...diagnoses.changes, ...events.changes, ...eventChanges(events.added)]
  const { id } = ours.row
  if (changes.length === 0) return { ok: true, decision: sameAs(id, matchedOn) }
  const unborn = beforeBirth(incoming, ours.row.birth_date ?? incoming.person.birthDate)
  if (unborn !== null)
    return { ok: false, reason: incoming.person.birthDate === null ? `${unborn} on the register` : unborn }
  return {
    ok: true,
    decision: {
      outcome: outcomeOf(changes),
      personId: id,
      matchedOn,
      patch: person.patch,
      episodePatches: diagnoses.patches,
      eventPatches: events.patches,
      diagnoses: diagnoses.added,
      events: events.added,
      changes,
    },
  }
}
