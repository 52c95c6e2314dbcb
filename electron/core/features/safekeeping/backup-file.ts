import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { type Backup, backupSchema } from '#shared/features/safekeeping/schema.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { envelopeSchema, type KeyEnvelope } from '../../vault/key-envelope.ts'

/**
 * A backup is one file that opens on a new computer with the passphrase or the recovery sheet: a first line that names
 * the format, a second with facts and the key envelope, then the encrypted database as it is.
 */
const MAGIC = 'THROUGHLINE-BACKUP 1\n'
const LARGEST_HEADER = 1_000_000

const headerSchema = z.object({
  backup: backupSchema.omit({ id: true, bytes: true }),
  keys: envelopeSchema,
  sha256: z.string(),
  databaseBytes: z.number().int(),
})

export interface BackupHeader {
  backup: Backup
  keys: KeyEnvelope
  sha256: string
  databaseBytes: number
  /** Where the database starts in the file. */
  offset: number
}

export const BACKUP_EXTENSION = '.tlbackup'

const notABackup = (): AppError =>
  new AppError('io', 'This file is not a Throughline backup, or it is damaged. Choose another one.')

/** Reads who and what a backup holds without opening its database. @throws AppError `io`. */
export const readBackupHeader = (path: string, id: string): BackupHeader => {
  try {
    const file = openSync(path, 'r')
    try {
      const head = Buffer.alloc(Math.min(LARGEST_HEADER, statSync(path).size))
      readSync(file, head, 0, head.length, 0)
      const end = head.indexOf('\n', MAGIC.length)
      if (!head.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)) || end === -1) throw notABackup()
      const header = headerSchema.parse(JSON.parse(head.subarray(MAGIC.length, end).toString('utf8')))
      return { ...header, backup: { ...header.backup, id, bytes: statSync(path).size }, offset: end + 1 }
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const explained = explainFileError(cause)
    throw explained instanceof AppError ? explained : notABackup()
  }
}

const hashOf = async (path: string, start = 0): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { start }), hash)
  return hash.digest('hex')
}

/** Waits until what was written to a file is on the disk. Others go on meanwhile. */
export const flushToDisk = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Packs a database copy and its keys into one backup file, whole or not at all. */
export const packBackup = async (
  databasePath: string,
  facts: Omit<Backup, 'id' | 'bytes'>,
  keys: KeyEnvelope,
  target: string,
): Promise<void> => {
  const part = `${target}.part`
  try {
    const header = {
      backup: facts,
      keys,
      sha256: await hashOf(databasePath),
      databaseBytes: statSync(databasePath).size,
    }
    const output = createWriteStream(part, { mode: 0o600 })
    output.write(`${MAGIC}${JSON.stringify(header)}\n`)
    await pipeline(createReadStream(databasePath), output)
    await flushToDisk(part)
    renameSync(part, target)
  } catch (cause) {
    rmSync(part, { force: true })
    throw explainFileError(cause)
  }
}

/** Takes the database out of a backup and checks that every byte is as it was packed. @throws AppError `io`. */
export const unpackBackup = async (path: string, header: BackupHeader, target: string): Promise<void> => {
  try {
    await pipeline(createReadStream(path, { start: header.offset }), createWriteStream(target, { mode: 0o600 }))
    if ((await hashOf(target)) !== header.sha256)
      throw new AppError('io', 'This backup is damaged: it is not as it was when it was made. Choose an older one.')
  } catch (cause) {
    rmSync(target, { force: true })
    throw explainFileError(cause)
  }
}
