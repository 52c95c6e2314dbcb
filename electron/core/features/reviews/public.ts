/** What other features may use of reviews: holding one, and the board paper. */
export { closeReview, passOver, saveReview, startReview } from './commands.ts'
export { paperOf } from './queries.ts'
