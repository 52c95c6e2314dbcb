import { type EventPlace, placeOf } from '#shared/features/fhir/event-places.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { METHODS } from '#shared/features/journey/schema.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import { mapSymptom } from './map-condition.ts'
import { mapReferralEvent } from './map-referral.ts'
import type { PersonContext } from './person-context.ts'
import {
  filled,
  hl7Coding,
  notesOf,
  ownConcept,
  ownExtension,
  type Reference,
  type Resource,
  resource,
  some,
} from './resource.ts'

type Of<As extends EventPlace['as']> = Extract<EventPlace, { readonly as: As }>
type Period = { readonly start?: string | undefined; readonly end?: string | undefined }

const PROCEDURE_CATEGORIES = { test: 'Test', treatment: 'Treatment', other: 'Other care' } as const

const conceptOf = ({ event_type: type }: JourneyEventTable): object => {
  const { code, label } = eventTypeOf(type)
  return ownConcept('event-type', code, label)
}

const dateOf = ({ telling }: PersonContext, event: JourneyEventTable | undefined): string | undefined =>
  telling.date(event?.event_date ?? null, event?.event_date_precision ?? null)

/** Where it happened: the hospital of the event, of its referral or of its diagnosis; else, for our own work, the practice. */
const placeOfWork = (context: PersonContext, event: JourneyEventTable): Reference | undefined => {
  const { shared, pathways, episodes } = context
  if (event.hospital !== null) return shared.hospital(event.hospital)
  if (event.lane === 'primary') return shared.practice
  if (event.lane !== 'hospital') return undefined
  const pathway = pathways.find(({ id }) => id === event.pathway_id)
  const episode = episodes.find(({ id }) => id === event.episode_id)
  return shared.hospital(pathway?.hospital ?? episode?.hospital ?? null)
}

/** How long it lasted, and whether that is known: something begun whose end nobody logged may go on. */
const spanOf = (
  context: PersonContext,
  event: JourneyEventTable,
  place: Of<'Encounter'> | Of<'Procedure'>,
): { readonly period: Period; readonly known: boolean } => {
  const day = dateOf(context, event)
  if (place.ends === true) return { period: { end: day }, known: true }
  if (place.until === undefined) return { period: { start: day, end: day }, known: true }
  const end = dateOf(context, context.endings.get(event.id))
  return { period: { start: day, end }, known: end !== undefined }
}

const encounter = (context: PersonContext, event: JourneyEventTable, place: Of<'Encounter'>): Resource => {
  const { telling, patient } = context
  const { period, known } = spanOf(context, event, place)
  const remote = event.method !== null && event.method !== 'in_person'
  const note = telling.typed(event.note)
  const doneBy = telling.typed(event.done_by)
  const status = known ? 'finished' : 'unknown'
  return resource('Encounter', telling.id('Encounter', event.id), telling, {
    extension: note === undefined ? undefined : [{ url: ownExtension('note'), valueString: note }],
    status: place.cancelled === true ? 'cancelled' : status,
    class: hl7Coding('v3-ActCode', remote ? 'VR' : place.at),
    type: [conceptOf(event)],
    subject: patient,
    basedOn: some([context.referral(event.pathway_id)]),
    participant: doneBy === undefined ? undefined : [{ individual: { display: doneBy } }],
    period: filled(period),
    reasonReference: some([context.condition(event.episode_id)]),
    serviceProvider: placeOfWork(context, event),
  })
}

const procedure = (context: PersonContext, event: JourneyEventTable, place: Of<'Procedure'>): Resource => {
  const { telling, patient } = context
  const { period, known } = spanOf(context, event, place)
  const inOneDay = place.until === undefined && place.ends !== true
  const where = placeOfWork(context, event)
  const end = context.endings.get(event.id)
  return resource('Procedure', telling.id('Procedure', event.id), telling, {
    basedOn: some([context.referral(event.pathway_id)]),
    status: known ? 'completed' : 'unknown',
    category: ownConcept('procedure-category', place.category, PROCEDURE_CATEGORIES[place.category]),
    code: conceptOf(event),
    subject: patient,
    ...(inOneDay ? { performedDateTime: period.start } : { performedPeriod: filled(period) }),
    performer: where && [{ actor: where }],
    reasonReference: some([context.condition(event.episode_id)]),
    note: some([event, end].map((one) => filled({ text: telling.typed(one?.note ?? null) }))),
  })
}

