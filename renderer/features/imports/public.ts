/** What other features may use of imports: how counts and moments are said. */
export { counted, momentWords, whenWords } from './import-words.ts'
