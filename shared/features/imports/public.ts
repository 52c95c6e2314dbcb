/** What other features may use of how files are matched. */
export { lookedSchema } from './matching.ts'
