/** What other features may use of measures. */
export { figuresOf, type MeasuredFigure, measureWords, runsOf, yearUpTo } from './library-runs.ts'
export { eventsSince, registerNow, type RegisterNow, type StandingFigure, standingFigures } from './standing-figures.ts'
export { listSizeNow } from './list-size.ts'
