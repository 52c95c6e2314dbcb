import { sql } from 'kysely'
import type { ReadDb } from '../../db/database.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'

/** As much of everybody on the register as matching needs. */
export type KnownPerson = Pick<PersonTable, 'id' | 'nhs_number' | 'local_id' | 'surname' | 'given_name' | 'birth_date'>

type EventFacts = Pick<JourneyEventTable, 'person_id' | 'event_type' | 'event_date' | 'event_date_precision' | 'note'>

type OurRow = Pick<
  PersonTable,
  | 'id'
  | 'nhs_number'
  | 'local_id'
  | 'title'
  | 'surname'
  | 'given_name'
  | 'birth_date'
  | 'sex'
  | 'postcode'
  | 'usual_gp'
  | 'death_date'
  | 'death_date_precision'
>

/** A diagnosis of ours as the decision needs it. */
export type OurEpisode = Pick<
  CancerEpisodeTable,
  | 'id'
  | 'person_id'
  | 'kind'
  | 'tumour_group'
  | 'site'
  | 'icd10_code'
  | 'diagnosis_date'
  | 'diagnosis_date_precision'
  | 'stage'
  | 'route'
  | 'hospital'
>

/** One of ours as the decision needs them: what a file may tell, every diagnosis, and what has happened already. */
export interface OurPerson {
  readonly row: OurRow
  readonly episodes: readonly OurEpisode[]
  readonly events: readonly EventFacts[]
}

const PEOPLE_A_SLICE = 5_000

/** Everybody on the register, by the slice, so that nobody has to hold them all twice. */
export async function* knownPeople(db: ReadDb): AsyncGenerator<KnownPerson[], void> {
  let after = ''
  for (;;) {
    const people = await db
      .selectFrom('person')
      .select(['id', 'nhs_number', 'local_id', 'surname', 'given_name', 'birth_date'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PEOPLE_A_SLICE)
      .execute()
    const last = people.at(-1)
    if (last === undefined) return
    yield people
    after = last.id
  }
}

/**
 * The number of the newest change to anybody on the register: two looks at the register with the same number saw the
 * same people.
 */
export const registerMark = async (db: ReadDb): Promise<number> => {
  const newest = await db
    .selectFrom('change')
    .select('seq')
    .where('table_name', 'in', ['person', 'cancer_episode', 'journey_event'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.seq ?? 0
}

/** Ids as a single parameter: to put together a statement with hundreds of them costs more than to run it. */
const listed = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

const group = <T extends { person_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const found = groups.get(row.person_id)
    if (found === undefined) groups.set(row.person_id, [row])
    else found.push(row)
  }
  return groups
}

/** Diagnoses by the person they belong to. */
const episodesOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, OurEpisode[]>> =>
  group(
    await db
      .selectFrom('cancer_episode')
      .select([
        'id',
        'person_id',
        'kind',
        'tumour_group',
        'site',
        'icd10_code',
        'diagnosis_date',
        'diagnosis_date_precision',
        'stage',
        'route',
        'hospital',
      ])
      .where('person_id', 'in', listed(ids))
      .execute(),
  )

const eventsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, EventFacts[]>> =>
  ids.length === 0
    ? new Map()
    : group(
        await db
          .selectFrom('journey_event')
          .select(['person_id', 'event_type', 'event_date', 'event_date_precision', 'note'])
          .where('person_id', 'in', listed(ids))
          .execute(),
      )

/**
 * The named people whole. At most some hundreds at once.
 * @param withEvents those of whom the file tells events: of others nobody asks what has happened.
 */
export const loadPeople = async (
  db: ReadDb,
  ids: readonly string[],
  withEvents: readonly string[],
): Promise<Map<string, OurPerson>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select([
      'id',
      'nhs_number',
      'local_id',
      'title',
      'surname',
      'given_name',
      'birth_date',
      'sex',
      'postcode',
      'usual_gp',
      'death_date',
      'death_date_precision',
    ])
    .where('id', 'in', listed(ids))
    .execute()
  const episodes = await episodesOf(db, ids)
  const events = await eventsOf(db, withEvents)
  return new Map(
    rows.map((row) => [row.id, { row, episodes: episodes.get(row.id) ?? [], events: events.get(row.id) ?? [] }]),
  )
}
