import { z } from 'zod'

export const backupSchema = z.object({
  /** File name in the backup folder; never holds a patient's name. */
  id: z.string(),
  at: z.string(),
  reason: z.enum(['daily', 'asked', 'before-import', 'before-migration', 'before-restore']),
  practiceName: z.string(),
  people: z.number().int(),
  events: z.number().int(),
  schemaVersion: z.number().int(),
  bytes: z.number().int(),
})
export type Backup = z.infer<typeof backupSchema>

export const backupCountsSchema = z.object({
  people: z.number().int(),
  episodes: z.number().int(),
  events: z.number().int(),
  lastChangeAt: z.string().nullable(),
  /** How many entries the audit trail has. */
  entries: z.number().int(),
})
export type BackupCounts = z.infer<typeof backupCountsSchema>
