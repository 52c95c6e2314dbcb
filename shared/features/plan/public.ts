/** What other features may use of the action plan. */
export { FIVE_OBJECTIVES } from './objectives.ts'
export { type PlanProgress, planProgress } from './progress.ts'
export { ACTION_STATUSES, type ActionStatus } from './schema.ts'
export { statusLabel } from './words.ts'
