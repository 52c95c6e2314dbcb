/** What other features may use of the contacts. */
export { contactsOf } from './queries.ts'
