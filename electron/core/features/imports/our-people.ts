import type { ReadDb } from '../../db/database.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'

/** As much of everybody on the register as matching needs. */
export type KnownPerson = Pick<PersonTable, 'id' | 'nhs_number' | 'local_id' | 'surname' | 'given_name' | 'birth_date'>

type EventFacts = Pick<JourneyEventTable, 'person_id' | 'event_type' | 'event_date' | 'event_date_precision' | 'note'>

/** One of ours as the decision needs them: every field, every diagnosis, and what has happened already. */
export interface OurPerson {
  readonly row: PersonTable
  readonly episodes: readonly CancerEpisodeTable[]
  readonly events: readonly EventFacts[]
}

const CHUNK = 500

/** Everybody on the register, once for a whole file. */
export const knownPeople = (db: ReadDb): Promise<KnownPerson[]> =>
  db.selectFrom('person').select(['id', 'nhs_number', 'local_id', 'surname', 'given_name', 'birth_date']).execute()

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

const group = <T extends { person_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const found = groups.get(row.person_id)
    if (found === undefined) groups.set(row.person_id, [row])
    else found.push(row)
  }
  return groups
}

/** The named people whole, 500 to a query. */
export const loadPeople = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, OurPerson>> => {
  const people = new Map<string, OurPerson>()
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK)
    const rows = await db.selectFrom('person').selectAll().where('id', 'in', some).execute()
    const episodes = group(await db.selectFrom('cancer_episode').selectAll().where('person_id', 'in', some).execute())
    const events = group(
      await db
        .selectFrom('journey_event')
        .select(['person_id', 'event_type', 'event_date', 'event_date_precision', 'note'])
        .where('person_id', 'in', some)
        .execute(),
    )
    for (const row of rows)
      people.set(row.id, { row, episodes: episodes.get(row.id) ?? [], events: events.get(row.id) ?? [] })
  }
  return people
}
