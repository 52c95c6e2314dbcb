/** What other features may use of the action plan. */
export { currentPlan, measureRuns, planOf, targetsOf } from './queries.ts'
export { openPlan, refuse, requireCome, requireOpenReview } from './rows.ts'
export { addUpdate } from './part-commands.ts'
