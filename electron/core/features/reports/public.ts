/** What other parts of the core may use of reports: a frozen one, the true counts behind it, and freezing one. */
export { makeDataset } from './dataset.ts'
export { disclose } from './disclose.ts'
export { storeReport } from './freeze.ts'
export { readMeasured } from './measured-text.ts'
export { openReport, readReportPractice } from './queries.ts'
