import { AppError } from '#shared/contract/errors.ts'
import {
  type Looked,
  WORD_FIELDS,
  type WordField,
  wordFieldSchema,
  type WordFound,
  wordKey,
  type WordsFound,
} from '#shared/features/imports/matching.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { cleanCell } from './clean-cell.ts'
import { isDateField } from './column-plan.ts'
import { DatesSeen } from './dates-in-columns.ts'
import type { Table } from './layouts/layout.ts'
import { WordsSeen } from './words-in-columns.ts'

const ROWS_A_SLICE = 1_000
const WORDS_A_SLICE = 500

/** What was seen in whole columns of a draft. A column is gone through once for each use it is put to. */
export class LookedAt {
  readonly dates = new Map<number, DatesSeen>()
  readonly words = new Map<string, WordsSeen>()
}

const place = (field: WordField, column: number): string => `${field} ${column}`

interface Wanted {
  readonly dates: Map<number, DatesSeen>
  readonly words: { readonly key: string; readonly column: number; readonly seen: WordsSeen }[]
}

/** The columns among these that nobody has gone through yet. */
const stillWanted = (looked: LookedAt, columns: readonly ColumnChoice[]): Wanted => {
  const dates = new Map<number, DatesSeen>()
  const words: Wanted['words'] = []
  for (const { index, field } of columns) {
    if (isDateField(field) && !looked.dates.has(index)) dates.set(index, new DatesSeen())
    const { data: word } = wordFieldSchema.safeParse(field)
    if (word === undefined) continue
    const key = place(word, index)
    if (!looked.words.has(key)) words.push({ key, column: index, seen: new WordsSeen(word) })
  }
  return { dates, words }
}

/** Whoever asks: a draft as far as its columns go. */
export interface Lookable {
  readonly table: Table
  readonly looked: LookedAt
}

const goThrough = async ({ report }: JobContext, table: Table, { dates, words }: Wanted): Promise<void> => {
  const total = table.body.length
  const wanted = [...Array.from(dates, ([column, seen]) => ({ column, seen })), ...words]
  const watched = wanted.toSorted((a, b) => a.column - b.column)
  const columns = watched.map(({ column }) => column)
  for (let at = 0; at < total; at += 1) {
    if (at % ROWS_A_SLICE === 0) await report({ step: 'Looking through the columns', done: at, total, unit: 'rows' })
    const cells = table.body.cellsAt(at, columns)
    for (let place = 0; place < watched.length; place += 1) watched[place]?.seen.see(cleanCell(cells[place]))
  }
  for (const { seen } of words) {
    while (seen.readSome(WORDS_A_SLICE)) await report({ step: 'Reading the words', done: total, total, unit: 'rows' })
  }
}

/** Words of one field over all the columns that go to it. */
const gather = (seen: readonly WordsSeen[]): WordFound[] => {
  const found = new Map<string, WordFound>()
  for (const column of seen) {
    for (const word of column.found()) {
      const key = wordKey(word.theirs)
      const before = found.get(key)
      found.set(key, before === undefined ? word : { ...before, rows: before.rows + word.rows })
    }
  }
  return [...found.values()]
}

const isNotRead = ({ how }: WordFound): boolean => how === 'as-written' || how === 'rejected'

const summaryOf = (field: WordField, seen: readonly WordsSeen[]): WordsFound => {
  const all = gather(seen)
  const notRead = all.filter(isNotRead)
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  return {
    field,
    words: all.length,
    cells: sum(seen.map(({ cells }) => cells)),
    notRead: { words: notRead.length, cells: sum(notRead.map(({ rows }) => rows)) },
    unlisted: sum(seen.map(({ unlisted }) => unlisted)),
  }
}

/** Goes through what nobody has gone through yet, and keeps what was seen; stopping keeps nothing. */
const lookAt = async (context: JobContext, { table, looked }: Lookable, wanted: Wanted): Promise<void> => {
  if (wanted.dates.size + wanted.words.length > 0) await goThrough(context, table, wanted)
  for (const [column, seen] of wanted.dates) looked.dates.set(column, seen)
  for (const { key, seen } of wanted.words) looked.words.set(key, seen)
}

/** What the columns that are chosen for dates hold, from the first row to the last. */
export const datesOf = async (
  context: JobContext,
  draft: Lookable,
  columns: readonly ColumnChoice[],
): Promise<ReadonlyMap<number, DatesSeen>> => {
  const dated = columns.filter(({ field }) => isDateField(field))
  await lookAt(context, draft, { dates: stillWanted(draft.looked, dated).dates, words: [] })
  return new Map(
    dated.flatMap(({ index }) => {
      const seen = draft.looked.dates.get(index)
      return seen === undefined ? [] : [[index, seen] as const]
    }),
  )
}

/**
 * Goes through the chosen columns from the first row to the last, in slices, and says how dates are written and which
 * words there are. What was gone through before is not gone through again; stopping keeps nothing.
 */
export const lookThrough = async (
  context: JobContext,
  draft: Lookable,
  columns: readonly ColumnChoice[],
): Promise<Looked> => {
  const { table, looked } = draft
  const known = columns.filter(({ index }) => index < table.headings.length)
  await lookAt(context, draft, stillWanted(looked, known))
  return {
    dates: known.flatMap(({ index, field }) => {
      const seen = isDateField(field) ? looked.dates.get(index) : undefined
      return seen === undefined ? [] : [seen.counted(index)]
    }),
    words: WORD_FIELDS.flatMap((field) => {
      const seen = known.flatMap((choice) => {
        const words = choice.field === field ? looked.words.get(place(field, choice.index)) : undefined
        return words === undefined ? [] : [words]
      })
      return seen.length === 0 ? [] : [summaryOf(field, seen)]
    }),
  }
}

interface WordsWanted {
  readonly field: WordField
  readonly columns: readonly number[]
  readonly search: string
  readonly which: 'all' | 'not-read'
  readonly limit: number
}

/**
 * Words of a field, those on most rows first.
 * @throws AppError `conflict` when the columns were not gone through.
 */
export const wordsOf = (
  looked: LookedAt,
  { field, columns, search, which, limit }: WordsWanted,
): { words: WordFound[]; total: number } => {
  const seen = columns.map((column) => {
    const words = looked.words.get(place(field, column))
    if (words === undefined) throw new AppError('conflict', 'These columns have not been looked through yet.')
    return words
  })
  const wanted = normaliseName(search)
  const found = gather(seen)
    .filter((word) => which === 'all' || isNotRead(word))
    .filter(({ theirs }) => wanted === '' || normaliseName(theirs).includes(wanted))
    .toSorted((a, b) => b.rows - a.rows || a.theirs.localeCompare(b.theirs, 'en-GB'))
  return { words: found.slice(0, limit), total: found.length }
}
