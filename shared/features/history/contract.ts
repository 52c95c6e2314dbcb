import { z } from 'zod'
import { query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'

/** One field of a row, before and after. */
export const fieldChangeSchema = z.object({ label: z.string(), before: z.string(), after: z.string() })
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** One row that was added, changed or removed, named as it was then. */
export const rowChangeSchema = z.object({
  kind: z.enum(['insert', 'update', 'remove']),
  what: z.string(),
  fields: z.array(fieldChangeSchema),
})
export type RowChange = z.infer<typeof rowChangeSchema>

export const historyEntrySchema = z.object({
  seq: z.number().int(),
  /** ISO instant. */
  at: z.string(),
  userName: z.string(),
  verb: z.string(),
  /** What was done, without names of patients. */
  sentence: z.string(),
  changes: z.array(rowChangeSchema),
  /** It was taken back later. */
  undone: z.boolean(),
  /** It can be taken back from here. */
  canUndo: z.boolean(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const history = {
  ofPerson: query({
    summary: 'Who changed what about one person, newest first, with what was there before. Merged records included.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.object({
      entries: z.array(historyEntrySchema),
      /** Rows that came in with files, whose notes are kept with the import. */
      fromFiles: z.number().int(),
    }),
  }),
}
