/** What other parts of the core may use of learning events. */
export { learningCounts, learningThemes } from './queries.ts'
