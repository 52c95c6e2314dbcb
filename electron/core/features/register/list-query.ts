import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { RegisterFilter, registerPageSchema, RegisterSort } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PersonSummaryTable, Tables } from '../../db/schema.ts'
import { alongIndex, withoutIndex } from '../../db/sqlite/planner.ts'
import { countOfWords, wordsFound, wordsMet } from '../../db/sqlite/search.ts'
import { newSince } from '../../projections/person-summary.ts'

export type RegisterPageQuery = z.output<typeof registerPageSchema>

/** The tables as the list reads them. */
export type Listed = Tables & { summary: PersonSummaryTable }
export type ListQuery = SelectQueryBuilder<Listed, 'summary', object>
export type Column = keyof PersonSummaryTable

/**
 * How a list is read. A column: along the index of its order, asking of each person whether they are meant; quick when
 * many are. `by-filter`: the people who are meant first, then put in order; quick when few are.
 */
export type Reading = Column | 'by-filter'

/** Where so many match what was typed, their words are read along the way instead of asking the full-text index. */
const VERY_MANY = 40_000

/**
 * Each of the people who are meant costs a page of the database, read and decrypted; along an index a page holds a
 * hundred of them. From so many on, the hundred of a page are sooner met on the way.
 */
const MANY = 150

/** What each order goes by first. */
export const SORT_COLUMNS: Record<RegisterSort, Column> = {
  name: 'sort_name',
  diagnosed: 'diagnosis_date',
  cancer: 'tumour_group',
  due: 'next_due_date',
  born: 'birth_date',
}

interface Order {
  sort: RegisterSort
  descending: boolean
}

/** How a list of so many people is read. */
export const readingFor = ({ sort }: Pick<Order, 'sort'>, total: number): Reading =>
  total > MANY ? SORT_COLUMNS[sort] : 'by-filter'

/** A column to go by, with its index left aside where the people who are meant are found first. */
export const orderColumn = (name: Column, reading: Reading): RawBuilder<unknown> =>
  reading === 'by-filter' ? withoutIndex(`summary.${name}`) : sql.ref(`summary.${name}`)

const FOUR_WEEKS = 28
/** The day before which it falls due: the twenty-eighth day still counts, as in the filter and the clocks. */
const withinFourWeeks = (today: IsoDate): IsoDate => addDays(today, FOUR_WEEKS + 1)

type Condition = RawBuilder<boolean>
type ColumnOf = (name: Column) => RawBuilder<unknown>

const inView = (view: RegisterFilter['view'], of: ColumnOf, today: IsoDate): Condition[] => {
  switch (view) {
    case 'everyone':
      return []
    case 'new':
      return [sql`${of('diagnosis_date')} >= ${newSince(today)}`]
    case 'missing_letter':
      return [sql`${of('letter_due')} < ${today}`]
    case 'contact_due':
      return [sql`${of('contact_due')} < ${withinFourWeeks(today)}`]
    case 'review_due':
      return [sql`${of('review_due')} < ${withinFourWeeks(today)}`]
  }
}

const dueWithin = (due: RegisterFilter['due'], of: ColumnOf, today: IsoDate): Condition[] => {
  const next = of('next_due_date')
  switch (due) {
    case null:
      return []
    case 'late':
      return [sql`${next} < ${today}`]
    case 'this_week':
      return [sql`${next} between ${today} and ${addDays(today, 7)}`]
    case 'four_weeks':
      return [sql`${next} between ${today} and ${addDays(today, FOUR_WEEKS)}`]
    case 'nothing':
      return [sql`${next} is null`]
  }
}

const isSearch = ({ search }: RegisterFilter): boolean => search.trim() !== ''

/** By anything but a search. */
const isNarrowed = ({ view, tumourGroups, living, due }: RegisterFilter): boolean =>
  view !== 'everyone' || tumourGroups.length > 0 || living !== null || due !== null

