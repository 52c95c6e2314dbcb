/** What other features may use of the audit trail's words. */
export { sentenceFor } from './words.ts'
