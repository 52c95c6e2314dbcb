/** What other features may use of pathways and their clocks. */
export {
  allowanceFor,
  changeableClocks,
  type ClockRules,
  clockRulesFor,
  clocksInForce,
  EVERY_CLOCK,
} from './clock-rules.ts'
export {
  daysTakenOff,
  isRunning,
  LEADING_CLOCKS,
  pathwayClocks,
  type PathwayClock,
  standing,
  waitingSince,
} from './clocks.ts'
export { byHarmOfWaiting, countBoth, DATE_WANTED_AFTER, daysWaited, lateReasons } from './harm.ts'
export { aarhusIntervals, daysKnown, type Interval, INTERVALS_VERSION, opensInterval } from './intervals.ts'
export { belongsOnPathway, type LinkCandidate, type LinkChoice, suspectedGroup, usualPathway } from './linking.ts'
export {
  COUNTED_FROM_RECEIPT,
  decisionsFor,
  NOT_LOGGED_YET,
  type PathwayEvent,
  pathwayState,
  type PathwayState,
} from './state-machine.ts'
export { stepOf } from './steps.ts'
export * as pathwayWords from './words.ts'
export { ADJUSTED_CLOCKS as EVERY_CLOCK_CODE, type ClockCode } from './schema.ts'
