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

/** The letters of one of the three lists of what has yet to come: one range of an index, the rest of the filter in it. */
const waiting = (db: ReadDb, tab: Exclude<LetterTab, 'arrived'>, filter: LetterFilter, today: IsoDate) => {
  const { hospital, document, search } = filter
  const nextWeek = addDays(today, WEEK)
  return db
    .selectFrom('letter_wait as wait')
    .where('wait.lapses_date', '>=', today)
    .$if(tab === 'late', (query) => query.where('wait.due_date', '<', today))
    .$if(tab === 'week', (query) => query.where('wait.due_date', '>=', today).where('wait.due_date', '<', nextWeek))
    .$if(tab === 'expected', (query) => query.where('wait.due_date', '>=', nextWeek))
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

const arrivedPage = async (db: ReadDb, page: LetterPage, today: IsoDate): Promise<LetterRow[]> => {
  const found = await arrived(db, page, today)
    .selectAll('gap')
    .orderBy('gap.letter_date', 'desc')
    .orderBy('gap.letter_event_id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return arrivedRows(db, found)
}

/** In the order of the index itself, so that nothing has to be sorted and a page costs what a page holds. */
const waitingPage = async (
  db: ReadDb,
  tab: Exclude<LetterTab, 'arrived'>,
  page: LetterPage,
  today: IsoDate,
): Promise<LetterRow[]> => {
  const inOrder =
    page.sort === 'since'
      ? waiting(db, tab, page, today)
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
  const found = await inOrder
    .selectAll('wait')
    .orderBy(sql`wait.rowid`)
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return waitingRows(db, found)
}

/** One page of a list, the longest wait first. */
export const letterPage = async (
  db: ReadDb,
  page: LetterPage,
  today: IsoDate,
): Promise<{ rows: LetterRow[]; total: number }> => ({
  rows: page.tab === 'arrived' ? await arrivedPage(db, page, today) : await waitingPage(db, page.tab, page, today),
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