/** What is asked for, each question as it reads with the columns it is given. The first narrows the most. */
const questions = (filter: RegisterFilter, today: IsoDate, total: number): ((of: ColumnOf) => Condition[])[] => {
  const matches = total > VERY_MANY ? wordsMet : wordsFound
  const { tumourGroups, living } = filter
  return [
    ...(isSearch(filter) ? [(of: ColumnOf) => [matches(of, filter.search)]] : []),
    ...(filter.view === 'everyone' ? [] : [(of: ColumnOf) => inView(filter.view, of, today)]),
    ...(filter.due === null ? [] : [(of: ColumnOf) => dueWithin(filter.due, of, today)]),
    ...(tumourGroups.length === 0
      ? []
      : [(of: ColumnOf) => [sql<boolean>`${of('tumour_group')} in (${sql.join(tumourGroups)})`]]),
    ...(living === null ? [] : [(of: ColumnOf) => [sql<boolean>`${of('died')} = ${living === 'died' ? 1 : 0}`]]),
  ]
}

/**
 * By filter, the first question has its index and the others are asked along the way: the indexes hold what may be
 * asked. Along an order none but that of the order has: several groups would be several ranges of it, in no order.
 */
const conditions = (filter: RegisterFilter, reading: Reading, today: IsoDate, total: number): Condition[] =>
  questions(filter, today, total).flatMap((question, at) =>
    question((name) =>
      (reading === 'by-filter' ? at === 0 : reading === name && name !== 'tumour_group')
        ? sql.ref(`summary.${name}`)
        : withoutIndex(`summary.${name}`),
    ),
  )

/**
 * The people a filter finds, in no order.
 * @param total how many are found, where that is known already.
 */
export const filtered = (db: ReadDb, filter: RegisterFilter, reading: Reading, today: IsoDate, total = 0): ListQuery =>
  conditions(filter, reading, today, total).reduce<ListQuery>(
    (query, condition) => query.where(condition),
    db.selectFrom(
      (reading === 'sort_name' && isNarrowed(filter)
        ? alongIndex('person_summary', 'summary', 'person_summary_list')
        : sql`person_summary as summary`) as never,
    ) as ListQuery,
  )

/** By the asked column, then by name, so that a page never shows a person twice. What is not known comes last. */
const sorted = (query: ListQuery, { sort, descending }: Order, reading: Reading): ListQuery => {
  const of = (name: Column): RawBuilder<unknown> => orderColumn(name, reading)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const byName = sort === 'name' ? direction : sql.raw('asc')
  const first = sort === 'name' ? query : query.orderBy(sql`${of(SORT_COLUMNS[sort])} ${direction} nulls last`)
  return first.orderBy(sql`${of('sort_name')} ${byName}`).orderBy(sql`${of('number')} ${byName}`)
}

/** How many people a filter finds. */
export const countFound = async (db: ReadDb, filter: RegisterFilter, today: IsoDate): Promise<number> => {
  const ofWords = isSearch(filter) && !isNarrowed(filter) ? countOfWords(filter.search) : null
  const counted =
    ofWords === null
      ? filtered(db, filter, 'by-filter', today).select((where) => where.fn.countAll<number>().as('total'))
      : db.selectFrom('projection').select(ofWords.as('total'))
  return (await counted.executeTakeFirstOrThrow()).total
}

export interface Slice {
  limit: number
  offset: number
}

const listed = (
  db: ReadDb,
  list: RegisterFilter & Order,
  today: IsoDate,
  total: number,
  slice: Slice | undefined,
): ListQuery => {
  const reading = readingFor(list, total)
  const found = sorted(filtered(db, list, reading, today, total), list, reading)
  return slice === undefined ? found : found.limit(slice.limit).offset(slice.offset)
}

/**
 * The statement that reads the ids of the people a filter finds, in the order of the list.
 * @param total how many it finds, which decides how they are read.
 * @param slice which of them; left out: all.
 */
export const idsQuery = (
  db: ReadDb,
  list: RegisterFilter & Order,
  today: IsoDate,
  total: number,
  slice?: Slice,
): SelectQueryBuilder<Listed, 'summary', { person_id: string }> =>
  listed(db, list, today, total, slice).select('summary.person_id')

/** As {@link idsQuery}, the numbers of their rows: the indexes hold them, so that nobody's summary need be read. */
export const numbersQuery = (
  db: ReadDb,
  list: RegisterFilter & Order,
  today: IsoDate,
  total: number,
  slice: Slice,
): SelectQueryBuilder<Listed, 'summary', { number: number }> =>
  listed(db, list, today, total, slice).select('summary.number')
