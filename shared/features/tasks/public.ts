/** What other features may use of tasks. */
export { finishedWords } from './words.ts'
