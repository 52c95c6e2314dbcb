import { sql } from 'kysely'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { ReadDb } from '../../db/database.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'

/** Somebody on the register, as light as matching a million others allows. */
export interface KnownPerson {
  readonly id: string
  readonly nhs_number: string | null
  readonly local_id: string | null
  readonly surname: string
  readonly birth_date: IsoDate | null
  /** What else a file may tell of them, as JSON: to be handed every column costs more than to read the row. */
  readonly rest: string
}

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

/** Columns of a person that are only looked at once they are matched. */
type Rest = readonly [
  givenName: string,
  title: string | null,
  sex: OurRow['sex'],
  postcode: string | null,
  usualGp: string | null,
  deathDate: IsoDate | null,
  deathDatePrecision: OurRow['death_date_precision'],
]

/** The first name of a known person. */
export const givenNameOf = ({ rest }: KnownPerson): string => (JSON.parse(rest) as Rest)[0]

/** Everything of a known person that a file may tell. */
export const rowOf = ({ rest, ...known }: KnownPerson): OurRow => {
  const [given_name, title, sex, postcode, usual_gp, death_date, death_date_precision] = JSON.parse(rest) as Rest
  return { ...known, given_name, title, sex, postcode, usual_gp, death_date, death_date_precision }
}

/** A person as they are kept for matching. */
export const knownOf = (row: OurRow): KnownPerson => {
  const { id, nhs_number, local_id, surname, birth_date } = row
  const { given_name, title, sex, postcode, usual_gp, death_date, death_date_precision } = row
  const rest: Rest = [given_name, title, sex, postcode, usual_gp, death_date, death_date_precision]
  return { id, nhs_number, local_id, surname, birth_date, rest: JSON.stringify(rest) }
}

const REST = sql<string>`json_array(given_name, title, sex, postcode, usual_gp, death_date, death_date_precision)`
const PEOPLE_A_SLICE = 2_000

/** Everybody on the register, by the slice. */
export async function* knownPeople(db: ReadDb): AsyncGenerator<KnownPerson[], void> {
  let after = ''
  for (;;) {
    const people = await db
      .selectFrom('person')
      .select(['id', 'nhs_number', 'local_id', 'surname', 'birth_date', REST.as('rest')])
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

const group = <Row extends { person_id: string }, T>(rows: readonly Row[], read: (row: Row) => T): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const found = groups.get(row.person_id)
    if (found === undefined) groups.set(row.person_id, [read(row)])
    else found.push(read(row))
  }
  return groups
}

type Told = readonly [
  id: string,
  kind: OurEpisode['kind'],
  tumourGroup: string,
  site: string | null,
  icd10Code: string | null,
  date: IsoDate | null,
  precision: OurEpisode['diagnosis_date_precision'],
  stage: string | null,
  route: string,
  hospital: string | null,
]
const TOLD = sql<string>`json_array(
  id, kind, tumour_group, site, icd10_code, diagnosis_date, diagnosis_date_precision, stage, route, hospital
)`

const episodeOf = ({ told }: { told: string }): OurEpisode => {
  const [id, kind, tumour_group, site, icd10_code, diagnosis_date, diagnosis_date_precision, stage, route, hospital] =
    JSON.parse(told) as Told
  return { id, kind, tumour_group, site, icd10_code, diagnosis_date, diagnosis_date_precision, stage, route, hospital }
}

/**
 * The diagnoses of some hundreds of people at once, and what has happened to those of them who are asked about.
 * @param withEvents those of whom the file tells events: of others nobody asks what has happened.
 */
export const loadHistories = async (
  db: ReadDb,
  ids: readonly string[],
  withEvents: readonly string[],
): Promise<(id: string) => Pick<OurPerson, 'episodes' | 'events'>> => {
  const episodes =
    ids.length === 0
      ? null
      : group(
          await db
            .selectFrom('cancer_episode')
            .select(['person_id', TOLD.as('told')])
            .where('person_id', 'in', listed(ids))
            .execute(),
          episodeOf,
        )
  const events =
    withEvents.length === 0
      ? null
      : group(
          await db
            .selectFrom('journey_event')
            .select(['person_id', 'event_type', 'event_date', 'event_date_precision', 'note'])
            .where('person_id', 'in', listed(withEvents))
            .execute(),
          (event): EventFacts => event,
        )
  return (id) => ({ episodes: episodes?.get(id) ?? [], events: events?.get(id) ?? [] })
}

/** Some people as they are on the register now, each with their history. */
export const loadPeople = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, OurPerson>> => {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'nhs_number', 'local_id', 'surname', 'birth_date', REST.as('rest')])
    .where('id', 'in', listed(ids))
    .execute()
  const historyOf = await loadHistories(db, ids, ids)
  return new Map(rows.map((known) => [known.id, { row: rowOf(known), ...historyOf(known.id) }]))
}
