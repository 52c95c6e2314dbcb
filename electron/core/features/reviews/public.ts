/** What other features may use of reviews: the board paper. */
export { paperOf } from './queries.ts'
