/** What other features may use of measures: the library by its codes, figures in words, and months in schemas. */
export { figureText, rangeText, valueText } from './library/figure-words.ts'
export { LIBRARY } from './library/library.ts'
export { monthSchema } from './library/marks.ts'
export type { MeasureDefinition } from './library/schema.ts'
