import { sql } from 'kysely'
import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { DOCUMENT_CODES } from '#shared/features/journey/public.ts'
import {
  type GapCount,
  type GapFigure,
  gapFigure,
  type GapFilter,
  type GapList,
  lastDayOf,
  monthsBetween,
} from '#shared/features/letters/gap-figures.ts'
import { type LetterRow, NO_HOSPITAL } from '#shared/features/letters/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { arrivedRows, waitingRows } from './rows.ts'

/** Letters that came in a time, from the one index that holds all that is asked of them. */
const came = (db: ReadDb, { from, to, hospital, document }: GapFilter) =>
  db
    .selectFrom('letter_gap as gap')
    .where('gap.letter_date', '>=', from)
    .where('gap.letter_date', '<=', to)
    .$if(hospital === NO_HOSPITAL, (query) => query.where('gap.hospital', 'is', null))
    .$if(hospital !== null && hospital !== NO_HOSPITAL, (query) => query.where('gap.hospital', '=', hospital))
    .$if(document !== null, (query) => query.where('gap.document', '=', document))

/** Events of the same time whose letter has not come. Parts of summaries and questions in words are no letters. */
const stillWaiting = (db: ReadDb, { from, to, hospital, document }: GapFilter, today: IsoDate) =>
  db
    .selectFrom('letter_wait as wait')
    .where('wait.lapses_date', '>=', today)
    .where('wait.event_date', '>=', from)
    .where('wait.event_date', '<=', to)
    .where('wait.document', 'is not', null)
    .where('wait.slot', 'is', null)
    .$if(hospital === NO_HOSPITAL, (query) => query.where('wait.hospital', 'is', null))
    .$if(hospital !== null && hospital !== NO_HOSPITAL, (query) => query.where('wait.hospital', '=', hospital))
    .$if(document !== null, (query) => query.where('wait.document', '=', document))

interface Counted extends GapCount {
  readonly month: string
  readonly hospital: string | null
  readonly document: string
}

/**
 * Equal letters counted together, a month at a time: each is one short range of the index, and other calls get their
 * turn in between.
 */
const countedLetters = async (db: ReadDb, filter: GapFilter): Promise<Counted[]> => {
  const counted: Counted[] = []
  for (const month of monthsBetween(filter.from, filter.to)) {
    const [first, last] = [`${month}-01`, lastDayOf(month)]
    const span = { from: first > filter.from ? first : filter.from, to: last < filter.to ? last : filter.to }
    const rows = await came(db, { ...filter, ...span })
      .select(['gap.hospital', 'gap.document', 'gap.days', sql<number>`count(*)`.as('letters')])
      .groupBy(['gap.document', 'gap.hospital', 'gap.days'])
      .execute()
    for (const row of rows) counted.push({ month, ...row })
  }
  return counted
}

const countedWaits = (db: ReadDb, filter: GapFilter, today: IsoDate) =>
  stillWaiting(db, filter, today)
    .select([
      sql<string>`substr(wait.event_date, 1, 7)`.as('month'),
      'wait.hospital',
      'wait.document',
      sql<number>`count(*)`.as('letters'),
    ])
    .groupBy([sql`1`, 'wait.hospital', 'wait.document'])
    .execute()

type Part = 'month' | 'hospital' | 'document'
export type GapRow = GapFigure & { readonly key: string | null }

interface Counts {
  readonly letters: readonly Counted[]
  readonly waits: Awaited<ReturnType<typeof countedWaits>>
}

const figureOf = ({ letters, waits }: Counts): GapFigure =>
  gapFigure(
    letters,
    waits.reduce((sum, wait) => sum + wait.letters, 0),
  )

const rowsBy = (counts: Counts, part: Part, keys: readonly (string | null)[]): GapRow[] => {
  const letters = Map.groupBy<string | null, Counted>(counts.letters, (row) => row[part])
  const waits = Map.groupBy(counts.waits, (row) => row[part])
  return keys.map((key) => ({
    key,
    ...figureOf({ letters: letters.get(key) ?? [], waits: waits.get(key) ?? [] }),
  }))
}

const hospitalsIn = ({ letters, waits }: Counts): (string | null)[] => {
  const found = new Set([...letters, ...waits].map(({ hospital }) => hospital))
  const named = [...found].filter((hospital) => hospital !== null).toSorted((a, b) => a.localeCompare(b, 'en-GB'))
  return found.has(null) ? [...named, null] : named
}

/** Every figure of the gap meter for a time. */
export const gapMeter = async (
  db: ReadDb,
  filter: GapFilter,
  today: IsoDate,
): Promise<{ all: GapFigure; months: GapRow[]; hospitals: GapRow[]; documents: GapRow[] }> => {
  const counts = { letters: await countedLetters(db, filter), waits: await countedWaits(db, filter, today) }
  const documents = DOCUMENT_CODES.filter((code) =>
    [...counts.letters, ...counts.waits].some(({ document }) => document === code),
  )
  return {
    all: figureOf(counts),
    months: rowsBy(counts, 'month', monthsBetween(filter.from, filter.to)),
    hospitals: rowsBy(counts, 'hospital', hospitalsIn(counts)),
    documents: rowsBy(counts, 'document', documents),
  }
}

/** More than this is sorted by the index alone: nobody reads so far down a list. */
const MOST_SORTED = 5000

/** The letters behind a figure: the longest first, of very many the newest first. */
export const gapPage = async (
  db: ReadDb,
  filter: GapFilter & { readonly list: GapList; readonly offset: number; readonly limit: number },
  today: IsoDate,
): Promise<{ rows: LetterRow[]; total: number }> => {
  const { list, limit, offset } = filter
  if (list === 'waiting') {
    const waits = stillWaiting(db, filter, today)
    const { total } = await waits.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await waits
      .selectAll('wait')
      .orderBy('wait.event_date')
      .orderBy('wait.person_id')
      .limit(limit)
      .offset(offset)
      .execute()
    return { rows: await waitingRows(db, found), total }
  }
  const some = came(db, filter).where('gap.days', list === 'came' ? 'is not' : 'is', null)
  const { total } = await some.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const found = await some
    .selectAll('gap')
    .$if(total <= MOST_SORTED, (query) => query.orderBy('gap.days', 'desc'))
    .orderBy('gap.letter_date', 'desc')
    .orderBy('gap.document', 'desc')
    .orderBy('gap.hospital', 'desc')
    .orderBy('gap.days', 'desc')
    .orderBy('gap.event_id', 'desc')
    .orderBy(sql`gap.rowid`, 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { rows: await arrivedRows(db, found), total }
}

/** The last whole month and the twelve before it. */
const SHOWN_MONTHS = 13

/** The last whole month, with the year before it and the months of a small chart. */
export const gapNow = async (
  db: ReadDb,
  today: IsoDate,
): Promise<{ month: string; figure: GapFigure; before: GapFigure; months: GapRow[] }> => {
  const thisMonth = `${today.slice(0, 7)}-01`
  const month = addMonths(thisMonth, -1).slice(0, 7)
  const shown = { hospital: null, document: null, from: addMonths(thisMonth, -SHOWN_MONTHS), to: lastDayOf(month) }
  const letters = await countedLetters(db, shown)
  const waits = await countedWaits(db, shown, today)
  const isBefore = (row: { readonly month: string }): boolean => row.month < month
  const before = figureOf({ letters: letters.filter(isBefore), waits: waits.filter(isBefore) })
  const months = rowsBy({ letters, waits }, 'month', monthsBetween(shown.from, shown.to))
  return { month, figure: months.at(-1) ?? figureOf({ letters: [], waits: [] }), before, months }
}
