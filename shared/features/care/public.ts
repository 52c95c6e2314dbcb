/** What other features may use of care contacts. */
export { CARE_EVENT_TYPES } from './kinds.ts'
export { attemptsSince, careStandings, noAnswerUntil, type Standing } from './standing.ts'
export { standingLabel } from './words.ts'
