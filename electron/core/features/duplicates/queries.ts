import { AppError } from '#shared/contract/errors.ts'
import {
  bandOf,
  LEAST_POINTS,
  type MatchScore,
  matchScore,
  reasonsFor,
} from '#shared/features/duplicates/match-score.ts'
import type { Belongings, NotSame, Pair } from '#shared/features/duplicates/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { comparedPeople } from './people.ts'

/** Pairs that nobody has called two people. */
const openPairs = (db: ReadDb) =>
  db
    .selectFrom('duplicate_pair as pair')
    .leftJoin('not_same_person as said', (join) =>
      join.onRef('said.person_id', '=', 'pair.person_id').onRef('said.other_person_id', '=', 'pair.other_person_id'),
    )
    .where('said.id', 'is', null)

const countOf = async (query: { executeTakeFirstOrThrow(): Promise<{ total: number }> }): Promise<number> =>
  (await query.executeTakeFirstOrThrow()).total

export const searchStanding = async (
  db: ReadDb,
): Promise<{ searchedAt: string | null; people: number; upToDate: boolean; open: number; notSame: number }> => {
  const search = await db.selectFrom('duplicate_search').selectAll().executeTakeFirst()
  const changed =
    search === undefined
      ? undefined
      : await db
          .selectFrom('change')
          .select('seq')
          .where('seq', '>', search.change_seq)
          .where('table_name', '=', 'person')
          .limit(1)
          .executeTakeFirst()
  return {
    searchedAt: search?.searched_at ?? null,
    people: search?.people ?? 0,
    upToDate: search !== undefined && changed === undefined,
    open: await countOf(openPairs(db).select((row) => row.fn.countAll<number>().as('total'))),
    notSame: await countOf(db.selectFrom('not_same_person').select((row) => row.fn.countAll<number>().as('total'))),
  }
}

/** The pairs of the last search, compared anew: what was corrected since says so, or drops out. */
export const likelyPairs = async (db: ReadDb, limit: number): Promise<{ pairs: Pair[]; total: number }> => {
  const rows = await openPairs(db)
    .select(['pair.person_id', 'pair.other_person_id'])
    .orderBy('pair.score', 'desc')
    .orderBy('pair.person_id')
    .orderBy('pair.other_person_id')
    .limit(limit)
    .execute()
  const people = await comparedPeople(
    db,
    rows.flatMap((row) => [row.person_id, row.other_person_id]),
  )
  const pairs = rows.flatMap((row): Pair[] => {
    const one = people.get(row.person_id)
    const other = people.get(row.other_person_id)
    if (one === undefined || other === undefined) return []
    const score = matchScore(one.match, other.match)
    if (score.points < LEAST_POINTS) return []
    return [
      {
        people: [one.line, other.line],
        points: score.points,
        band: bandOf(score.points),
        reasons: [...reasonsFor(score)],
      },
    ]
  })
  const total = await countOf(openPairs(db).select((row) => row.fn.countAll<number>().as('total')))
  return { pairs: pairs.toSorted((a, b) => b.points - a.points), total }
}

const belongingsOf = async (db: ReadDb, personId: string): Promise<Belongings> => {
  const count = (table: 'cancer_episode' | 'journey_event' | 'pathway' | 'task'): Promise<number> =>
    countOf(
      db
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('total'))
        .where('person_id', '=', personId),
    )
  return {
    diagnoses: await count('cancer_episode'),
    events: await count('journey_event'),
    pathways: await count('pathway'),
    tasks: await count('task'),
  }
}

/** Why two records may be one person. @throws AppError `not-found` when one of them is gone. */
export const comparePair = async (
  db: ReadDb,
  personId: string,
  otherId: string,
): Promise<MatchScore & { belongings: [Belongings, Belongings] }> => {
  const people = await comparedPeople(db, [personId, otherId])
  const one = people.get(personId)
  const other = people.get(otherId)
  if (one === undefined || other === undefined)
    throw new AppError('not-found', 'One of the two records is no longer on the register. It may have been merged.')
  return {
    ...matchScore(one.match, other.match),
    belongings: [await belongingsOf(db, personId), await belongingsOf(db, otherId)],
  }
}

/** Pairs that somebody called two people, the newest first. */
export const notSamePairs = async (db: ReadDb): Promise<NotSame[]> => {
  const rows = await db
    .selectFrom('not_same_person')
    .selectAll()
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const people = await comparedPeople(
    db,
    rows.flatMap((row) => [row.person_id, row.other_person_id]),
  )
  return rows.flatMap((row): NotSame[] => {
    const one = people.get(row.person_id)
    const other = people.get(row.other_person_id)
    if (one === undefined || other === undefined) return []
    return [
      {
        id: row.id,
        version: row.version,
        people: [one.line, other.line],
        reason: row.reason,
        byName: row.by_name,
        madeOn: row.made_on,
      },
    ]
  })
}
