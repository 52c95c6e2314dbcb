/** What other features may use of the journey's rules. */
export { dueItems, letterGapDays, matchLetters, missingLetters } from './due-rules.ts'
export type { RuleEvent } from './due-rules.ts'
export { DOCUMENTS, documentLabel, LETTER_RULES, letterRuleFor } from './letter-rules.ts'
export { EVENT_TYPES, eventTypeOf } from './event-types.ts'
export type { EventType, EventTypeCode, Lane } from './event-types.ts'
