/** What the app's list of pages and other features may use of care contacts. */
export { RecallPage } from './recall-page.tsx'
export { RecordDialog } from './record-dialog.tsx'
export { ReviewsTab } from './reviews-tab.tsx'
export { useLateContacts } from './use-late-contacts.ts'
