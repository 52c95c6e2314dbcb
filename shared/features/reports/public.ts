/** What other features may use of reports: counts with their sums, and what practices are held side by side in. */
export { FIRST_BENCHMARKS } from './benchmarks.ts'
export { createFigureSheet, type FigureSheet } from './figure-sheet.ts'
export { MONTHLY_FIGURES } from './month-counts.ts'
export { measurePractices, NETWORK_COUNTS, NETWORK_PROPORTIONS, type NetworkPractice } from './network-measure.ts'
export { type OwnText, ownTextsSchema } from './own-text.ts'
export { periodWords, type ReportPeriod, reportPeriodSchema } from './period.ts'
export { careRuleAt } from './rules.ts'
export { exportPurposeSchema, recipientSchema } from './sending.ts'
export { SECTIONS_COUNTED_ALIKE } from './sections.ts'
export { FREEZE_STEPS } from './steps.ts'
export { personMark } from './text-marks.ts'
export {
  reportFiguresOf,
  SINCE_GROUPS,
  type SinceFigure,
  type SinceGroup,
  sincePeopleInputSchema,
  sincePeopleSchema,
  type SinceSent,
  sinceSentInputSchema,
  sinceSentSchema,
} from './since.ts'
