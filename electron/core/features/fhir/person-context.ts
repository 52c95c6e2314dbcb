import { placeOf } from '#shared/features/fhir/event-places.ts'
import type { ResourceType } from '#shared/features/fhir/schema.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import { type Reference, referenceTo } from './resource.ts'
import type { PersonRows } from './rows.ts'
import type { SharedResources } from './shared-resources.ts'
import type { Telling } from './telling.ts'

/** One person with what their resources need to name each other. Only what is in the bundle can be named. */
export interface PersonContext extends PersonRows {
  readonly telling: Telling
  readonly shared: SharedResources
  readonly patient: Reference
  /** The event that began a referral, by pathway. */
  readonly sentEvents: ReadonlyMap<string, JourneyEventTable>
  /** The event that ends what another began, by the id of that other. */
  readonly endings: ReadonlyMap<string, JourneyEventTable>
  /** The event that a diagnosis takes its onset from, by episode. */
  readonly onsets: ReadonlyMap<string, JourneyEventTable>
  readonly endsAnother: ReadonlySet<string>
  condition(episodeId: string | null): Reference | undefined
  referral(pathwayId: string | null): Reference | undefined
  /** What stands for an event. */
  event(eventId: string | null): (Reference & { readonly resourceType: ResourceType }) | undefined
}

const SENT = ['urgent_referral', 'routine_referral']

const firstOf = (
  events: readonly JourneyEventTable[],
  types: readonly string[],
  keyOf: (event: JourneyEventTable) => string | null,
): Map<string, JourneyEventTable> => {
  const found = new Map<string, JourneyEventTable>()
  for (const event of events) {
    const key = keyOf(event)
    if (key !== null && types.includes(event.event_type) && !found.has(key)) found.set(key, event)
  }
  return found
}

/** Pairs each event that begins something with the next one of the same diagnosis that ends it. */
const endingsOf = (events: readonly JourneyEventTable[]): Map<string, JourneyEventTable> => {
  const endings = new Map<string, JourneyEventTable>()
  const taken = new Set<string>()
  for (const [at, event] of events.entries()) {
    const place = placeOf(event.event_type)
    const until = 'until' in place ? place.until : undefined
    if (until === undefined || until === null) continue
    const end = events
      .slice(at + 1)
      .find((later) => later.event_type === until && later.episode_id === event.episode_id && !taken.has(later.id))
    if (end === undefined) continue
    taken.add(end.id)
    endings.set(event.id, end)
  }
  return endings
}

export const personContext = (rows: PersonRows, telling: Telling, shared: SharedResources): PersonContext => {
  const { events, episodes, pathways } = rows
  const pathwayIds = new Set(pathways.map(({ id }) => id))
  const episodeIds = new Set(episodes.map(({ id }) => id))
  const sentEvents = firstOf(events, SENT, ({ pathway_id: id }) => (id !== null && pathwayIds.has(id) ? id : null))
  const onsets = firstOf(events, ['symptom_noticed'], ({ episode_id: id }) =>
    id !== null && episodeIds.has(id) ? id : null,
  )
  const endings = endingsOf(events)
  const beginningOf = new Map([...endings].map(([begin, end]) => [end.id, begin]))
  const byId = new Map(events.map((event) => [event.id, event]))
  const reference = (resourceType: ResourceType, key: string) => ({
    ...referenceTo(telling.id(resourceType, key)),
    resourceType,
  })
  const standsFor = (event: JourneyEventTable): ReturnType<PersonContext['event']> => {
    const place = placeOf(event.event_type)
    const key = beginningOf.get(event.id) ?? event.id
    switch (place.as) {
      case 'death':
        return undefined
      case 'onset':
        return event.episode_id !== null && onsets.get(event.episode_id) === event
          ? reference('Condition', event.episode_id)
          : reference('Condition', event.id)
      case 'QuestionnaireResponse':
        return reference(place.met ? 'Encounter' : place.as, key)
      case 'ServiceRequest':
        return event.pathway_id !== null && sentEvents.get(event.pathway_id) === event
          ? reference('ServiceRequest', event.pathway_id)
          : reference('ServiceRequest', event.id)
      default:
        return reference(place.as, key)
    }
  }
  return {
    ...rows,
    telling,
    shared,
    patient: referenceTo(telling.id('Patient', rows.person.id)),
    sentEvents,
    endings,
    onsets,
    endsAnother: new Set(beginningOf.keys()),
    condition: (id) => (id !== null && episodeIds.has(id) ? referenceTo(telling.id('Condition', id)) : undefined),
    referral: (id) => (id !== null && pathwayIds.has(id) ? referenceTo(telling.id('ServiceRequest', id)) : undefined),
    event(id) {
      const event = id === null ? undefined : byId.get(id)
      return event && standsFor(event)
    },
  }
}
