import { z } from 'zod'
import { command, job, open, query } from '#shared/contract/define.ts'
import { uuidSchema } from '#shared/domain/schemas.ts'
import { accessStateSchema } from '#shared/features/access/schema.ts'
import { backupCountsSchema, backupSchema } from './schema.ts'

/** A backup is named either by its id in the backup folder or by a file the person chose. */
const chosenBackup = z.object({ backupId: z.string().nullable(), fileHandle: z.string().nullable() })
const credentials = z.object({ userId: uuidSchema, passphrase: z.string().min(1, 'Type your passphrase').max(1024) })

export const safekeeping = {
  status: query({
    summary: 'Where backups are kept and what is there.',
    can: 'settings.read',
    input: z.object({}),
    output: z.object({ folder: z.string(), backups: z.array(backupSchema) }),
  }),
  setFolder: command({
    summary: 'Keep backups in another folder from now on.',
    can: 'settings.write',
    audits: 'settings',
    input: z.object({ folderHandle: z.string() }),
    output: z.object({ folder: z.string() }),
  }),
  backUpNow: job({
    summary: 'Make an encrypted copy, open it and count it.',
    can: 'safekeeping.run',
    audits: 'backup',
    input: z.object({}),
    output: backupSchema,
  }),
  testRestore: job({
    summary: 'Open a backup aside and count it, without replacing anything.',
    can: 'safekeeping.run',
    audits: 'backup',
    input: z.object({ backupId: z.string() }),
    output: backupCountsSchema,
  }),
  listForRestore: open({
    summary: 'Backups that could be restored, newest first.',
    input: z.object({}),
    output: z.array(backupSchema),
  }),
  usersOf: open({
    summary: 'Who could open a backup.',
    input: chosenBackup,
    output: z.object({
      backup: backupSchema,
      users: z.array(z.object({ id: uuidSchema, name: z.string(), jobTitle: z.string() })),
    }),
  }),
  compare: open({
    summary: 'Open a backup and the register beside it and count both. Changes nothing.',
    input: chosenBackup.extend(credentials.shape),
    output: z.object({
      backup: backupCountsSchema,
      current: backupCountsSchema.nullable(),
      /** True: the register's audit trail lacks what the backup saw of it, and no restore explains that. */
      trailLacksEntries: z.boolean(),
    }),
  }),
  restore: open({
    summary: 'Replace the register with a backup, after a safety copy of what is there.',
    input: chosenBackup.extend(credentials.shape).extend({ practiceName: z.string() }),
    output: z.object({ state: accessStateSchema, safetyCopy: z.string().nullable() }),
  }),
}
