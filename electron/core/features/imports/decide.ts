import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import type { FieldChange, ImportOutcome } from '#shared/features/imports/schema.ts'
import { decideDiagnoses, type EpisodePatch } from './decide-diagnoses.ts'
import { decidePerson, type PersonPatch } from './decide-person.ts'
import type { Incoming, IncomingDiagnosis, IncomingEvent, IncomingPerson } from './incoming.ts'
import type { OurPerson } from './our-people.ts'
import { partialOf, sameEvent } from './same-thing.ts'
import { diagnosisWords, eventWords } from './words.ts'

/** What is done about one person of the file: exactly this is shown, and exactly this is stored. */
export interface Decision {
  readonly outcome: Exclude<ImportOutcome, 'rejected'>
  /** null for somebody new. */
  readonly personId: string | null
  readonly matchedOn: string | null
  readonly patch: PersonPatch
  readonly episodePatches: readonly { readonly id: string; readonly patch: EpisodePatch }[]
  readonly diagnoses: readonly IncomingDiagnosis[]
  readonly events: readonly IncomingEvent[]
  readonly changes: readonly FieldChange[]
}

export type Verdict =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly reason: string }

const added = (label: string, theirs: string): FieldChange => ({
  label,
  ours: null,
  theirs,
  taken: true,
  why: 'Not on our record',
})

const personFacts = (person: IncomingPerson): FieldChange[] => {
  const facts: readonly (readonly [string, string | null])[] = [
    ['NHS number', person.nhsNumber === null ? null : formatNhsNumber(person.nhsNumber)],
    ['Date of birth', person.birthDate === null ? null : formatIsoDate(person.birthDate)],
    ['Local number', person.localId],
    ['Postcode', person.postcode],
    ['Usual GP', person.usualGp],
    ['Date of death', person.deathDate === null ? null : formatPartialDate(person.deathDate)],
  ]
  return facts.flatMap(([label, theirs]) => (theirs === null ? [] : [added(label, theirs)]))
}

const eventChanges = (events: readonly IncomingEvent[]): FieldChange[] =>
  events.map((event) => added('Event', eventWords(event)))

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
  const changes = [
    ...personFacts(person),
    ...diagnoses.map((diagnosis) => added('Diagnosis', diagnosisWords(diagnosis))),
    ...eventChanges(events),
  ]
  return {
    ok: true,
    decision: {
      outcome: 'new',
      personId: null,
      matchedOn: null,
      patch: {},
      episodePatches: [],
      diagnoses,
      events,
      changes,
    },
  }
}

const newEvents = (incoming: Incoming, ours: OurPerson): IncomingEvent[] => {
  const known = ours.events.map((event) => ({
    eventType: event.event_type,
    date: partialOf(event.event_date, event.event_date_precision) ?? {
      date: event.event_date,
      precision: 'day' as const,
    },
    note: event.note,
  }))
  return incoming.events.filter((event) => !known.some((one) => sameEvent(one, event)))
}

/** Somebody on the register: what the file adds and changes, or why it cannot be taken without asking. */
export const decideKnown = (incoming: Incoming, ours: OurPerson, matchedOn: string): Verdict => {
  const person = decidePerson(incoming.person, ours.row)
  const diagnoses = decideDiagnoses(incoming.diagnoses, ours.episodes)
  const contradiction = person.contradiction ?? diagnoses.contradiction
  if (contradiction !== null) return { ok: false, reason: contradiction }
  const events = newEvents(incoming, ours)
  const changes = [...person.changes, ...diagnoses.changes, ...eventChanges(events)]
  return {
    ok: true,
    decision: {
      outcome: changes.some((change) => change.taken) ? 'changed' : 'same',
      personId: ours.row.id,
      matchedOn,
      patch: person.patch,
      episodePatches: diagnoses.patches,
      diagnoses: diagnoses.added,
      events,
      changes,
    },
  }
}
