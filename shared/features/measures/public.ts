/** What the schemas of other features may use of measures. */
export { monthSchema } from './library/marks.ts'
export { figureText, isSmall, rangeText } from './library/figure-words.ts'
export type { Library, MeasureLine } from './library/schema.ts'
