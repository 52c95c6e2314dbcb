import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { isoDateSchema, uuidSchema } from '#shared/domain/schemas.ts'
import { contactFieldsSchema, contactKindSchema, contactSchema } from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const which = z.object({ id: uuidSchema, version })

export const contacts = {
  list: query({
    summary: 'The people that the lead works with, by name.',
    can: 'register.read',
    input: z.object({ kind: contactKindSchema.nullable().default(null) }),
    output: z.array(contactSchema),
  }),
  add: command({
    summary: 'Add a contact.',
    can: 'journey.write',
    audits: 'create',
    input: z.object({ fields: contactFieldsSchema }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  save: command({
    summary: 'Change a contact.',
    can: 'journey.write',
    audits: 'edit',
    input: which.extend({ fields: contactFieldsSchema }),
    output: z.object({ version, undo }),
  }),
  spoke: command({
    summary: 'Note the day on which a contact was last spoken to.',
    can: 'journey.write',
    audits: 'edit',
    input: which.extend({ on: isoDateSchema }),
    output: z.object({ version, undo }),
  }),
  remove: command({
    summary: 'Remove a contact.',
    can: 'journey.write',
    audits: 'remove',
    input: which,
    output: z.object({ undo }),
  }),
}
