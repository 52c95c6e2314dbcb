/** What other features may use of measures. */
export { figuresOf, figuresOver, type MeasuredFigure, measureWords, runsOf, yearUpTo } from './library-runs.ts'
export { listSizeNow } from './list-size.ts'
export { factsNow } from './load-facts.ts'
export { eventsSince, registerNow, type RegisterNow, type StandingFigure, standingFigures } from './standing-figures.ts'
