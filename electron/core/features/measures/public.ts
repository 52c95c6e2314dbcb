/** What other features may use of measures. */
export { figuresOf, type MeasuredFigure, measureWords, runsOf, yearUpTo } from './library-runs.ts'
