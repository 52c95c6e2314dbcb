import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { entryFieldsSchema, entryKindSchema, ownLearningSchema } from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()

/** Everybody's own: each method sees the rows of whoever is signed in, and no others. */
export const development = {
  mine: query({
    summary: 'Your own learning needs, goals, evidence, sessions and questions to peers.',
    can: 'register.read',
    input: z.object({}),
    output: ownLearningSchema,
  }),
  add: command({
    summary: 'Write something down of your own learning.',
    can: 'documents.write',
    audits: 'create',
    input: z.object({ entry: entryFieldsSchema }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  save: command({
    summary: 'Change something of your own learning.',
    can: 'documents.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, entry: entryFieldsSchema }),
    output: z.object({ version, undo }),
  }),
  remove: command({
    summary: 'Remove something of your own learning.',
    can: 'documents.write',
    audits: 'remove',
    input: z.object({ id: uuidSchema, version, kind: entryKindSchema }),
    output: z.object({ undo }),
  }),
}
