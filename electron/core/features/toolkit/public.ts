/** What other features may use of the toolkit: writing a document and issuing it. */
export { createDocument, saveDocument } from './commands.ts'
export { contentOf } from './documents.ts'
export { issueDocument } from './issue.ts'