/** A step of somebody's work at which nobody met. */
const step = (context: PersonContext, event: JourneyEventTable, place: Of<'Task'>): Resource => {
  const { telling, patient } = context
  return resource('Task', telling.id('Task', event.id), telling, {
    status: place.status,
    intent: 'order',
    code: conceptOf(event),
    focus: context.referral(event.pathway_id),
    for: patient,
    authoredOn: dateOf(context, event),
    requester: placeOfWork(context, event),
    reasonReference: context.condition(event.episode_id),
    note: notesOf(telling.typed(event.note)),
  })
}

/** A letter, of which the register knows that it came and what it is about, and never what it says. */
const documentReference = (context: PersonContext, event: JourneyEventTable): Resource => {
  const { telling, patient, shared } = context
  const about = context.events.find(({ id }) => id === event.answers_event_id)
  const answered = context.event(event.answers_event_id)
  const author = shared.hospital(event.hospital) ?? (about && placeOfWork(context, about))
  const day = dateOf(context, about)
  return resource('DocumentReference', telling.id('DocumentReference', event.id), telling, {
    status: 'current',
    type: conceptOf(event),
    category: [ownConcept('document-category', 'letter', 'Letter to the practice')],
    subject: patient,
    author: some([author]),
    custodian: shared.practice,
    description: telling.typed(event.note),
    content: [{ attachment: { title: eventTypeOf(event.event_type).label, creation: dateOf(context, event) } }],
    context: filled({
      period: day === undefined ? undefined : { start: day, end: day },
      related: answered && [{ reference: answered.reference }],
    }),
  })
}

const answer = (linkId: string, text: string, value: object | undefined): object | undefined =>
  value && { linkId, text, answer: [value] }

/** A review or an assessment: that it was held and how. The register holds none of its answers. */
const questionnaireResponse = (
  context: PersonContext,
  event: JourneyEventTable,
  { met }: Of<'QuestionnaireResponse'>,
): Resource[] => {
  const { telling, patient, shared } = context
  const held = met ? encounter(context, event, { as: 'Encounter', at: 'AMB' }) : undefined
  const method = METHODS.find(({ code }) => code === event.method)
  const template = telling.typed(event.template)
  const note = telling.typed(event.note)
  const structured = (event.template ?? '') !== ''
  const response = resource('QuestionnaireResponse', telling.id('QuestionnaireResponse', event.id), telling, {
    status: 'completed',
    subject: patient,
    encounter: held && { reference: `urn:uuid:${held.id}` },
    authored: dateOf(context, event),
    author: shared.practice,
    item: some([
      { linkId: 'what', text: 'What was held', answer: [{ valueString: eventTypeOf(event.event_type).label }] },
      answer('how', 'How it was held', method && { valueString: method.label }),
      met ? answer('structured', 'With a structured template', { valueBoolean: structured }) : undefined,
      answer('template', 'Name of the template', template === undefined ? undefined : { valueString: template }),
      answer('note', 'Note', note === undefined ? undefined : { valueString: note }),
    ]),
  })
  return held === undefined ? [response] : [held, response]
}

const carePlan = (context: PersonContext, event: JourneyEventTable): Resource => {
  const { telling, patient, shared } = context
  const day = dateOf(context, event)
  return resource('CarePlan', telling.id('CarePlan', event.id), telling, {
    status: 'active',
    intent: 'plan',
    category: [conceptOf(event)],
    title: eventTypeOf(event.event_type).label,
    subject: patient,
    period: filled({ start: day }),
    author: shared.practice,
    addresses: some([context.condition(event.episode_id)]),
    note: notesOf(telling.typed(event.note)),
  })
}

const resourcesOf = (context: PersonContext, event: JourneyEventTable): Resource[] => {
  const place = placeOf(event.event_type)
  switch (place.as) {
    case 'Encounter':
      return [encounter(context, event, place)]
    case 'Procedure':
      return [procedure(context, event, place)]
    case 'ServiceRequest':
      return mapReferralEvent(context, event, place.priority)
    case 'Task':
      return [step(context, event, place)]
    case 'DocumentReference':
      return [documentReference(context, event)]
    case 'QuestionnaireResponse':
      return questionnaireResponse(context, event, place)
    case 'CarePlan':
      return [carePlan(context, event)]
    case 'onset':
      return mapSymptom(context, event)
    case 'death':
      return []
  }
}

/** Each event once; what ends another is told with it. */
export const mapEvents = (context: PersonContext): Resource[] =>
  context.events.filter(({ id }) => !context.endsAnother.has(id)).flatMap((event) => resourcesOf(context, event))
