/** What other features may use of the plan's logs. */
export { riskWords } from './risks.ts'
