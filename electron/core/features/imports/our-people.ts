import { sql } from 'kysely'
import type { ReadDb } from '../../db/database.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'

type EventFacts = Pick<JourneyEventTable, 'person_id' | 'event_type' | 'event_date' | 'event_date_precision' | 'note'>

const ROW = [
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
] as const satisfies readonly (keyof PersonTable)[]
const EPISODE = [
  'id',
  'kind',
  'tumour_group',
  'site',
  'icd10_code',
  'diagnosis_date',
  'diagnosis_date_precision',
  'stage',
  'route',
  'hospital',
] as const satisfies readonly (keyof CancerEpisodeTable)[]

/** Somebody on the register as an import sees them. */
export type OurRow = Pick<PersonTable, (typeof ROW)[number]>

/** A diagnosis of ours as the decision needs it. */
export type OurEpisode = Pick<CancerEpisodeTable, (typeof EPISODE)[number]>

/** One of ours as the decision needs them: what a file may tell, every diagnosis, and what has happened already. */
export interface OurPerson {
  readonly row: OurRow
  readonly episodes: readonly OurEpisode[]
  readonly events: readonly EventFacts[]
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

/** Texts as a single parameter: to put together a statement with hundreds of them costs more than to run it. */
const listed = (texts: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(texts)}))`

/** Columns as one text: to be handed every column of every row costs more than to read them. */
const asText = (columns: readonly string[]) => sql<string>`json_array(${sql.join(columns.map((one) => sql.ref(one)))})`

type ValuesOf<T, Columns extends readonly (keyof T)[]> = { readonly [Place in keyof Columns]: T[Columns[Place]] }

/** The text of a person: what the register's own query makes of their row. */
export const textOf = (row: OurRow): string => JSON.stringify(ROW.map((column) => row[column]))

/** A person as the register tells of them in one text. */
export const rowOf = (told: string): OurRow => {
  const [
    id,
    nhs_number,
    local_id,
    title,
    surname,
    given_name,
    birth_date,
    sex,
    postcode,
    usual_gp,
    death_date,
    death_date_precision,
  ] = JSON.parse(told) as ValuesOf<OurRow, typeof ROW>
  return {
    id,
    nhs_number,
    local_id,
    title,
    surname,
    given_name,
    birth_date,
    sex,
    postcode,
    usual_gp,
    death_date,
    death_date_precision,
  }
}

const episodeOf = (told: string): OurEpisode => {
  const [id, kind, tumour_group, site, icd10_code, diagnosis_date, diagnosis_date_precision, stage, route, hospital] =
    JSON.parse(told) as ValuesOf<OurEpisode, typeof EPISODE>
  return {
    id,
    kind,
    tumour_group,
    site,
    icd10_code,
    diagnosis_date,
    diagnosis_date_precision,
    stage,
    route,
    hospital,
  }
}

/** Diagnoses of many people, each kept as the text it was read as until somebody asks. */
export class Histories {
  private readonly texts = new Map<string, string | string[]>()

  add(personId: string, told: string): void {
    const there = this.texts.get(personId)
    if (there === undefined) this.texts.set(personId, told)
    else if (Array.isArray(there)) there.push(told)
    else this.texts.set(personId, [there, told])
  }

  of(personId: string): readonly OurEpisode[] {
    const there = this.texts.get(personId)
    if (there === undefined) return []
    return Array.isArray(there) ? there.map(episodeOf) : [episodeOf(there)]
  }
}

const ROWS_A_SLICE = 2_000
const ROW_ID = sql<number>`rowid`

/** Rows of a table in the order they lie in, by the slice: to go along them costs a tenth of looking each up. */
async function* slicesOf<Row extends { readonly row: number }>(
  slice: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row[], void> {
  for (let after = 0; ;) {
    const rows = await slice(after)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = last.row
  }
}

/** Everybody on the register, by the slice: the number to find them by, and the text of {@link rowOf}. */
export const knownPeople = (db: ReadDb) =>
  slicesOf((after) =>
    db
      .selectFrom('person')
      .select([ROW_ID.as('row'), 'nhs_number', asText(ROW).as('told')])
      .where(ROW_ID, '>', after)
      .orderBy(ROW_ID)
      .limit(ROWS_A_SLICE)
      .execute(),
  )

/** Every diagnosis on the register, by the slice. */
export const knownDiagnoses = (db: ReadDb) =>
  slicesOf((after) =>
    db
      .selectFrom('cancer_episode')
      .select([ROW_ID.as('row'), 'person_id', asText(EPISODE).as('told')])
      .where(ROW_ID, '>', after)
      .orderBy(ROW_ID)
      .limit(ROWS_A_SLICE)
      .execute(),
  )

/** What has happened to some people, by their ids. */
export const loadEvents = async (
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OurPerson['events']>> => {
  if (ids.length === 0) return new Map()
  const events = await db
    .selectFrom('journey_event')
    .select(['person_id', 'event_type', 'event_date', 'event_date_precision', 'note'])
    .where('person_id', 'in', listed(ids))
    .execute()
  return Map.groupBy(events, ({ person_id }) => person_id)
}

/** Some people as they are on the register now, each with their history. */
export const loadPeople = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, OurPerson>> => {
  const people = await db.selectFrom('person').select(asText(ROW).as('told')).where('id', 'in', listed(ids)).execute()
  const histories = new Histories()
  const diagnoses = await db
    .selectFrom('cancer_episode')
    .select(['person_id', asText(EPISODE).as('told')])
    .where('person_id', 'in', listed(ids))
    .execute()
  for (const { person_id, told } of diagnoses) histories.add(person_id, told)
  const events = await loadEvents(db, ids)
  return new Map(
    people.map(({ told }) => {
      const row = rowOf(told)
      return [row.id, { row, episodes: histories.of(row.id), events: events.get(row.id) ?? [] }]
    }),
  )
}
