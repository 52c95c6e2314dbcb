import { type FoundPhrase, longestPhrase, type Phrase, PhraseBook, type Word } from './composer-words.ts'

/** Names that a line may hold: of the register that is open. */
export interface KnownNames {
  readonly people: readonly string[]
  readonly hospitals: readonly string[]
}

export const NO_NAMES: KnownNames = { people: [], hospitals: [] }

const TITLE = /^(?:dr|mr|mrs|ms|miss|prof|professor|sister|nurse)\.?$/i
/** Words that half of all hospitals share. */
const GENERIC =
  /^(?:hospital|hospitals|infirmary|nhs|trust|foundation|university|general|royal|district|the|centre|center)$/i
const SHORTEST_NAME = 3

/** Every way of saying a name that no other name is said in. */
const phrasesOf = (names: readonly string[], ways: (name: string) => readonly string[]): Phrase<string>[] => {
  const owners = new Map<string, string | null>()
  for (const name of names) {
    for (const way of new Set(ways(name).map((text) => text.toLowerCase()))) {
      owners.set(way, owners.has(way) && owners.get(way) !== name ? null : name)
    }
  }
  return [...owners].flatMap(([text, meaning]) =>
    meaning === null || text.length < SHORTEST_NAME ? [] : [{ text, meaning }],
  )
}

const hospitalWays = (name: string): string[] => {
  const words = name.split(/\s+/)
  const own = words.filter((word) => !GENERIC.test(word))
  return [name, own.join(' '), `${own.join(' ')} hospital`]
}

const personWays = (name: string): string[] => {
  const words = name.split(/\s+/)
  const own = words.filter((word) => !TITLE.test(word))
  const title = words.find((word) => TITLE.test(word))
  const surname = own.at(-1) ?? name
  return [name, own.join(' '), ...own, ...(title === undefined ? [] : [`${title} ${surname}`])]
}

const BEFORE_PLACE = ['at', 'to', 'from', 'in'] as const
const BEFORE_PERSON = ['by', 'with'] as const

const afterWords = (phrases: readonly Phrase<string>[], before: readonly string[]): Phrase<string>[] =>
  phrases.flatMap(({ text, meaning }) => before.map((word) => ({ text: `${word} ${text}`, meaning })))

/** Finds a hospital of the register by its own words: "at Wexcombe" for Wexcombe General Hospital. */
export const findHospital = (
  words: readonly Word[],
  isFree: (index: number) => boolean,
  { hospitals }: KnownNames,
): FoundPhrase<string> | null => {
  const phrases = phrasesOf(hospitals, hospitalWays)
  return longestPhrase(new PhraseBook([...phrases, ...afterWords(phrases, BEFORE_PLACE)]).findAll(words, isFree))
}

const CAPITALISED = /^\p{Lu}/u
const LONGEST_UNKNOWN = 3

/** "by Sister Bell": a name nobody has told us of, as long as its words begin with a capital. */
const unknownPerson = (
  text: string,
  words: readonly Word[],
  isFree: (index: number) => boolean,
): FoundPhrase<string> | null => {
  const isName = (index: number): boolean => {
    const word = words[index]
    return word !== undefined && isFree(index) && CAPITALISED.test(text.slice(word.from)) && !word.startsClause
  }
  for (const [first, { plain }] of words.entries()) {
    if (plain !== 'by' || !isFree(first) || !isName(first + 1)) continue
    let last = first + 1
    while (last - first < LONGEST_UNKNOWN && isName(last + 1)) last += 1
    const name = text.slice(words[first + 1]?.from, words[last]?.to)
    return { first, last, typos: 0, meaning: name, phrase: name }
  }
  return null
}

/** Finds who did it: "by Beth" for somebody of the practice, or any name after "by". */
export const findDoneBy = (
  text: string,
  words: readonly Word[],
  isFree: (index: number) => boolean,
  { people }: KnownNames,
): FoundPhrase<string> | null => {
  const known = new PhraseBook(afterWords(phrasesOf(people, personWays), BEFORE_PERSON)).findAll(words, isFree)
  return longestPhrase(known) ?? unknownPerson(text, words, isFree)
}
