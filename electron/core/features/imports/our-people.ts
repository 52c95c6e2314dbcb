import { sql } from 'kysely'
import type { ReadDb } from '../../db/database.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'
import type { IncomingDiagnosis, IncomingPerson } from './incoming.ts'
import { idKey, numberKey } from './name-keys.ts'
import { NumberTable } from './number-table.ts'
import { storedDiagnosis, storedPerson } from './stored.ts'
import { ToldRows, type ToldValues } from './told-rows.ts'

type EventFacts = Pick<
  JourneyEventTable,
  'id' | 'person_id' | 'event_type' | 'event_date' | 'event_date_precision' | 'note'
>

/** The id stands last, so that what a file can tell is what a row's text begins with. */
const ROW = [
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
  'id',
] as const satisfies readonly (keyof PersonTable)[]
const EPISODE = [
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
  'id',
] as const satisfies readonly (keyof CancerEpisodeTable)[]

/** Somebody on the register as an import sees them. */
export type OurRow = Pick<PersonTable, (typeof ROW)[number]>

/** A diagnosis of ours as the decision needs it. */
export type OurEpisode = Pick<CancerEpisodeTable, Exclude<(typeof EPISODE)[number], 'person_id'>>

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
    id,
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

type Told = ValuesOf<CancerEpisodeTable, typeof EPISODE>

