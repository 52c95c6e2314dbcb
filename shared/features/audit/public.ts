/** What other features may use of the audit trail's words. */
export { isUndoneFromItsList, sentenceFor, staysDone } from './words.ts'
