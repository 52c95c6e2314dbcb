import type { IsoDate } from '#shared/domain/partial-date.ts'
import { ageGroupAt, ethnicGroupOf, topDeathPlace } from '#shared/features/reports/demographics.ts'
import type { SourcePerson } from '#shared/features/reports/source.ts'
import type { ReadDb } from '../../db/database.ts'
import { readWays } from './read-ways.ts'

/** A row of some moment, given as it is now; `undefined` where there is none. */
type RowAt = <Row extends object>(
  table: 'person' | 'cancer_episode',
  id: string,
  now: Row | undefined,
) => Row | undefined

const asItIs: RowAt = (_table, _id, now) => now

/**
 * What only the sections on demographics, intervals, hospitals and deaths ask for: groups instead of days and codes, and
 * the ways to each diagnosis.
 * @param rowAt rows as they were, where another moment is asked about. The ways are always those of today.
 * @returns somebody with their details added.
 */
export const readDetails = async (
  db: ReadDb,
  personIds: readonly string[],
  today: IsoDate,
  rowAt: RowAt = asItIs,
): Promise<(personId: string, person: SourcePerson) => SourcePerson> => {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'sex', 'birth_date', 'ethnicity', 'deprivation_quintile', 'death_place'])
    .where('id', 'in', personIds)
    .execute()
  const episodes = await db
    .selectFrom('cancer_episode')
    .select(['id', 'hospital'])
    .where('person_id', 'in', personIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const hospitals = new Map(episodes.map((episode) => [episode.id, episode]))
  const ways = await readWays(db, personIds, today)
  return (personId, person) => {
    const row = rowAt('person', personId, byId.get(personId))
    if (row === undefined) return person
    const own = ways(personId)
    return {
      ...person,
      episodes: person.episodes.map((episode) => ({
        ...episode,
        ...own.wayTo(episode, rowAt('cancer_episode', episode.id, hospitals.get(episode.id))?.hospital ?? null),
        ageGroup: ageGroupAt(row.birth_date, episode.diagnosisDate),
      })),
      sex: row.sex,
      ethnicGroup: ethnicGroupOf(row.ethnicity),
      deprivationQuintile: row.deprivation_quintile,
      deathPlace: topDeathPlace(row.death_place),
      clocks: own.clocks,
    }
  }
}
