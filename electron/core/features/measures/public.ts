/** What other parts of the core may use of measures. */
export { figuresOf, registerNow, type RegisterNow, type StandingFigure } from './standing-figures.ts'
export { listSizeNow } from './list-size.ts'
