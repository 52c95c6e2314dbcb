/** What other features may use of the journey's rules. */
export { CONTACT_RULES, contactEffect, dueItems, letterGapDays, matchLetters, missingLetters } from './due-rules.ts'
export type { ContactKind, ContactRules, RuleEpisode, RuleEvent, RulePerson } from './due-rules.ts'
export { DOCUMENTS, documentLabel, LETTER_RULES, letterRuleFor } from './letter-rules.ts'
export { sinceWords } from './words.ts'
export { EVENT_TYPES, eventTypeOf } from './event-types.ts'
export type { EventType, EventTypeCode, Lane } from './event-types.ts'
