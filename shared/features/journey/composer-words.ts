/** One word of what was typed, with its place in the text. */
export interface Word {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** Lower case, without accents and apostrophes. */
  readonly plain: string
  /** A comma, a stop or a line end stands before it: no phrase runs across. */
  readonly startsClause: boolean
}

/** A run of words, both ends included, that a phrase was found in. */
export interface WordRun {
  readonly first: number
  readonly last: number
  readonly typos: number
}

const WORD = /[\p{L}\p{M}\p{N}'’&]+/gu
const CLAUSE_END = /[.;!?]\s|[,\r\n]/
const ACCENTS_AND_APOSTROPHES = /[\p{M}'’]+/gu
/** A word this short is too close to other words for a mistake in it to be put right. */
const SHORTEST_WITH_TYPO = 6

/** Phrases written with commas between, over as many lines as they need. */
export const listed = (phrases: string): string[] =>
  phrases.split(',').map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))

/** Small words that people put inside a phrase: "started her chemo". */
const FILLERS = new Set('the a an her his their my our has have had was were been is that to just now'.split(' '))

const plainOf = (word: string): string => word.normalize('NFD').replace(ACCENTS_AND_APOSTROPHES, '').toLowerCase()

/** Splits text into words. Hyphens, slashes and stops part them: `x-ray` is two words, `a&e` is one. */
export const wordsOf = (text: string): Word[] => {
  let end = 0
  return Array.from(text.matchAll(WORD), (match) => {
    const from = match.index
    const startsClause = CLAUSE_END.test(text.slice(end, from))
    end = from + match[0].length
    return { from, to: end, plain: plainOf(match[0]), startsClause }
  })
}

/** A phrase as {@link wordsOf} would split it. */
export const phraseWords = (phrase: string): string[] => wordsOf(phrase).map((word) => word.plain)

/** True when one letter was left out, added, changed or swapped with its neighbour. The first letter has to be right. */
export const isOneLetterOff = (typed: string, meant: string): boolean => {
  if (meant.length < SHORTEST_WITH_TYPO || Math.abs(typed.length - meant.length) > 1 || typed[0] !== meant[0])
    return false
  let start = 0
  while (start < typed.length && typed[start] === meant[start]) start += 1
  let tail = 0
  const longestTail = Math.min(typed.length, meant.length) - start
  while (tail < longestTail && typed.at(-1 - tail) === meant.at(-1 - tail)) tail += 1
  const typedMiddle = typed.slice(start, typed.length - tail)
  const meantMiddle = meant.slice(start, meant.length - tail)
  if (typedMiddle.length <= 1 && meantMiddle.length <= 1) return typedMiddle !== meantMiddle
  return typedMiddle.length === 2 && typedMiddle[1] === meantMiddle[0] && typedMiddle[0] === meantMiddle[1]
}

export interface Phrase<Meaning> {
  readonly text: string
  readonly meaning: Meaning
}

export interface FoundPhrase<Meaning> extends WordRun {
  readonly meaning: Meaning
  /** The phrase as the book has it. */
  readonly phrase: string
}

interface SplitPhrase<Meaning> extends Phrase<Meaning> {
  readonly words: readonly string[]
}

/**
 * Phrases with what they mean, found in typed words with small words in between and one wrong letter in a long word.
 * A word that is itself on the list is never taken for a mistake in another: "resected" is not "rejected" misspelt.
 */
export class PhraseBook<Meaning> {
  readonly #byFirstWord = new Map<string, SplitPhrase<Meaning>[]>()
  readonly #known: Set<string>

  /** @param alsoKnown further words that are no mistakes. */
  constructor(phrases: readonly Phrase<Meaning>[], alsoKnown: Iterable<string> = []) {
    this.#known = new Set(alsoKnown)
    for (const phrase of phrases) {
      const words = phraseWords(phrase.text)
      const [first] = words
      if (first === undefined) continue
      for (const word of words) this.#known.add(word)
      const together = this.#byFirstWord.get(first)
      if (together === undefined) this.#byFirstWord.set(first, [{ ...phrase, words }])
      else together.push({ ...phrase, words })
    }
  }

  get words(): Iterable<string> {
    return this.#known
  }

  /** Every place where a phrase stands, overlapping ones too. Taken words and commas part phrases. */
  findAll(words: readonly Word[], isFree: (index: number) => boolean): FoundPhrase<Meaning>[] {
    return [...words.keys()].flatMap((start) =>
      this.#startingWith(words[start]).flatMap(({ words: meant, meaning, text }) => {
        const run = this.#runFrom(words, start, meant, isFree)
        return run === null ? [] : [{ ...run, meaning, phrase: text }]
      }),
    )
  }

  #startingWith(word: Word | undefined): readonly SplitPhrase<Meaning>[] {
    if (word === undefined) return []
    if (this.#known.has(word.plain)) return this.#byFirstWord.get(word.plain) ?? []
    return [...this.#byFirstWord].flatMap(([first, phrases]) => (isOneLetterOff(word.plain, first) ? phrases : []))
  }

  /** 0 when the words agree, 1 when they are one letter apart, null when they are different words. */
  #distance(typed: string, meant: string): 0 | 1 | null {
    if (typed === meant) return 0
    return !this.#known.has(typed) && isOneLetterOff(typed, meant) ? 1 : null
  }

  #runFrom(
    words: readonly Word[],
    start: number,
    meant: readonly string[],
    isFree: (index: number) => boolean,
  ): WordRun | null {
    let at = start
    let typos = 0
    for (const [step, wanted] of meant.entries()) {
      for (;;) {
        const word = words[at]
        if (word === undefined || !isFree(at) || (step > 0 && word.startsClause)) return null
        const distance = this.#distance(word.plain, wanted)
        at += 1
        if (distance !== null) {
          typos += distance
          break
        }
        if (step === 0 || !FILLERS.has(word.plain)) return null
      }
    }
    return { first: start, last: at - 1, typos }
  }
}

/** The phrase that says most: the longest, with fewest mistakes, first in the text. */
export const longestPhrase = <Meaning>(found: readonly FoundPhrase<Meaning>[]): FoundPhrase<Meaning> | null => {
  const weight = ({ phrase, typos }: FoundPhrase<Meaning>): number => phrase.length - typos
  return found.reduce<FoundPhrase<Meaning> | null>(
    (best, next) => (best === null || weight(next) > weight(best) ? next : best),
    null,
  )
}
