import { rmSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import type { BackupCounts } from '#shared/features/safekeeping/schema.ts'
import { type Connection, type DataKey, openForCopying, openForWriting } from '../../db/sqlite/connection.ts'
import { copyInto, integrityProblems, schemaVersion } from '../../db/sqlite/maintenance.ts'
import { type AskedTrail, RESTORE_METHOD } from './public.ts'

/** Where the audit trail of a register ends: the number and the hash of its newest entry. */
export interface TrailEnd {
  seq: number
  hash: string
}

/** What a database was found to hold. */
export interface Contents {
  counts: BackupCounts
  version: number
  /** null: nothing was ever entered in it. */
  trail: TrailEnd | null
}

const count = (connection: Connection, table: string): number => {
  const exists =
    connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined
  return exists ? (connection.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n : 0
}

const trailEnd = (connection: Connection): TrailEnd | null =>
  (connection.prepare('SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1').get() as TrailEnd | undefined) ??
  null

/** What a register holds, for comparing two of them. Read as one moment, whatever is written meanwhile. */
export const contentsOf = (connection: Connection): Contents =>
  connection.transaction(() => ({
    counts: {
      people: count(connection, 'person'),
      episodes: count(connection, 'cancer_episode'),
      events: count(connection, 'journey_event'),
      lastChangeAt: (
        connection.prepare('SELECT max(at) AS at FROM audit_entry WHERE row_count > 0').get() as { at: string | null }
      ).at,
      entries: count(connection, 'audit_entry'),
    },
    version: schemaVersion(connection),
    trail: trailEnd(connection),
  }))()

/** The audit trail of an open register, for asking it what a backup saw. */
export const askedTrail = (connection: Connection): AskedTrail => ({
  hashOf: (seq) =>
    (connection.prepare('SELECT hash FROM audit_entry WHERE seq = ?').get(seq) as { hash: string } | undefined)?.hash ??
    null,
  lastRestoreAt: (
    connection.prepare('SELECT max(at) AS at FROM audit_entry WHERE method = ?').get(RESTORE_METHOD) as {
      at: string | null
    }
  ).at,
})

/** Removes a database with everything SQLite lays beside it. */
export const removeDatabase = (path: string, { keepMain = false } = {}): void => {
  for (const suffix of keepMain ? ['-wal', '-shm'] : ['', '-wal', '-shm', '-journal'])
    rmSync(path + suffix, { force: true })
}

/** Opens a copy, checks it through and counts it. @throws AppError `io` when it is not whole. */
export const checkCopy = (path: string, key: DataKey): Contents => {
  const copy = openForWriting(path, key)
  try {
    if (integrityProblems(copy).length > 0)
      throw new AppError('io', 'The copy is not whole, so it was not kept. Check the drive, then try again.')
    return contentsOf(copy)
  } finally {
    copy.close()
    removeDatabase(path, { keepMain: true })
  }
}

const MOST_TRIES = 3

/** Every transaction adds an entry to the trail, so two that end alike are the same moment of one register. */
const sameMoment = (a: Contents, b: Contents): boolean => a.trail?.hash === b.trail?.hash

const sameCounts = ({ counts: a }: Contents, { counts: b }: Contents): boolean =>
  a.people === b.people && a.episodes === b.episodes && a.events === b.events

/** Copies once. The register is counted on both sides of the copy, because others may write meanwhile. */
const copyOnce = (path: string, target: string, key: DataKey): { around: Contents[]; copied: Contents } => {
  const source = openForCopying(path, key)
  try {
    const before = contentsOf(source)
    copyInto(source, target)
    return { around: [before, contentsOf(source)], copied: checkCopy(target, key) }
  } finally {
    source.close()
  }
}

/**
 * Lays a checked copy of an open register beside it and compares it with the register as it was at that moment.
 * @throws AppError `io` when they differ, `conflict` when the register never stood still enough to be compared.
 */
export const copyAndCompare = (path: string, target: string, key: DataKey): Contents => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { around, copied } = copyOnce(path, target, key)
    const live = around.find((contents) => sameMoment(contents, copied))
    if (live !== undefined && sameCounts(live, copied)) return copied
    if (live !== undefined)
      throw new AppError('io', 'The copy does not hold what the register holds, so it was not kept. Try again.')
    removeDatabase(target)
  }
  throw new AppError('conflict', 'Too much was written while the copy was made, so it was not kept. Try again.')
}
