/** What other features may use of the audit trail's words. */
export { type Print, PRINTS } from './prints.ts'
export { isUndoneFromItsList, sentenceFor, staysDone } from './words.ts'
