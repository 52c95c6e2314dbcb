import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { listQuerySchema } from '#shared/features/register/list-schema.ts'
import type { Neighbours } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import {
  type Column,
  countFound,
  filtered,
  type Listed,
  type ListQuery,
  orderColumn,
  type Reading,
  readingFor,
  SORT_COLUMNS,
} from './list-query.ts'

type List = z.output<typeof listQuerySchema>
type Step = 'previous' | 'next'

/** Where somebody stands in an order: what it goes by, and what it falls back on. */
interface Place {
  readonly key: string | null
  readonly sort_name: string
  readonly number: number
}

/** Where somebody stands, or undefined when there is no such person. */
export const placeOf = (db: ReadDb, { sort }: Pick<List, 'sort'>, id: string): Promise<Place | undefined> =>
  db
    .selectFrom('person_summary as summary')
    .select(['summary.sort_name', 'summary.number', sql.ref<string | null>(`summary.${SORT_COLUMNS[sort]}`).as('key')])
    .where('summary.person_id', '=', id)
    .executeTakeFirst()

/** Whether the asked column and the names rise while going this way through the list. */
const rising = ({ sort, descending }: List, step: Step): { keys: boolean; names: boolean } => {
  const ahead = step === 'next'
  return { keys: descending !== ahead, names: (sort === 'name' && descending) !== ahead }
}

/**
 * The people on one side of a place, as parts that follow one another, the nearest first: a part is one range of the
 * index of the order, which an OR of them all would not be.
 */
const partsOf = (list: List, place: Place, step: Step, reading: Reading): RawBuilder<boolean>[] => {
  const of = (name: Column): RawBuilder<unknown> => orderColumn(name, reading)
  const rises = rising(list, step)
  const past = (up: boolean): RawBuilder<unknown> => sql.raw(up ? '>' : '<')
  const names = sql<boolean>`(${of('sort_name')}, ${of('number')}) ${past(rises.names)} (${place.sort_name}, ${place.number})`
  if (list.sort === 'name') return [names]
  const key = of(SORT_COLUMNS[list.sort])
  const alike = sql<boolean>`${key} is ${place.key} and ${names}`
  if (place.key === null) return step === 'next' ? [alike] : [alike, sql<boolean>`${key} is not null`]
  const further = sql<boolean>`${key} ${past(rises.keys)} ${place.key}`
  return step === 'next' ? [alike, further, sql<boolean>`${key} is null`] : [alike, further]
}

/**
 * The statements that find the one next to a place, to be asked in turn until one of them answers.
 * @param total how many the list holds, which decides how it is read.
 */
export const nearestQueries = (
  db: ReadDb,
  list: List,
  place: Place,
  step: Step,
  total: number,
  today: IsoDate,
): SelectQueryBuilder<Listed, 'summary', { person_id: string }>[] => {
  const rises = rising(list, step)
  const reading = readingFor(list, total)
  const by = (name: Column, up: boolean): RawBuilder<unknown> =>
    sql`${orderColumn(name, reading)} ${sql.raw(up ? 'asc' : 'desc')}`
  return partsOf(list, place, step, reading).map((part) =>
    filtered(db, list, reading, today, total)
      .where(part)
      .$if(list.sort !== 'name', (query) => query.orderBy(by(SORT_COLUMNS[list.sort], rises.keys)))
      .orderBy(by('sort_name', rises.names))
      .orderBy(by('number', rises.names))
      .select('summary.person_id')
      .limit(1),
  )
}

/**
 * The statement that finds somebody in a list, or nobody where they are not in it: along their id, because the order of
 * the list would be walked from end to end for them.
 */
export const itselfQuery = (
  db: ReadDb,
  list: List,
  id: string,
  total: number,
  today: IsoDate,
): SelectQueryBuilder<Listed, 'summary', { person_id: string }> =>
  filtered(db, list, 'person_id', today, total).where('summary.person_id', '=', id).select('summary.person_id')

/**
 * Who stands before and after somebody in a list, by the order of `idsQuery`. Reads a few rows for the two, and counts
 * for the position. Who is not in the list, or no longer, has no position but still the neighbours of their place.
 */
export const neighboursOf = async (db: ReadDb, list: List, id: string, today: IsoDate): Promise<Neighbours> => {
  const total = await countFound(db, list, today)
  const place = await placeOf(db, list, id)
  if (place === undefined) return { previous: null, next: null, position: null, total }
  const reading = readingFor(list, total)
  const nearest = async (step: Step): Promise<string | null> => {
    for (const query of nearestQueries(db, list, place, step, total, today)) {
      const row = await query.executeTakeFirst()
      if (row !== undefined) return row.person_id
    }
    return null
  }
  const found = (): ListQuery => filtered(db, list, reading, today, total)
  const itself = await itselfQuery(db, list, id, total, today).executeTakeFirst()
  const before = async (): Promise<number> => {
    let people = 0
    for (const part of partsOf(list, place, 'previous', reading)) {
      const counted = found()
        .where(part)
        .select((where) => where.fn.countAll<number>().as('people'))
      people += (await counted.executeTakeFirstOrThrow()).people
    }
    return people
  }
  return {
    previous: await nearest('previous'),
    next: await nearest('next'),
    position: itself === undefined ? null : (await before()) + 1,
    total,
  }
}
