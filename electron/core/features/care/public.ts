/** What other parts of the core may use of care. */
export { recallCounts } from './queries.ts'
