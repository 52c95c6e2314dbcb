import type { CommandContext } from '../../context.ts'
import type { IncomingDiagnosis, IncomingEvent } from './incoming.ts'
import type { Planned } from './plan.ts'

const addDiagnosis = (context: CommandContext, personId: string, diagnosis: IncomingDiagnosis): Promise<void> =>
  context.insert('cancer_episode', {
    id: context.env.ids.next(),
    person_id: personId,
    kind: diagnosis.kind,
    tumour_group: diagnosis.tumourGroup,
    site: diagnosis.site,
    icd10_code: diagnosis.icd10Code,
    diagnosis_date: diagnosis.date?.date ?? null,
    diagnosis_date_precision: diagnosis.date?.precision ?? null,
    stage: diagnosis.stage,
    route: diagnosis.route,
    hospital: diagnosis.hospital,
  })

const addEvent = (context: CommandContext, personId: string, event: IncomingEvent): Promise<void> =>
  context.insert('journey_event', {
    id: context.env.ids.next(),
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

const addPerson = async (context: CommandContext, { incoming }: Planned): Promise<string> => {
  const { person } = incoming
  if (person.surname === null || person.givenName === null) throw new Error('somebody new was planned without a name')
  const id = context.env.ids.next()
  await context.insert('person', {
    id,
    nhs_number: person.nhsNumber,
    local_id: person.localId,
    title: person.title,
    surname: person.surname,
    given_name: person.givenName,
    birth_date: person.birthDate,
    sex: person.sex ?? 'X',
    postcode: person.postcode,
    usual_gp: person.usualGp,
    named_lead_id: null,
    leave_out_of_sharing: 0,
    death_date: person.deathDate?.date ?? null,
    death_date_precision: person.deathDate?.precision ?? null,
  })
  return id
}

/** Stores exactly what was decided about one person, no more and no less. */
export const writePerson = async (context: CommandContext, planned: Planned): Promise<void> => {
  const { decision } = planned
  if (decision.outcome === 'same') return
  const personId = decision.personId ?? (await addPerson(context, planned))
  if (decision.personId !== null && Object.keys(decision.patch).length > 0)
    await context.update('person', personId, decision.patch, null)
  for (const { id, patch } of decision.episodePatches) await context.update('cancer_episode', id, patch, null)
  for (const diagnosis of decision.diagnoses) await addDiagnosis(context, personId, diagnosis)
  for (const event of decision.events) await addEvent(context, personId, event)
}
