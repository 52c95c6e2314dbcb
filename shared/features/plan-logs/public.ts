/** What other features may use of the plan's logs. */
export { hoursWords, readHours } from './budget.ts'
export { riskWords } from './risks.ts'
