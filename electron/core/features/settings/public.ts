/** What other features may use of the settings. */
export { readContacts, saveContacts } from './contacts.ts'
