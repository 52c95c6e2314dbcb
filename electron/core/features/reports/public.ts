/** What other parts of the core may use of reports: a frozen one, the true counts behind it, and freezing one. */
export { readComparators } from './compare.ts'
export { imprintOf } from './dataset.ts'
export { publish, storeReport } from './freeze.ts'
export { readMeasured } from './measured-text.ts'
export { refuseFaulty } from './own-texts.ts'
export { openReport, readReportPractice } from './queries.ts'
export { peopleSinceSent, sinceSent } from './since-sent.ts'
