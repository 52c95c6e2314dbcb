import { type Contacts, contactsSchema } from '#shared/features/settings/contract.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'

const ROW_ID = 'contacts'
const NOT_RECORDED: Contacts = { practicePhone: null, outOfHoursName: null, outOfHoursPhone: null }

/** Whom to ring, as far as somebody has written it down. */
export const readContacts = async (db: ReadDb): Promise<Contacts> => {
  const text = await settingText(db, ROW_ID)
  return text === null ? NOT_RECORDED : contactsSchema.parse(JSON.parse(text))
}

export const saveContacts = async (context: CommandContext, contacts: Contacts): Promise<{ undo: number }> => {
  await storeSetting(context, ROW_ID, JSON.stringify(contacts))
  return { undo: context.auditSeq }
}
