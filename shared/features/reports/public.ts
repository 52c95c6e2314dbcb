/** What other features may use of reports: counts with their sums, and what practices are held side by side in. */
export { createFigureSheet, type FigureSheet } from './figure-sheet.ts'
export { measurePractices, NETWORK_COUNTS, NETWORK_PROPORTIONS, type NetworkPractice } from './network-measure.ts'
export { periodWords, type ReportPeriod, reportPeriodSchema } from './period.ts'
export { careRuleAt } from './rules.ts'
export { exportPurposeSchema, recipientSchema } from './sending.ts'
