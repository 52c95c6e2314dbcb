/** What other features may show of reports: one as its readers see it, and the author's texts of a new one. */
export { ReportDocument } from './report-document.tsx'
export { type DraftText, draftsOf, textFaultList, textFaults, textsToSend } from './own-text-drafts.ts'
export { OwnTextFields } from './own-text-fields.tsx'
export { useTextGuard } from './use-text-guard.ts'
