import type { CommandContext } from '../../context.ts'
import type { NewPerson, NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'
import type { IncomingDiagnosis, IncomingEvent } from './incoming.ts'
import type { PlannedInFull } from './planned.ts'
import { storedDiagnosis, storedPerson } from './stored.ts'

const episodeRow = (ids: Ids, personId: string, diagnosis: IncomingDiagnosis): NewRow<'cancer_episode'> => ({
  id: ids.next(),
  person_id: personId,
  ...storedDiagnosis(diagnosis),
  code_source: diagnosis.icd10Code === null ? null : 'imported',
})

const eventRow = (ids: Ids, personId: string, event: IncomingEvent): NewRow<'journey_event'> => ({
  id: ids.next(),
  person_id: personId,
  episode_id: null,
  event_type: event.eventType,
  lane: event.lane,
  event_date: event.date.date,
  event_date_precision: event.date.precision,
  note: event.note,
  told_by: 'import',
  answers_event_id: null,
})

const personRow = (ids: Ids, { incoming: { person } }: PlannedInFull): NewRow<'person'> => ({
  id: ids.next(),
  ...storedPerson(person),
  named_lead_id: null,
  leave_out_of_sharing: 0,
})

const belongings = (ids: Ids, personId: string, { decision }: PlannedInFull): Omit<NewPerson, 'person'> => ({
  episodes: decision.diagnoses.map((diagnosis) => episodeRow(ids, personId, diagnosis)),
  events: decision.events.map((event) => eventRow(ids, personId, event)),
})

const updateKnown = async (context: CommandContext, personId: string, { decision }: PlannedInFull): Promise<void> => {
  if (Object.keys(decision.patch).length > 0) await context.update('person', personId, decision.patch, null)
  for (const { id, patch } of decision.episodePatches) await context.update('cancer_episode', id, patch, null)
  for (const { id, patch } of decision.eventPatches) await context.update('journey_event', id, patch, null)
}

/** Stores exactly what was decided about some people, no more and no less. */
export const writePeople = async (context: CommandContext, people: readonly PlannedInFull[]): Promise<void> => {
  const { ids } = context.env
  const newPeople: NewPerson[] = []
  const added: Omit<NewPerson, 'person'>[] = []
  for (const planned of people) {
    const { personId } = planned.decision
    if (personId === null) {
      const person = personRow(ids, planned)
      newPeople.push({ person, ...belongings(ids, person.id, planned) })
    } else {
      await updateKnown(context, personId, planned)
      added.push(belongings(ids, personId, planned))
    }
  }
  await context.addPeople(newPeople)
  await context.insertMany(
    'cancer_episode',
    added.flatMap(({ episodes }) => episodes),
  )
  await context.insertMany(
    'journey_event',
    added.flatMap(({ events }) => events),
  )
}
