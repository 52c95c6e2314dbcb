/** What other features may show of reports: one as its readers see it, and the author's texts of a new one. */
export { ReportDocument } from './report-document.tsx'
export { textFaultList, textFaults, textsToSend } from './own-text-drafts.ts'
export { OwnTextFields } from './own-text-fields.tsx'
export { useKeptTexts } from './use-kept-texts.ts'
