/** What other features may use of measures: the library by its codes, and its figures in words. */
export { figureText, isSmall, rangeText, valueText } from './library/figure-words.ts'
export { LIBRARY } from './library/library.ts'
export type { Library, MeasureLine } from './library/schema.ts'
