import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { type Backup, backupSchema } from '#shared/features/safekeeping/schema.ts'
import { explainFileError, moveIntoPlace, openBeside } from '../../vault/atomic-file.ts'
import { envelopeSchema, type KeyEnvelope } from '../../vault/key-envelope.ts'
import type { TrailEnd } from './copying.ts'

/**
 * A backup is one file that opens on a new computer with the passphrase or the recovery sheet: a first line that names
 * the format, a second with facts and the key envelope, then the encrypted database as it is.
 */
const MAGIC = 'THROUGHLINE-BACKUP 1\n'
/** A header is a few thousand bytes; more is read only where that was not all of it. */
const USUAL_HEADER = 8192
const LARGEST_HEADER = 1_000_000

const headerSchema = z.object({
  backup: backupSchema.omit({ id: true, bytes: true }),
  keys: envelopeSchema,
  /** Backups made before this was kept have none. */
  trail: z.object({ seq: z.number().int(), hash: z.string() }).nullable().default(null),
  sha256: z.string(),
  databaseBytes: z.number().int(),
})

export interface BackupHeader {
  backup: Backup
  keys: KeyEnvelope
  /** Where the audit trail ended when the backup was made; null when that is not known. */
  trail: TrailEnd | null
  sha256: string
  databaseBytes: number
  /** Where the database starts in the file. */
  offset: number
}

export const BACKUP_EXTENSION = '.tlbackup'
/** What a backup is called while it is packed. */
export const PART_EXTENSION = '.part'

const notABackup = (): AppError =>
  new AppError('io', 'This file is not a Throughline backup, or it is damaged. Choose another one.')

/** The start of a file up to its second line end, and how much of it that is. @throws AppError `io`. */
const readHead = (file: number, bytes: number): { text: string; offset: number } => {
  for (let length = USUAL_HEADER; ; length = LARGEST_HEADER) {
    const head = Buffer.alloc(Math.min(length, bytes))
    readSync(file, head, 0, head.length, 0)
    if (!head.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) throw notABackup()
    const end = head.indexOf('\n', MAGIC.length)
    if (end !== -1) return { text: head.subarray(MAGIC.length, end).toString('utf8'), offset: end + 1 }
    if (head.length === bytes || length === LARGEST_HEADER) throw notABackup()
  }
}

/** Reads who and what a backup holds without opening its database. @throws AppError `io`. */
export const readBackupHeader = (path: string, id: string): BackupHeader => {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = fstatSync(file).size
      const { text, offset } = readHead(file, bytes)
      const header = headerSchema.parse(JSON.parse(text))
      return { ...header, backup: { ...header.backup, id, bytes }, offset }
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

/** What a backup says of itself in its header. */
export interface BackupFacts {
  facts: Omit<Backup, 'id' | 'bytes'>
  trail: TrailEnd | null
  keys: KeyEnvelope
}

/** Packs a database copy and its keys into one backup file, whole or not at all. */
export const packBackup = async (
  databasePath: string,
  { facts, trail, keys }: BackupFacts,
  target: string,
): Promise<void> => {
  const part = `${target}${PART_EXTENSION}`
  try {
    const header = {
      backup: facts,
      keys,
      trail,
      sha256: await hashOf(databasePath),
      databaseBytes: statSync(databasePath).size,
    }
    const output = createWriteStream(part, { fd: openBeside(part) })
    output.write(`${MAGIC}${JSON.stringify(header)}\n`)
    await pipeline(createReadStream(databasePath), output)
    await moveIntoPlace(part, target)
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
