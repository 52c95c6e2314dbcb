/** What other features may use of measures. */
export { figuresOf, figuresOver, type MeasuredFigure, measureWords, runsOf, yearUpTo } from './library-runs.ts'
