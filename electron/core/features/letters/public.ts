/** What other parts of the core may use of letters. */
export { noticeAnswers } from './answers.ts'
export { currentLetterBook } from './days.ts'
export { dropSummary } from './summaries.ts'
export { letterCounts } from './list-queries.ts'
export { waitingRows } from './rows.ts'
