/** What other features may use of practice figures: knowing a table of them by its headings. */
export { figureKind } from './kinds.ts'
export { guessFigureKind, knownFigureHeadings } from './suggest.ts'
