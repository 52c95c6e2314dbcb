import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { RegisterFilter, registerPageSchema, RegisterSort } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PersonSummaryTable, Tables } from '../../db/schema.ts'
import { withoutIndex } from '../../db/sqlite/planner.ts'
import { countOfWords, wordsFound, wordsMet } from '../../db/sqlite/search.ts'
import { newSince } from '../../projections/person-summary.ts'

export type RegisterPageQuery = z.output<typeof registerPageSchema>

/** The tables as the list reads them. */
export type Listed = Tables & { summary: PersonSummaryTable }
export type ListQuery = SelectQueryBuilder<Listed, 'summary', object>
export type Column = keyof PersonSummaryTable | 'number'

/**
 * How a page is read. `by-order`: along the index of its order, asking of each person whether they are meant; quick when
 * many are. `by-filter`: the people who are meant first, then put in order; quick when few are.
 */
export type Reading = 'by-order' | 'by-filter'

/** Where so many match what was typed, their words are read along the way instead of asking the full-text index. */
const VERY_MANY = 10_000

/** Putting this many people in order takes about as long as meeting a page's worth of so many on the way. */
const MANY = 2000

/** How a list of so many people is read. */
export const readingFor = (total: number): Reading => (total > MANY ? 'by-order' : 'by-filter')

/** A column of the list, with its index left aside where the list is read along another. */
export const column = (name: Column, reading: Reading): RawBuilder<unknown> =>
  reading === 'by-order' ? withoutIndex(`summary.${name}`) : sql.ref(`summary.${name}`)

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

const isSearchAlone = (filter: RegisterFilter): boolean =>
  isSearch(filter) &&
  filter.view === 'everyone' &&
  filter.tumourGroups.length === 0 &&
  filter.living === null &&
  filter.due === null

const conditions = (filter: RegisterFilter, reading: Reading, today: IsoDate, total: number): Condition[] => {
  const of: ColumnOf = (name) => column(name, reading)
  const matches = total > VERY_MANY ? wordsMet : wordsFound
  return [
    ...inView(filter.view, of, today),
    ...(filter.tumourGroups.length === 0
      ? []
      : [sql<boolean>`${of('tumour_group')} in (${sql.join(filter.tumourGroups)})`]),
    ...(filter.living === null ? [] : [sql<boolean>`${of('died')} = ${filter.living === 'died' ? 1 : 0}`]),
    ...dueWithin(filter.due, of, today),
    ...(isSearch(filter) ? [matches(of, filter.search)] : []),
  ]
}

/**
 * The people a filter finds, in no order.
 * @param total how many are found, where that is known already.
 */
export const filtered = (db: ReadDb, filter: RegisterFilter, reading: Reading, today: IsoDate, total = 0): ListQuery =>
  conditions(filter, reading, today, total).reduce<ListQuery>(
    (query, condition) => query.where(condition),
    db.selectFrom('person_summary as summary') as unknown as ListQuery,
  )

/** What each order goes by first. */
export const SORT_COLUMNS: Record<RegisterSort, Column> = {
  name: 'sort_name',
  diagnosed: 'diagnosis_date',
  cancer: 'tumour_group',
  due: 'next_due_date',
  born: 'birth_date',
}

/** By the asked column, then by name, so that a page never shows a person twice. What is not known comes last. */
const sorted = (query: ListQuery, { sort, descending }: Order, reading: Reading): ListQuery => {
  const other: Reading = reading === 'by-order' ? 'by-filter' : 'by-order'
  const of = (name: Column): RawBuilder<unknown> => column(name, other)
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const byName = sort === 'name' ? direction : sql.raw('asc')
  const first = sort === 'name' ? query : query.orderBy(sql`${of(SORT_COLUMNS[sort])} ${direction} nulls last`)
  return first.orderBy(sql`${of('sort_name')} ${byName}`).orderBy(sql`${of('number')} ${byName}`)
}

interface Order {
  sort: RegisterSort
  descending: boolean
}

/** How many people a filter finds. */
export const countFound = async (db: ReadDb, filter: RegisterFilter, today: IsoDate): Promise<number> => {
  const ofWords = isSearchAlone(filter) ? countOfWords(filter.search) : null
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
): SelectQueryBuilder<Listed, 'summary', { person_id: string }> => {
  const reading = readingFor(total)
  const ids = sorted(filtered(db, list, reading, today, total), list, reading).select('summary.person_id')
  return slice === undefined ? ids : ids.limit(slice.limit).offset(slice.offset)
}
