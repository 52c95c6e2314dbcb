/** What other features may use of documents: writing one to files, and showing one on the page. */
export { ExportDialog } from './export-dialog.tsx'
export { PaperDocument } from './printed-paper.tsx'
