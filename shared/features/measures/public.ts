/** What other features may use of measures: the library by its codes, its figures in words, and their runs of months. */
export { dateOfEvent } from './event-span.ts'
export { eventTypeNumber } from './facts.ts'
export { figureText, isSmall, rangeText, valueText } from './library/figure-words.ts'
export { LIBRARY } from './library/library.ts'
export { rebasesOf } from './library/marks.ts'
export { monthNumber, monthText } from './library/months.ts'
export { chartValue, runChart } from './library/run-chart.ts'
export { type Library, type MeasureDefinition, type MeasureLine } from './library/schema.ts'
