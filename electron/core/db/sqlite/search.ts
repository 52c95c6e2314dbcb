import { type RawBuilder, sql } from 'kysely'
import { normaliseName } from '#shared/domain/text-match.ts'

/**
 * The full-text index holds runs of three characters. Every word in it has a space before it, so two characters that
 * start a word are such a run as well.
 */
const RUN = 3

/** What was typed, as words to be found: an NHS or local number with its spaces gone, or the words of a name. */
const wordsOf = (typed: string): string[] => {
  const digits = typed.replace(/[\s-]/g, '')
  if (/^\d{3,10}$/.test(digits)) return [digits]
  return normaliseName(typed)
    .split(' ')
    .filter((word) => word !== '')
}

/** Columns of `person_summary`, as the surrounding query names them. */
type SummaryColumn = (name: 'number' | 'search_text' | 'sort_name') => RawBuilder<unknown>

/** In characters, as the index counts them: some of them are two units of a string. */
const lengthOf = (word: string): number => [...word].length

/** A word as it stands in the index, or undefined where it is too short to be found there. */
const runOf = (word: string): string | undefined =>
  lengthOf(word) >= RUN ? word : lengthOf(word) === RUN - 1 ? ` ${word}` : undefined

/** Alone, one or two characters are the start of a surname, which has an index of its own. */
const isStartOfSurname = (words: readonly string[]): boolean => words.every((word) => lengthOf(word) < RUN)

const startsSurname = (of: SummaryColumn, start: string): RawBuilder<boolean> =>
  sql<boolean>`${of('sort_name')} >= ${start} and ${of('sort_name')} < ${`${start}\u{10FFFF}`}`

const matchOf = (runs: readonly string[]): string => runs.map((run) => `"${run}"`).join(' AND ')

const runsOf = (words: readonly string[]): string[] => words.flatMap((word) => runOf(word) ?? [])

/** What is too short for the index only has to start a word. */
const startsWords = (of: SummaryColumn, words: readonly string[]): RawBuilder<boolean>[] =>
  words
    .filter((word) => runOf(word) === undefined)
    .map((word) => sql<boolean>`instr(${of('search_text')}, ${` ${word}`}) > 0`)

const found = (
  of: SummaryColumn,
  typed: string,
  byRuns: (runs: readonly string[]) => readonly RawBuilder<boolean>[],
): RawBuilder<boolean> => {
  const words = wordsOf(typed)
  if (words.length === 0) return sql<boolean>`1 = 0`
  if (isStartOfSurname(words)) return startsSurname(of, words.join(' '))
  return sql<boolean>`(${sql.join([...byRuns(runsOf(words)), ...startsWords(of, words)], sql` and `)})`
}

/**
 * True for people in whose words (name, NHS number, local number, cancer) everything typed is found. Three characters
 * or more are found anywhere; one or two at the start of a word, and alone of a surname. Text without a letter or digit
 * finds nobody.
 */
export const wordsFound = (of: SummaryColumn, typed: string): RawBuilder<boolean> =>
  found(of, typed, (runs) => [
    sql<boolean>`${of('number')} in (select rowid from person_search where person_search match ${matchOf(runs)})`,
  ])

/** As {@link wordsFound}, by reading each person's words: quicker where so many are found that a few more are soon met. */
export const wordsMet = (of: SummaryColumn, typed: string): RawBuilder<boolean> =>
  found(of, typed, (runs) => runs.map((run) => sql<boolean>`instr(${of('search_text')}, ${run}) > 0`))

/** How many people the words find, counted in the full-text index alone; null where it does not hold all of the words. */
export const countOfWords = (typed: string): RawBuilder<number> | null => {
  const words = wordsOf(typed)
  const runs = runsOf(words)
  if (isStartOfSurname(words) || runs.length < words.length) return null
  return sql<number>`(select count(*) from person_search where person_search match ${matchOf(runs)})`
}
