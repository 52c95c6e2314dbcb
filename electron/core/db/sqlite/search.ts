import { type RawBuilder, sql } from 'kysely'
import { normaliseName } from '#shared/domain/text-match.ts'

/** The full-text index holds runs of three characters: anything shorter is looked for at the start of a surname. */
const SHORTEST_IN_INDEX = 3

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

const matchOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' AND ')

const indexed = (of: SummaryColumn, words: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${of('number')} in (select rowid from person_search where person_search match ${matchOf(words)})`

/** A short word beside longer ones only has to start a word; alone it starts the surname, which has an index. */
const startsWord = (of: SummaryColumn, word: string): RawBuilder<boolean> =>
  sql<boolean>`(' ' || ${of('search_text')}) like ${`% ${word}%`}`

const startsSurname = (of: SummaryColumn, word: string): RawBuilder<boolean> =>
  sql<boolean>`${of('sort_name')} >= ${word} and ${of('sort_name')} < ${`${word}\u{10FFFF}`}`

const isLong = (word: string): boolean => word.length >= SHORTEST_IN_INDEX

/** One or two characters alone are the start of a surname; beside longer words, of any word. */
const withShort = (
  of: SummaryColumn,
  words: readonly string[],
  longFound: RawBuilder<boolean>[],
): RawBuilder<boolean> => {
  const short = words.filter((word) => !isLong(word))
  if (words.length === 0) return sql<boolean>`1 = 0`
  if (longFound.length === 0) return startsSurname(of, short.join(' '))
  return sql<boolean>`(${sql.join([...longFound, ...short.map((word) => startsWord(of, word))], sql` and `)})`
}

/**
 * True for people in whose words (name, NHS number, local number, cancer) everything typed is found. Three characters
 * or more are found anywhere; one or two at the start of a surname. Text without a letter or digit finds nobody.
 */
export const wordsFound = (of: SummaryColumn, typed: string): RawBuilder<boolean> => {
  const words = wordsOf(typed)
  const long = words.filter(isLong)
  return withShort(of, words, long.length === 0 ? [] : [indexed(of, long)])
}

/** As {@link wordsFound}, by reading each person's words: quicker where so many are found that a few more are soon met. */
export const wordsMet = (of: SummaryColumn, typed: string): RawBuilder<boolean> => {
  const words = wordsOf(typed)
  return withShort(
    of,
    words,
    words.filter(isLong).map((word) => sql<boolean>`instr(${of('search_text')}, ${word}) > 0`),
  )
}

/** How many people the words find, counted in the full-text index alone; null where it does not hold all of the words. */
export const countOfWords = (typed: string): RawBuilder<number> | null => {
  const words = wordsOf(typed)
  if (words.length === 0 || !words.every(isLong)) return null
  return sql<number>`(select count(*) from person_search where person_search match ${matchOf(words)})`
}
