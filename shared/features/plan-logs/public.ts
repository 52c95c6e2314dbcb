/** What other features may use of the plan's logs. */
export { compareRisks, riskWords } from './risks.ts'
