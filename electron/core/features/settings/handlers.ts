import type { settings } from '#shared/features/settings/contract.ts'
import type { Handlers } from '../../context.ts'
import { readContacts, saveContacts } from './contacts.ts'
import { readSettings, saveSettings } from './settings.ts'

export const settingsHandlers: Handlers<typeof settings> = {
  get: ({ db }) => readSettings(db),
  save: (context, input) => saveSettings(context, input),
  contacts: ({ db }) => readContacts(db),
  saveContacts: (context, input) => saveContacts(context, input),
}
