import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import {
  careRecordSchema,
  contactKindSchema,
  recallFilterSchema,
  recallPageSchema,
  recallRowSchema,
  recallStateSchema,
} from './schema.ts'

export const care = {
  page: query({
    summary: 'Who is to be asked for a support contact or a care review, the longest wait first.',
    can: 'register.read',
    input: recallPageSchema,
    output: z.object({ rows: z.array(recallRowSchema), total: z.number().int() }),
  }),
  forPrint: query({
    summary: 'One state of the recall list, to be printed.',
    can: 'register.read',
    audits: 'print',
    input: recallPageSchema.omit({ offset: true, limit: true }),
    output: z.object({ rows: z.array(recallRowSchema), total: z.number().int() }),
  }),
  counts: query({
    summary: 'How many people stand in each state of the recall list.',
    can: 'register.read',
    input: recallFilterSchema,
    output: z.record(contactKindSchema, z.record(recallStateSchema, z.number().int())),
  }),
  record: command({
    summary: 'Record a support contact or a care review: done, invited, declined or not suitable.',
    can: 'journey.write',
    audits: 'create',
    input: careRecordSchema,
    output: z.object({ id: uuidSchema, undo: z.number().int() }),
  }),
}
