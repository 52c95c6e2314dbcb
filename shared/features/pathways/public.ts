/** What other features may use of pathways and their clocks. */
export { type ClockRules, clockRulesFor } from './clock-rules.ts'
export {
  isRunning,
  medianDays,
  pathwayClocks,
  type ClockInput,
  type DayRange,
  type PathwayClock,
  waitingSince,
} from './clocks.ts'
export { AGE_BANDS, bandOf, byHarmOfWaiting, countBoth, daysWaited, hasNoDate, isInView, lateReasons } from './harm.ts'
export { aarhusIntervals, type Interval, INTERVALS, INTERVALS_VERSION } from './intervals.ts'
export { belongsOnPathway, type LinkCandidate, type LinkChoice, suspectedGroup, usualPathway } from './linking.ts'
export {
  mayFollow,
  nextSteps,
  type PathwayEvent,
  type PathwayFacts,
  type PathwayState,
  pathwayState,
} from './state-machine.ts'
export { stepOf } from './steps.ts'
export * as pathwayWords from './words.ts'
