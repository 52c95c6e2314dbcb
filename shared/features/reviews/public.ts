/** What other features may use of reviews: the board paper as a document. */
export { reviewPaper } from './review-paper.ts'
