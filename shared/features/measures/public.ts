/** What the schemas of other features may use of measures. */
export { monthSchema } from './library/marks.ts'
