import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { z } from 'zod'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { RegisterFilter, registerPageSchema, RegisterSort } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Tables } from '../../db/schema.ts'
import { wordsFound } from '../../db/sqlite/search.ts'
import { newSince } from '../../projections/person-summary.ts'

export type RegisterPageQuery = z.output<typeof registerPageSchema>

interface Listed extends Tables {
  summary: Tables['person_summary']
}
type ListQuery<O> = SelectQueryBuilder<Listed, 'summary', O>
type Where = ExpressionBuilder<Listed, 'summary'>

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
      return where('summary.letter_due', '<', today)
    case 'contact_due':
      return where('summary.contact_due', '<', withinFourWeeks(today))
    case 'review_due':
      return where('summary.review_due', '<', withinFourWeeks(today))
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
  if (filter.search.trim() !== '') query = query.where(wordsFound('summary', filter.search))
  return query
}

const SORT_COLUMNS: Record<
  RegisterSort,
  | 'summary.sort_name'
  | 'summary.diagnosis_date'
  | 'summary.tumour_group'
  | 'summary.next_due_date'
  | 'summary.birth_date'
> = {
  name: 'summary.sort_name',
  diagnosed: 'summary.diagnosis_date',
  cancer: 'summary.tumour_group',
  due: 'summary.next_due_date',
  born: 'summary.birth_date',
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
