/** What other features may use of the settings. */
export { readContacts } from './contacts.ts'
