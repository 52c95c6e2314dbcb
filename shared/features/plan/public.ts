/** What other features may use of the action plan. */
export { FIVE_OBJECTIVES } from './objectives.ts'
