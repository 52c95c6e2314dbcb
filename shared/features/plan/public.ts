/** What other features may use of the rules of a plan. */
export {
  type Coverage,
  coverageOf,
  type CoverageRow,
  type CoverageSquare,
  type PlanQuarter,
  quarterWords,
  squareWords,
} from './coverage.ts'
export { type Pulse, pulseOf } from './pulse.ts'
