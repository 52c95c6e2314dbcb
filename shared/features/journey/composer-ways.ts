import { type FoundPhrase, listed, longestPhrase, type Phrase, PhraseBook, type Word } from './composer-words.ts'
import type { EventGroup } from './event-types.ts'
import type { Method } from './schema.ts'

/** How people say how something took place. */
const SURE_WORDS: readonly (readonly [Method, string])[] = [
  ['phone', 'by phone, by telephone, over the phone, on the phone, via phone, over the telephone, phone appointment'],
  [
    'video',
    'by video, by video call, video call, video consultation, video appointment, on video, via video, by zoom, by teams',
  ],
  ['letter', 'by letter, in writing, by post'],
  ['text', 'by text, by text message, by sms, text message, sms'],
  ['in_person', 'in person, face to face, f2f'],
]

/** Of a talk with somebody these say how; of a scan or an operation they would say who rang about it. */
const CONTACT_WORDS: readonly (readonly [Method, string])[] = [
  ['phone', 'phoned, telephoned, phone call, telephone call, telephone, rang, called'],
  ['video', 'video'],
  ['letter', 'wrote, written, posted'],
  ['text', 'texted'],
]

const phrasesOf = (words: typeof SURE_WORDS): Phrase<Method>[] =>
  words.flatMap(([meaning, phrases]) => listed(phrases).map((text) => ({ text, meaning })))

const SURE = new PhraseBook<Method>(phrasesOf(SURE_WORDS))
const CONTACT = new PhraseBook<Method>([...phrasesOf(SURE_WORDS), ...phrasesOf(CONTACT_WORDS)])
const CONTACT_GROUPS: readonly (EventGroup | undefined)[] = ['support', 'practice']

/** Finds how it took place, among the words that are still free. @param group of the event that was recognised. */
export const findMethod = (
  words: readonly Word[],
  isFree: (index: number) => boolean,
  group: EventGroup | undefined,
): FoundPhrase<Method> | null => longestPhrase((CONTACT_GROUPS.includes(group) ? CONTACT : SURE).findAll(words, isFree))
