/** What other features may use of the plan's rules and words. */
export { DRIVER_KINDS, type DriverBox, type DriverLayout, driverLayout, nextDriver } from './driver-layout.ts'
export { type HeldChart, heldChart } from './held-chart.ts'
export { milestoneStanding, nextMilestone } from './milestones.ts'
export { monthsFromTo, pathAt, pathWords, targetPath } from './target-path.ts'
export { type Verdict, verdictOf } from './verdict.ts'
export { FIVE_OBJECTIVES } from './objectives.ts'
export { statusLabel } from './words.ts'
