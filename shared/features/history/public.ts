/** What other features may use of the words that changes are told in. */
export { fieldChanges, type RecordNames, rowTitle, type StoredRow } from './change-words.ts'
