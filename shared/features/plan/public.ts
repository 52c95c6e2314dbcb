/** What other features may use of the action plan. */
export { type CoverageQuarter, coverageOf, type CoverageSquare, quarterWords, squareWords } from './coverage.ts'
export { FIVE_OBJECTIVES } from './objectives.ts'
export { type Pulse, pulseOf } from './pulse.ts'
export { statusLabel } from './words.ts'
export { planYear, planYears, squareYear } from './years.ts'
