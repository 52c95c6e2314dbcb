import type { WriteHandle } from '../db/database.ts'
import type { NewPerson } from '../db/recorder.ts'
import { eventRowsInOrder } from '../db/rows.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../db/schema.ts'

/** What a summary is made of; notes and sources stay unread, which halves the reading of a large import. */
const PERSON_COLUMNS = [
  'id',
  'nhs_number',
  'local_id',
  'title',
  'surname',
  'given_name',
  'known_as',
  'previous_surname',
  'birth_date',
  'death_date',
  'death_date_precision',
  'named_lead_id',
  'sex',
  'postcode',
  'nhs_number_status',
  'death_place',
  'deprivation_quintile',
  'deprivation_index',
] as const
const EPISODE_COLUMNS = [
  'id',
  'person_id',
  'kind',
  'tumour_group',
  'site',
  'stage',
  'diagnosis_date',
  'diagnosis_date_precision',
  'hospital',
  'icd10_code',
  'route',
  'laterality',
  'behaviour',
  'basis',
  't_category',
  'n_category',
  'm_category',
  'stage_edition',
  'on_practice_register',
] as const
const EVENT_COLUMNS = [
  'id',
  'person_id',
  'episode_id',
  'event_type',
  'event_date',
  'event_date_precision',
  'answers_event_id',
  'pathway_id',
  'hospital',
  'template',
] as const
export type PersonFacts = Pick<PersonTable, (typeof PERSON_COLUMNS)[number]>
export type EpisodeFacts = Pick<CancerEpisodeTable, (typeof EPISODE_COLUMNS)[number]>
export type EventFacts = Pick<JourneyEventTable, (typeof EVENT_COLUMNS)[number]>

/** Everything that is worked out from. Diagnoses in the order they came in, events in journey order. */
export interface Facts {
  readonly person: PersonFacts
  readonly episodes: readonly EpisodeFacts[]
  readonly events: readonly EventFacts[]
}

/** What has just been stored, as it would be read back: a column that was left out is not recorded. */
export const factsOf = ({ person, episodes, events }: NewPerson): Facts => ({
  person: {
    id: person.id,
    nhs_number: person.nhs_number ?? null,
    local_id: person.local_id ?? null,
    title: person.title ?? null,
    surname: person.surname,
    given_name: person.given_name,
    known_as: person.known_as ?? null,
    previous_surname: person.previous_surname ?? null,
    birth_date: person.birth_date ?? null,
    death_date: person.death_date ?? null,
    death_date_precision: person.death_date_precision ?? null,
    named_lead_id: person.named_lead_id ?? null,
    sex: person.sex,
    postcode: person.postcode ?? null,
    nhs_number_status: person.nhs_number_status ?? null,
    death_place: person.death_place ?? null,
    deprivation_quintile: person.deprivation_quintile ?? null,
    deprivation_index: person.deprivation_index ?? null,
  },
  episodes: episodes.map((episode) => ({
    id: episode.id,
    person_id: episode.person_id,
    kind: episode.kind,
    tumour_group: episode.tumour_group,
    site: episode.site ?? null,
    stage: episode.stage ?? null,
    diagnosis_date: episode.diagnosis_date ?? null,
    diagnosis_date_precision: episode.diagnosis_date_precision ?? null,
    hospital: episode.hospital ?? null,
    icd10_code: episode.icd10_code ?? null,
    route: episode.route,
    laterality: episode.laterality ?? null,
    behaviour: episode.behaviour ?? null,
    basis: episode.basis ?? null,
    t_category: episode.t_category ?? null,
    n_category: episode.n_category ?? null,
    m_category: episode.m_category ?? null,
    stage_edition: episode.stage_edition ?? null,
    on_practice_register: episode.on_practice_register ?? null,
  })),
  events: eventRowsInOrder(
    events.map((event) => ({
      id: event.id,
      person_id: event.person_id,
      episode_id: event.episode_id ?? null,
      event_type: event.event_type,
      event_date: event.event_date,
      event_date_precision: event.event_date_precision,
      answers_event_id: event.answers_event_id ?? null,
      pathway_id: event.pathway_id ?? null,
      hospital: event.hospital ?? null,
      template: event.template ?? null,
    })),
  ),
})

const groupBy = <T extends { person_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.person_id)
    if (group === undefined) groups.set(row.person_id, [row])
    else group.push(row)
  }
  return groups
}

/** The facts of these people as they are in the database now. */
export const readFacts = async ({ db }: WriteHandle, ids: readonly string[]): Promise<Facts[]> => {
  const people = await db.selectFrom('person').select(PERSON_COLUMNS).where('id', 'in', ids).execute()
  const episodes = groupBy(
    // By their ids, which grow with time: rows that were put back do not stand where they came in.
    await db.selectFrom('cancer_episode').select(EPISODE_COLUMNS).where('person_id', 'in', ids).orderBy('id').execute(),
  )
  const events = groupBy(
    await db.selectFrom('journey_event').select(EVENT_COLUMNS).where('person_id', 'in', ids).execute(),
  )
  return people.map((person) => ({
    person,
    episodes: episodes.get(person.id) ?? [],
    events: eventRowsInOrder(events.get(person.id) ?? []),
  }))
}
