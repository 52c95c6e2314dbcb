import { type RawBuilder, sql } from 'kysely'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  type LetterFilter,
  type LetterPage,
  type LetterRow,
  type LetterTab,
  NO_HOSPITAL,
} from '#shared/features/letters/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { wordsFound } from '../../db/sqlite/search.ts'
import { arrivedRows, waitingRows } from './rows.ts'

/** Days from today that "this week" and "in 7 days" reach. */
const WEEK = 7
/** Telling people apart takes longer than counting letters; a list this long is not worked person by person. */
const MOST_COUNTED_PEOPLE = 5000

/**
 * The letters of one of the three lists of what has yet to come: one range of an index, the rest of the filter in it.
 * @param along the index to walk: by the days that letters are due, or, for another order, not by them.
 */
const waiting = (
  db: ReadDb,
  tab: Exclude<LetterTab, 'arrived'>,
  filter: LetterFilter,
  today: IsoDate,
  along: LetterPage['sort'] = 'late',
) => {
  const { hospital, document, search } = filter
  const nextWeek = addDays(today, WEEK)
  // A plus keeps the planner from the index of a column: it would read the whole range and sort it.
  const dueDate = along === 'late' ? sql<IsoDate>`wait.due_date` : sql<IsoDate>`+wait.due_date`
  return db
    .selectFrom('letter_wait as wait')
    .where('wait.lapses_date', '>=', today)
    .$if(tab === 'late', (query) => query.where(dueDate, '<', today))
    .$if(tab === 'week', (query) => query.where(dueDate, '>=', today).where(dueDate, '<', nextWeek))
    .$if(tab === 'expected', (query) => query.where(dueDate, '>=', nextWeek))
    .$if(hospital === NO_HOSPITAL, (query) => query.where('wait.hospital', 'is', null))
    .$if(hospital !== null && hospital !== NO_HOSPITAL, (query) => query.where('wait.hospital', '=', hospital))
    .$if(document !== null, (query) => query.where('wait.document', '=', document))
    .$if(search.trim() !== '', (query) => query.where(ofPeopleFound('wait.person_id', search)))
}

/** What came in the last seven days, today among them. */
const arrived = (db: ReadDb, filter: LetterFilter, today: IsoDate) => {
  const { hospital, document, search } = filter
  return db
    .selectFrom('letter_gap as gap')
    .where('gap.letter_date', '>', addDays(today, -WEEK))
    .where('gap.letter_date', '<=', today)
    .$if(hospital === NO_HOSPITAL, (query) => query.where('gap.hospital', 'is', null))
    .$if(hospital !== null && hospital !== NO_HOSPITAL, (query) => query.where('gap.hospital', '=', hospital))
    .$if(document !== null, (query) => query.where('gap.document', '=', document))
    .$if(search.trim() !== '', (query) => query.where(ofPeopleFound('gap.person_id', search)))
}

const ofPeopleFound = (column: string, search: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (
    select summary.person_id from person_summary as summary where ${wordsFound((name) => sql.ref(`summary.${name}`), search)})`

const countOf = async (db: ReadDb, tab: LetterTab, filter: LetterFilter, today: IsoDate): Promise<number> => {
  const { total } =
    tab === 'arrived'
      ? await arrived(db, filter, today)
          .select((where) => where.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow()
      : await waiting(db, tab, filter, today)
          .select((where) => where.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow()
  return total
}

/** In the order of the index itself, so that nothing has to be sorted and a page costs what a page holds. */
export const waitsInOrder = (
  db: ReadDb,
  tab: Exclude<LetterTab, 'arrived'>,
  page: LetterFilter & Pick<LetterPage, 'sort'>,
  today: IsoDate,
) =>
  (page.sort === 'since'
    ? waiting(db, tab, page, today, 'since')
        .orderBy('wait.since_date')
        .orderBy('wait.due_date')
        .orderBy('wait.lapses_date')
        .orderBy('wait.hospital')
        .orderBy('wait.document')
    : waiting(db, tab, page, today)
        .orderBy('wait.due_date')
        .orderBy('wait.lapses_date')
        .orderBy('wait.hospital')
        .orderBy('wait.document')
        .orderBy('wait.event_date')
        .orderBy('wait.person_id')
  ).orderBy(sql`wait.rowid`)

/** What came lately, the newest first, in the order of its index. */
export const arrivalsInOrder = (db: ReadDb, filter: LetterFilter, today: IsoDate) =>
  arrived(db, filter, today)
    .orderBy('gap.letter_date', 'desc')
    .orderBy('gap.document', 'desc')
    .orderBy('gap.hospital', 'desc')
    .orderBy('gap.days', 'desc')
    .orderBy('gap.event_id', 'desc')
    .orderBy(sql`gap.rowid`, 'desc')

const onPage = <Query extends { limit(count: number): Query; offset(count: number): Query }>(
  query: Query,
  { limit, offset }: Pick<LetterPage, 'limit' | 'offset'>,
): Query => query.limit(limit).offset(offset)

/** One page of a list, the longest wait first. */
export const letterPage = async (
  db: ReadDb,
  page: LetterPage,
  today: IsoDate,
): Promise<{ rows: LetterRow[]; total: number }> => ({
  rows:
    page.tab === 'arrived'
      ? await arrivedRows(db, await onPage(arrivalsInOrder(db, page, today).selectAll('gap'), page).execute())
      : await waitingRows(db, await onPage(waitsInOrder(db, page.tab, page, today).selectAll('wait'), page).execute()),
  total: await countOf(db, page.tab, page, today),
})

/** How many letters each list holds under a filter, and of how many people the late ones are. */
export const letterCounts = async (
  db: ReadDb,
  filter: LetterFilter,
  today: IsoDate,
): Promise<{ tabs: Record<LetterTab, number>; people: number | null }> => {
  const tabs = {
    late: await countOf(db, 'late', filter, today),
    week: await countOf(db, 'week', filter, today),
    expected: await countOf(db, 'expected', filter, today),
    arrived: await countOf(db, 'arrived', filter, today),
  }
  if (tabs.late > MOST_COUNTED_PEOPLE) return { tabs, people: null }
  const { people } = await waiting(db, 'late', filter, today)
    .select((where) => where.fn.count<number>('wait.person_id').distinct().as('people'))
    .executeTakeFirstOrThrow()
  return { tabs, people }
}

/** Hospitals that letters are waited for from, by name. */
export const letterHospitals = async (db: ReadDb): Promise<string[]> => {
  const rows = await db
    .selectFrom('letter_wait')
    .select('hospital')
    .distinct()
    .where('hospital', 'is not', null)
    .orderBy('hospital')
    .execute()
  return rows.flatMap(({ hospital }) => hospital ?? [])
}
