/** What other features may use of measures: the library by its codes, its figures in words, and what their schemas need. */
export { figureText, isSmall, rangeText, valueText } from './library/figure-words.ts'
export { LIBRARY } from './library/library.ts'
export { monthSchema } from './library/marks.ts'
export type { Library, MeasureLine } from './library/schema.ts'
