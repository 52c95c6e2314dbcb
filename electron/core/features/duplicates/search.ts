import { soundOf } from '#shared/features/duplicates/name-likeness.ts'
import {
  blockingKeys,
  isForTheUndated,
  isWorthComparing,
  type MatchPerson,
} from '#shared/features/duplicates/match-person.ts'
import { couldMatch, LEAST_POINTS, matchScore } from '#shared/features/duplicates/match-score.ts'
import type { JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { RowInserter } from '../../db/insert-rows.ts'
import { inOrder, MATCH_COLUMNS, matchPersonFrom } from './people.ts'

/** People read, and keys compared, between two looks at whether to stop. */
const PEOPLE_A_SLICE = 4000
const KEYS_A_SLICE = 4000
/** More pairs than this are not worked through by hand: something is wrong with an import then. */
const MOST_PAIRS = 5000

interface FoundPair {
  readonly one: string
  readonly other: string
  readonly score: number
}

/** The next people by id: each slice is one range of the primary key. */
const nextPeople = async (db: ReadDb, after: string): Promise<MatchPerson[]> => {
  const rows = await db
    .selectFrom('person')
    .select(MATCH_COLUMNS)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PEOPLE_A_SLICE)
    .execute()
  return rows.map(matchPersonFrom)
}

const readPeople = async (context: JobContext, total: number): Promise<MatchPerson[]> => {
  const people: MatchPerson[] = []
  for (;;) {
    await context.report({ step: 'Reading the register', done: people.length, total, unit: 'people' })
    const slice = await nextPeople(context.read, people.at(-1)?.id ?? '')
    people.push(...slice)
    if (slice.length < PEOPLE_A_SLICE) return people
  }
}

/** The same answers, worked out once a name for as long as the search runs. */
const remembering = (sound: (name: string) => string): ((name: string) => string) => {
  const known = new Map<string, string>()
  return (name) => {
    const heard = known.get(name) ?? sound(name)
    known.set(name, heard)
    return heard
  }
}

/** Places in the list of people, by what they share. Keys that only one person has are left out. */
const sharedKeys = async (
  context: JobContext,
  people: readonly MatchPerson[],
): Promise<readonly (readonly [key: string, places: readonly number[]])[]> => {
  const places = new Map<string, number[]>()
  const sound = remembering(soundOf)
  for (const [at, person] of people.entries()) {
    if (at % PEOPLE_A_SLICE === 0)
      await context.report({ step: 'Sorting by what they share', done: at, total: people.length, unit: 'people' })
    for (const key of blockingKeys(person, sound)) {
      const list = places.get(key)
      if (list === undefined) places.set(key, [at])
      else if (list.at(-1) !== at) list.push(at)
    }
  }
  return [...places].filter(([key, list]) => list.length > 1 && isWorthComparing(key, list.length))
}

/** Compares everybody with whom they share something, each pair once. */
const comparePeople = async (context: JobContext, people: readonly MatchPerson[]): Promise<FoundPair[]> => {
  const keys = await sharedKeys(context, people)
  const compared = new Set<number>()
  const found: FoundPair[] = []
  const compare = (first: number, second: number, undated: boolean): void => {
    const one = people[first]
    const other = people[second]
    if (one === undefined || other === undefined) return
    if (undated && one.birthDate !== null && other.birthDate !== null) return
    const pair = first * people.length + second
    if (compared.has(pair)) return
    compared.add(pair)
    if (!couldMatch(one, other)) return
    const { points } = matchScore(one, other)
    if (points >= LEAST_POINTS) found.push({ one: one.id, other: other.id, score: points })
  }
  for (const [at, [key, places]] of keys.entries()) {
    if (at % KEYS_A_SLICE === 0)
      await context.report({ step: 'Comparing', done: at, total: keys.length, unit: 'groups' })
    const undated = isForTheUndated(key)
    for (const [index, second] of places.entries())
      for (let before = 0; before < index; before += 1) compare(places[before] ?? 0, second, undated)
  }
  return found.toSorted((a, b) => b.score - a.score || (a.one < b.one ? -1 : 1)).slice(0, MOST_PAIRS)
}

const newestChange = async (db: ReadDb): Promise<number> => {
  const { seq } = await db
    .selectFrom('change')
    .select((row) => row.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return seq ?? 0
}

/**
 * Looks through the whole register and keeps the pairs it finds, in place of those of the last search. A hundred
 * thousand people take seconds, as only those are compared who share a key. Nothing is kept when it is stopped.
 */
export const searchForDuplicates = async (context: JobContext): Promise<{ people: number; pairs: number }> => {
  const { read, env } = context
  const changeSeq = await newestChange(read)
  const { total } = await read
    .selectFrom('person')
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const people = await readPeople(context, total)
  const pairs = await comparePeople(context, people)
  await context.report({ step: 'Keeping what was found', done: 0, total: pairs.length, unit: 'pairs' })
  await context.write(async ({ handle, note }) => {
    const { db } = handle
    note({ people: people.length, pairs: pairs.length })
    await db.deleteFrom('duplicate_pair').execute()
    await db.deleteFrom('duplicate_search').execute()
    const there = new Set((await db.selectFrom('person').select('id').execute()).map(({ id }) => id))
    new RowInserter(handle.statements).insert(
      'duplicate_pair',
      pairs
        .filter(({ one, other }) => there.has(one) && there.has(other))
        .map(({ one, other, score }) => ({ ...inOrder(one, other), score })),
    )
    await db
      .insertInto('duplicate_search')
      .values({ id: 1, change_seq: changeSeq, searched_at: env.clock.now(), people: people.length })
      .execute()
  })
  return { people: people.length, pairs: pairs.length }
}
