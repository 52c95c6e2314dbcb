/** What other features may use of the words that changes are told in. */
export { fieldChanges, rowTitle, type StoredRow } from './change-words.ts'
