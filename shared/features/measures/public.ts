/** What other features may use of the measures' rules and words. */
export { figureText, valueText } from './library/figure-words.ts'
export { monthSchema, rebasesOf } from './library/marks.ts'
export { chartValue, runChart } from './library/run-chart.ts'
