import type { contacts } from '#shared/features/contacts/contract.ts'
import type { Handlers } from '../../context.ts'
import { removeWithBelongings } from '../../db/references.ts'
import { addContact, noteSpoken, saveContact } from './commands.ts'
import { contactsOf } from './queries.ts'

export const contactHandlers: Handlers<typeof contacts> = {
  list: ({ db }, { kind }) => contactsOf(db, kind),
  async add(context, { fields }) {
    return { id: await addContact(context, fields), version: 1, undo: context.auditSeq }
  },
  async save(context, { fields, ...which }) {
    return { version: await saveContact(context, which, fields), undo: context.auditSeq }
  },
  async spoke(context, { on, ...which }) {
    return { version: await noteSpoken(context, which, on), undo: context.auditSeq }
  },
  async remove(context, { id, version }) {
    await removeWithBelongings(context.handle, context.recorder, 'contact', id, version)
    return { undo: context.auditSeq }
  },
}
