/** What other features may use of the journey's rules. */
export {
  CONTACT_RULES,
  contactEffect,
  dueItems,
  episodeOwedContacts,
  letterGapDays,
  matchLetters,
  missingLetters,
} from './due-rules.ts'
export type { ContactKind, RuleEpisode, RuleEvent, RulePerson } from './due-rules.ts'
export {
  daysAllowed,
  DEFAULT_BOOK,
  DOCUMENT_CODES,
  documentLabel,
  documentReceivedAs,
  DOCUMENTS,
  LETTER_RULES,
  letterRuleFor,
  receivedAs,
} from './letter-rules.ts'
export type { DocumentCode, LetterBook, LetterPeriod } from './letter-rules.ts'
export { inJourneyOrder } from './journey-order.ts'
export { countedFrom, missingSince } from './missing-since.ts'
export { days, dueLabel, letterName, midSentence, sentence, sinceWords, waitedSince, waitedWords } from './words.ts'
export { EVENT_TYPES, eventTypeOf } from './event-types.ts'
export type { EventType, EventTypeCode, Lane } from './event-types.ts'
