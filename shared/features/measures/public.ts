/** What the schemas of other features may use of measures. */
export { monthSchema } from './library/marks.ts'
export { figureText } from './library/figure-words.ts'
export type { MeasureDefinition } from './library/schema.ts'
