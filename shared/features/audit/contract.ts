import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { PRINT_CODES } from './prints.ts'

export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  userName: z.string(),
  method: z.string(),
  verb: z.string(),
  /** Plain words, without names of patients: "Logged an event". */
  sentence: z.string(),
  /** Why, as it was typed: for what leaves the practice or the register. */
  reason: z.string().nullable(),
  personId: z.string().nullable(),
  rowCount: z.number().int(),
  undone: z.boolean(),
})

export const audit = {
  page: query({
    summary: 'The audit trail, newest first.',
    can: 'audit.read',
    input: z.object({
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.array(auditEntrySchema),
  }),
  verify: query({
    summary: 'Whether the chain of audit entries is whole and still holds what the backups saw of it.',
    can: 'audit.read',
    input: z.object({}),
    output: z.object({
      entries: z.number().int(),
      brokenAt: z.number().int().nullable(),
      /** How many backups the trail was compared with. */
      backups: z.number().int(),
      /** The newest backup that saw an entry which is missing now, or another one, and the number of that entry. */
      unlikeBackup: z.object({ at: z.string(), seq: z.number().int() }).nullable(),
    }),
  }),
  printed: command({
    summary: 'Enter in the audit trail that a page with nobody’s record in it is being printed.',
    can: 'register.read',
    audits: 'print',
    input: z.object({
      print: z.enum(PRINT_CODES),
      /** Which plan, action or review it is of. */
      recordId: uuidSchema.nullable().default(null),
    }),
    output: z.object({}),
  }),
  undo: command({
    summary: 'Take back one earlier change, as far as nobody has changed the same rows since.',
    can: 'register.read',
    audits: 'undo',
    input: z.object({ seq: z.number().int().min(1) }),
    output: z.object({ restored: z.number().int(), kept: z.number().int() }),
  }),
}
