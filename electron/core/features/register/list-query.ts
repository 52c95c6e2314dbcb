import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import type { z } from 'zod'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { RegisterFilter, registerPageSchema, RegisterSort } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Tables } from '../../db/schema.ts'
import { newSince } from '../../projections/person-summary.ts'

export type RegisterPageQuery = z.output<typeof registerPageSchema>

interface Listed extends Tables {
  summary: Tables['person_summary']
}
type ListQuery<O> = SelectQueryBuilder<Listed, 'summary', O>
type Where = ExpressionBuilder<Listed, 'summary'>

/** An open obligation of a kind that falls due before a day. The person is the one of the surrounding row. */
const hasDue = (where: Where, kind: 'letter' | 'support_contact' | 'care_review', before: IsoDate, today: IsoDate) =>
  where.exists(
    where
      .selectFrom('due_item')
      .select('due_item.person_id')
      .whereRef('due_item.person_id', '=', 'summary.person_id')
      .where('due_item.kind', '=', kind)
      .where('due_item.due_date', '<', before)
      .where((item) => item.or([item('due_item.lapses_date', 'is', null), item('due_item.lapses_date', '>=', today)])),
  )

const FOUR_WEEKS = 28
/** The day before which it falls due: the twenty-eighth day still counts, as in the filter and the clocks. */
const withinFourWeeks = (today: IsoDate): IsoDate => addDays(today, FOUR_WEEKS + 1)

const inView = (where: Where, view: RegisterFilter['view'], today: IsoDate) => {
  switch (view) {
    case 'everyone':
      return where.lit(true)
    case 'new':
      return where('summary.diagnosis_date', '>=', newSince(today))
    case 'missing_letter':
      return where.and([where('summary.died', '=', 0), hasDue(where, 'letter', today, today)])
    case 'contact_due':
      return where.and([where('summary.died', '=', 0), hasDue(where, 'support_contact', withinFourWeeks(today), today)])
    case 'review_due':
      return where.and([where('summary.died', '=', 0), hasDue(where, 'care_review', withinFourWeeks(today), today)])
  }
}

const dueWithin = (where: Where, due: NonNullable<RegisterFilter['due']>, today: IsoDate) => {
  switch (due) {
    case 'late':
      return where('summary.next_due_date', '<', today)
    case 'this_week':
      return where.and([
        where('summary.next_due_date', '>=', today),
        where('summary.next_due_date', '<=', addDays(today, 7)),
      ])
    case 'four_weeks':
      return where.and([
        where('summary.next_due_date', '>=', today),
        where('summary.next_due_date', '<=', addDays(today, FOUR_WEEKS)),
      ])
    case 'nothing':
      return where('summary.next_due_date', 'is', null)
  }
}

/** Every word typed must stand in the person's words: name, NHS number, local number or cancer. */
const searchTerms = (search: string): string[] => {
  const digits = search.replace(/[\s-]/g, '')
  if (/^\d{3,10}$/.test(digits)) return [digits]
  return normaliseName(search)
    .split(' ')
    .filter((word) => word !== '')
}

const LIKE_SPECIAL = /[%_\\]/g

/** Everyone a filter finds: the base of the page, its count and the list of ids. */
export const filtered = (db: ReadDb, filter: RegisterFilter, today: IsoDate): ListQuery<object> => {
  let query = db.selectFrom('person_summary as summary') as unknown as ListQuery<object>
  if (filter.view !== 'everyone') query = query.where((where) => inView(where, filter.view, today))
  if (filter.tumourGroups.length > 0) query = query.where('summary.tumour_group', 'in', filter.tumourGroups)
  if (filter.living !== null) query = query.where('summary.died', '=', filter.living === 'died' ? 1 : 0)
  if (filter.due !== null) {
    const { due } = filter
    query = query.where((where) => dueWithin(where, due, today))
  }
  const terms = searchTerms(filter.search)
  // "%" or "..." are the words of nobody.
  if (terms.length === 0 && filter.search.trim() !== '') query = query.where((where) => where.lit(false))
  for (const term of terms) {
    query = query.where('summary.search_text', 'like', sql<string>`${`%${term.replace(LIKE_SPECIAL, '')}%`}`)
  }
  return query
}

const SORT_COLUMNS: Record<
  RegisterSort,
  | 'summary.sort_name'
  | 'summary.diagnosis_date'
  | 'summary.tumour_group'
  | 'summary.next_due_date'
  | 'person.birth_date'
> = {
  name: 'summary.sort_name',
  diagnosed: 'summary.diagnosis_date',
  cancer: 'summary.tumour_group',
  due: 'summary.next_due_date',
  born: 'person.birth_date',
}

/** Sorted by the asked column, then by name, so that a page never shows a person twice. What is not known comes last. */
export const sorted = <O>(query: ListQuery<O>, sort: RegisterSort, descending: boolean): ListQuery<O> => {
  const column = SORT_COLUMNS[sort] as 'summary.sort_name'
  const direction = descending ? 'desc' : 'asc'
  const first =
    sort === 'name'
      ? query
      : query.orderBy(column, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
  return first
    .orderBy('summary.sort_name', sort === 'name' ? direction : 'asc')
    .orderBy('summary.person_id', sort === 'name' ? direction : 'asc')
}
