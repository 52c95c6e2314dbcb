/** What other features may use of practice figures in the core. */
export { lookUpFigures } from './queries.ts'
