/** What other features may show of reports: one as its readers see it. */
export { ReportDocument } from './report-document.tsx'
