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

const indexed = (of: SummaryColumn, words: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${of('number')} in (
    select rowid from person_search where person_search match ${words.map((word) => `"${word}"`).join(' AND ')})`

/** A short word beside longer ones only has to start a word; alone it starts the surname, which has an index. */
const startsWord = (of: SummaryColumn, word: string): RawBuilder<boolean> =>
  sql<boolean>`(' ' || ${of('search_text')}) like ${`% ${word}%`}`

const startsSurname = (of: SummaryColumn, word: string): RawBuilder<boolean> =>
  sql<boolean>`${of('sort_name')} >= ${word} and ${of('sort_name')} < ${`${word}\u{10FFFF}`}`

/**
 * True for people in whose words (name, NHS number, local number, cancer) everything typed is found. Three characters
 * or more are found anywhere; one or two at the start of a surname. Text without a letter or digit finds nobody.
 */
export const wordsFound = (of: SummaryColumn, typed: string): RawBuilder<boolean> => {
  const words = wordsOf(typed)
  const long = words.filter((word) => word.length >= SHORTEST_IN_INDEX)
  const short = words.filter((word) => word.length < SHORTEST_IN_INDEX)
  if (words.length === 0) return sql<boolean>`1 = 0`
  if (long.length === 0) return startsSurname(of, short.join(' '))
  return sql<boolean>`(${sql.join([indexed(of, long), ...short.map((word) => startsWord(of, word))], sql` and `)})`
}
