/** What other features may use of measures: the library by its codes, and its figures in words. */
export { figureText, rangeText, valueText } from './library/figure-words.ts'
export { LIBRARY } from './library/library.ts'
/** What the schemas of other features may use of measures. */
export { monthSchema } from './library/marks.ts'
export { figureText, isSmall, rangeText } from './library/figure-words.ts'
export type { Library, MeasureLine } from './library/schema.ts'
