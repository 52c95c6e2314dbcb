import type { Contact, ContactKind } from '#shared/features/contacts/schema.ts'
import type { ReadDb } from '../../db/database.ts'

/** The contacts by name, all of them or of one kind. */
export const contactsOf = async (db: ReadDb, kind: ContactKind | null = null): Promise<Contact[]> => {
  const all = db.selectFrom('contact').selectAll().orderBy('name').orderBy('id')
  const rows = await (kind === null ? all : all.where('kind', '=', kind)).execute()
  return rows.map(({ last_spoken_on: lastSpokenOn, notes, ...row }) => ({ ...row, notes: notes ?? '', lastSpokenOn }))
}
