import {
  BETWEEN_AND_AHEAD,
  COMING,
  IN_BETWEEN,
  NOT_THE_START,
  NOT_YET_AFTER,
  NOT_YET_BEFORE,
  SAYS_LITTLE,
  SAYS_MORE,
  WAYS_OF_TALKING,
} from './composer-event-words.ts'
import { WEEKDAY_NAMES } from '#shared/domain/partial-date.ts'
import { CLOSE_PEOPLE, SOURCE_WORDS } from './composer-sources.ts'
import { type FoundPhrase, listed, longestPhrase, PhraseBook, phraseWords, type Word } from './composer-words.ts'
import { EVENT_TYPES, type EventTypeCode } from './event-types.ts'

const MOST_ALTERNATIVES = 5
/** Letters that have to agree before a beginning of a word suggests an event. */
const SHORTEST_BEGINNING = 3

const PHRASES = EVENT_TYPES.flatMap(({ code, label, synonyms }) =>
  [...new Set([label.toLowerCase(), ...synonyms])]
    // Digits alone are more often part of an NHS number.
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => ({ text, meaning: code })),
)
const EVENTS = new PhraseBook<EventTypeCode>(PHRASES, SOURCE_WORDS)

/** Ordinary words that are events only by accident: they use up their words and mean nothing here. */
const NO_EVENTS = new PhraseBook<null>(
  listed(
    'fit and well, fit to travel, fit for, fit enough, fit note, letter of support, in pain, pet dog, pet cat',
  ).map((text) => ({ text, meaning: null })),
)

type FoundEvent = FoundPhrase<EventTypeCode>

const WEEKDAYS = new Set(WEEKDAY_NAMES.map((name) => name.toLowerCase()))

/** The Friday of "next Friday surgery". */
const isComingDay = (words: readonly Word[], at: number): boolean =>
  WEEKDAYS.has(words[at]?.plain ?? '') && COMING.has(words[at - 1]?.plain ?? '')

/** The Friday of "surgery Friday week" and of "surgery on Friday next week". */
const isComingWeek = (words: readonly Word[], at: number): boolean =>
  WEEKDAYS.has(words[at]?.plain ?? '') && /^(?:next|week)$/.test(words[at + 1]?.plain ?? '')

const isDeniedBefore = (words: readonly Word[], first: number): boolean => {
  for (let at = first - 1; at >= 0; at -= 1) {
    const word = words[at]
    if (word === undefined || words[at + 1]?.startsClause === true) return false
    if (NOT_YET_BEFORE.has(word.plain) || isComingDay(words, at)) return true
    if (!IN_BETWEEN.has(word.plain)) return false
  }
  return false
}

const isDeniedAfter = (words: readonly Word[], last: number, isFree: (index: number) => boolean): boolean => {
  for (let at = last + 1; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined || word.startsClause || !isFree(at)) return false
    if (NOT_YET_AFTER.has(word.plain)) return true
    if (word.plain === 'in') return /^\d/.test(words[at + 1]?.plain ?? '') && isFree(at + 1)
    if (isComingWeek(words, at)) return true
    if (!IN_BETWEEN.has(word.plain) && !BETWEEN_AND_AHEAD.has(word.plain)) return false
  }
  return false
}

/** "Husband died" is not the patient's death, and the second chemotherapy is not its start. */
const isAnother = (words: readonly Word[], { first, meaning }: FoundEvent): boolean => {
  const before = words[first - 1]?.plain ?? ''
  return meaning === 'died' ? CLOSE_PEOPLE.has(before) : meaning.endsWith('_started') && NOT_THE_START.has(before)
}

export interface EventReading {
  readonly found: FoundEvent | null
  /** The phrase says more than its event, so it belongs in the note as well. */
  readonly saysMore: boolean
  /** An event was named, but as something still to come or not done. */
  readonly notYet: boolean
  /** What else could be meant, likeliest first, at most 5. */
  readonly alternatives: readonly EventTypeCode[]
}

/** Events with a word that begins as one of the typed words does, the most alike first. */
const likeEvents = (words: readonly Word[], beside: boolean): EventTypeCode[] => {
  const typed = words
    .map((word) => word.plain)
    .filter((plain) => plain.length >= SHORTEST_BEGINNING && !(beside && SAYS_LITTLE.has(plain)))
  const alike = (part: string, plain: string): boolean =>
    part.startsWith(plain) || (part.length > SHORTEST_BEGINNING && plain.startsWith(part))
  const scores = new Map<EventTypeCode, number>()
  for (const { text, meaning } of PHRASES) {
    for (const part of phraseWords(text)) {
      const best = Math.max(
        0,
        ...typed.filter((plain) => alike(part, plain)).map((plain) => Math.min(part.length, plain.length)),
      )
      if (best > (scores.get(meaning) ?? 0)) scores.set(meaning, best)
    }
  }
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([code]) => code)
}

/** "Letter" inside "no letter from clinic": a piece of a longer phrase that was named. */
const isPiece = (event: FoundEvent, named: readonly FoundEvent[]): boolean =>
  named.some(
    (other) =>
      other.first <= event.first && other.last >= event.last && other.last - other.first > event.last - event.first,
  )

/** Finds what happened: the longest phrase of those that say it did. */
export const findEvent = (words: readonly Word[], isFree: (index: number) => boolean): EventReading => {
  const harmless = NO_EVENTS.findAll(words, isFree)
  const mayMean = (index: number): boolean =>
    isFree(index) && !harmless.some(({ first, last }) => index >= first && index <= last)
  const named = EVENTS.findAll(words, mayMean).filter((event) => !isAnother(words, event))
  const happened = named.filter(
    (event) =>
      !isPiece(event, named) && !isDeniedBefore(words, event.first) && !isDeniedAfter(words, event.last, isFree),
  )
  const telling = happened.filter(({ phrase }) => !WAYS_OF_TALKING.has(phrase))
  const found = longestPhrase(telling.length > 0 ? telling : happened)
  const byLength = named.toSorted((a, b) => b.phrase.length - a.phrase.length).map(({ meaning }) => meaning)
  const similar = likeEvents(
    words.filter((_, index) => mayMean(index)),
    found !== null,
  )
  const alternatives = [...new Set([...byLength, ...similar])].filter((code) => code !== found?.meaning)
  return {
    found,
    saysMore: found !== null && SAYS_MORE.has(found.phrase),
    notYet: found === null && named.length > 0,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
  }
}
