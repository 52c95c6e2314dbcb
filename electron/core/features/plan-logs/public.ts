/** What other features may use of the plan's logs. */
export { decisionsOf, risksOf } from './queries.ts'