const episodeOf = (told: string): OurEpisode => {
  const [, kind, tumour_group, site, icd10_code, diagnosis_date, diagnosis_date_precision, stage, route, hospital, id] =
    JSON.parse(told) as Told
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

/** How a text begins whose first value is an id or a number. */
const beforeValues = (first: string): string => `["${first}",`

/** Whether the values of a row, up to the id, are just what a file tells of somebody, no more and no less. */
const isPerson = (values: ToldValues, person: IncomingPerson): boolean => {
  const row = storedPerson(person)
  return (
    values.isPlain(row.nhs_number) &&
    values.is(row.local_id) &&
    values.is(row.title) &&
    values.is(row.surname) &&
    values.is(row.given_name) &&
    values.isPlain(row.birth_date) &&
    values.isPlain(row.sex) &&
    values.is(row.postcode) &&
    values.is(row.usual_gp) &&
    values.isPlain(row.death_date) &&
    values.isPlain(row.death_date_precision)
  )
}

/** The same for a diagnosis of somebody. */
const isDiagnosis = (values: ToldValues, personId: string, diagnosis: IncomingDiagnosis): boolean => {
  const row = storedDiagnosis(diagnosis)
  return (
    values.isPlain(personId) &&
    values.isPlain(row.kind) &&
    values.isPlain(row.tumour_group) &&
    values.is(row.site) &&
    values.is(row.icd10_code) &&
    values.isPlain(row.diagnosis_date) &&
    values.isPlain(row.diagnosis_date_precision) &&
    values.is(row.stage) &&
    values.isPlain(row.route) &&
    values.is(row.hospital)
  )
}

/** Where the first value of a text begins, inside its quotation marks. */
const FIRST_VALUE = '["'.length

/** Everybody on the register, each kept as the text they were read as until somebody asks. */
export class Everybody implements Iterable<OurRow> {
  private readonly rows = new ToldRows()
  private readonly numbers = new NumberTable()

  /** Adds people of the register. @param told a line for each, as {@link textOf}. */
  add(told: string): void {
    const before = this.rows.size
    this.rows.add(told)
    for (let place = before; place < this.rows.size; place += 1)
      if (this.rows.startsWith(place, '["')) this.numbers.add(this.rows.key(place, FIRST_VALUE, numberKey), place)
  }

  /** How many were added. */
  get size(): number {
    return this.rows.size
  }

  *[Symbol.iterator](): Generator<OurRow> {
    for (let place = 0; place < this.rows.size; place += 1) yield rowOf(this.rows.at(place))
  }

  /** Whoever has an NHS number. */
  withNumber(nhsNumber: string): OurRow | undefined {
    const words = beforeValues(nhsNumber)
    const place = this.numbers.under(numberKey(nhsNumber)).find((one) => this.rows.startsWith(one, words))
    return place === undefined ? undefined : rowOf(this.rows.at(place))
  }

  /**
   * The id of somebody of whom the register has just what a file tells, NHS number and all; else null, and where others
   * are looked up by the same number.
   */
  wordForWord(person: IncomingPerson): string | null {
    if (person.nhsNumber === null) return null
    const place = this.numbers.only(numberKey(person.nhsNumber))
    if (place === undefined) return null
    const values = this.rows.valuesOf(place)
    return isPerson(values, person) ? values.id() : null
  }
}

/** Diagnoses of many people, each kept as the text it was read as until somebody asks. */
export class Histories {
  private readonly rows = new ToldRows()
  private readonly places = new NumberTable()

  /** Adds diagnoses. @param told a line for each. */
  add(told: string): void {
    const before = this.rows.size
    this.rows.add(told)
    for (let place = before; place < this.rows.size; place += 1)
      this.places.add(this.rows.key(place, FIRST_VALUE, idKey), place)
  }

  /** How many were added. */
  get size(): number {
    return this.rows.size
  }

  of(personId: string): readonly OurEpisode[] {
    const words = beforeValues(personId)
    const own = this.places.under(idKey(personId)).filter((place) => this.rows.startsWith(place, words))
    return own.map((place) => episodeOf(this.rows.at(place)))
  }

  /** Whether somebody has a single diagnosis, of which the register has just what a file tells. */
  isWordForWord(personId: string, diagnosis: IncomingDiagnosis): boolean {
    const only = this.places.only(idKey(personId))
    return only !== undefined && isDiagnosis(this.rows.valuesOf(only), personId, diagnosis)
  }
}

const ROWS_A_SLICE = 2_000

/**
 * Rows of a table in the order they lie in, thousands to a text, a line for each: to go along them costs a tenth of
 * looking each up, and to be handed one text costs less than to be handed its rows.
 */
async function* linesOf(
  db: ReadDb,
  table: 'person' | 'cancer_episode',
  columns: readonly string[],
): AsyncGenerator<string, void> {
  for (let after = 0; ;) {
    const { last, told } = await db
      .selectFrom((from) =>
        from
          .selectFrom(table)
          .select([sql<number>`rowid`.as('row'), asText(columns).as('line')])
          .where(sql<number>`rowid`, '>', after)
          .orderBy(sql`rowid`)
          .limit(ROWS_A_SLICE)
          .as('slice'),
      )
      .select((select) => [
        select.fn.max<number | null>('row').as('last'),
        sql<string | null>`group_concat(line, char(10))`.as('told'),
      ])
      .executeTakeFirstOrThrow()
    if (last === null || told === null) return
    yield told
    after = last
  }
}

/** Everybody on the register, by the slice, as {@link Everybody} takes them. */
export const knownPeople = (db: ReadDb): AsyncGenerator<string, void> => linesOf(db, 'person', ROW)

/** Every diagnosis on the register, by the slice, as {@link Histories} takes them. */
export const knownDiagnoses = (db: ReadDb): AsyncGenerator<string, void> => linesOf(db, 'cancer_episode', EPISODE)

/** What has happened to some people, by their ids. */
export const loadEvents = async (
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OurPerson['events']>> => {
  if (ids.length === 0) return new Map()
  const events = await db
    .selectFrom('journey_event')
    .select(['id', 'person_id', 'event_type', 'event_date', 'event_date_precision', 'note'])
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
    .select(asText(EPISODE).as('told'))
    .where('person_id', 'in', listed(ids))
    .execute()
  histories.add(diagnoses.map(({ told }) => told).join('\n'))
  const events = await loadEvents(db, ids)
  return new Map(
    people.map(({ told }) => {
      const row = rowOf(told)
      return [row.id, { row, episodes: histories.of(row.id), events: events.get(row.id) ?? [] }]
    }),
  )
}
