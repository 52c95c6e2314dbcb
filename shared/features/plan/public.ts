/** What other features may use of the rules of a plan. */
export {
  type CoverageQuarter,
  coverageOf,
  type CoverageRow,
  type CoverageSquare,
  quarterWords,
  squareWords,
} from './coverage.ts'
export { type Pulse, pulseOf } from './pulse.ts'
export { statusLabel } from './words.ts'
export { planYear, planYears, squareYear } from './years.ts'
