import { type Contacts, contactsSchema } from '#shared/features/settings/contract.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'

const ROW_ID = 'contacts'
const NOT_RECORDED: Contacts = { practicePhone: null, outOfHoursName: null, outOfHoursPhone: null }

/** Whom to ring, as far as somebody has written it down. */
export const readContacts = async (db: ReadDb): Promise<Contacts> => {
  const row = await db.selectFrom('setting').select('value').where('id', '=', ROW_ID).executeTakeFirst()
  return row === undefined ? NOT_RECORDED : contactsSchema.parse(JSON.parse(row.value))
}

export const saveContacts = async (
  { db, insert, update, auditSeq }: CommandContext,
  contacts: Contacts,
): Promise<{ undo: number }> => {
  const value = JSON.stringify(contacts)
  const row = await db.selectFrom('setting').select('id').where('id', '=', ROW_ID).executeTakeFirst()
  if (row === undefined) await insert('setting', { id: ROW_ID, value })
  else await update('setting', ROW_ID, { value }, null)
  return { undo: auditSeq }
}
