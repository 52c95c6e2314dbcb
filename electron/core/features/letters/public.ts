/** What other parts of the core may use of letters. */
export { noticeAnswers } from './answers.ts'
export { gapNow } from './gaps.ts'
export { waitingRows } from './rows.ts'
