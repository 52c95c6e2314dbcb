/** What other features may use of practice figures: knowing a table of them by its headings, and a text that tells of somebody. */
export { figureKind } from './kinds.ts'
export { holdsNhsNumber, looksLikePersonName } from './people-marks.ts'
export { guessFigureKind, knownFigureHeadings } from './suggest.ts'
