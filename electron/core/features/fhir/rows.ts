import type { ReadDb } from '../../db/database.ts'
import { eventRowsInOrder } from '../../db/rows.ts'
import type { PathwaySignOffTable, PathwaySummaryTable, PathwayTable, TaskTable } from '../../db/schema-of-work.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'

/** All of one person that a bundle tells of. Events in journey order, the rest in the order it came in. */
export interface PersonRows {
  readonly person: PersonTable
  readonly episodes: readonly CancerEpisodeTable[]
  readonly pathways: readonly PathwayTable[]
  readonly standings: readonly PathwaySummaryTable[]
  readonly events: readonly JourneyEventTable[]
  readonly signOffs: readonly PathwaySignOffTable[]
  readonly tasks: readonly TaskTable[]
}

type OfPerson = { readonly person_id: string | null }

const byPerson = <Row extends OfPerson>(rows: readonly Row[]): ((id: string) => Row[]) => {
  const groups = Map.groupBy(rows, (row) => row.person_id)
  return (id) => groups.get(id) ?? []
}

/** The rows of some people, without those who are gone meanwhile. */
export const rowsOf = async (db: ReadDb, ids: readonly string[]): Promise<PersonRows[]> => {
  const people = await db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
  const episodes = byPerson(await db.selectFrom('cancer_episode').selectAll().where('person_id', 'in', ids).execute())
  const pathways = byPerson(await db.selectFrom('pathway').selectAll().where('person_id', 'in', ids).execute())
  const standings = byPerson(await db.selectFrom('pathway_summary').selectAll().where('person_id', 'in', ids).execute())
  const events = byPerson(await db.selectFrom('journey_event').selectAll().where('person_id', 'in', ids).execute())
  const signOffs = byPerson(await db.selectFrom('pathway_sign_off').selectAll().where('person_id', 'in', ids).execute())
  const tasks = byPerson(await db.selectFrom('task').selectAll().where('person_id', 'in', ids).execute())
  const place = new Map(ids.map((id, at) => [id, at]))
  return people
    .toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
    .map((person) => ({
      person,
      episodes: episodes(person.id),
      pathways: pathways(person.id),
      standings: standings(person.id),
      events: eventRowsInOrder(events(person.id)),
      signOffs: signOffs(person.id),
      tasks: tasks(person.id),
    }))
}
