import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { AccessState } from '#shared/features/access/schema.ts'
import type { Backup, BackupCounts } from '#shared/features/safekeeping/schema.ts'
import type { Environment } from '../../context.ts'
import { type Connection, type DataKey, openForWriting } from '../../db/sqlite/connection.ts'
import { copyInto, integrityProblems, schemaVersion } from '../../db/sqlite/maintenance.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { readEnvelope } from '../../vault/key-envelope.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import { type BackupSource, defaultBackupFolder } from '../../vault/vault.ts'
import { BACKUP_EXTENSION, type BackupHeader, packBackup, readBackupHeader, unpackBackup } from './backup-file.ts'
import { backupsToDrop } from './retention.ts'

const count = (connection: Connection, table: string): number => {
  const exists =
    connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined
  return exists ? (connection.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n : 0
}

/** What a register holds, for comparing two of them. */
export const countsOf = (connection: Connection): BackupCounts => ({
  people: count(connection, 'person'),
  episodes: count(connection, 'cancer_episode'),
  events: count(connection, 'journey_event'),
  lastChangeAt: (
    connection.prepare('SELECT max(at) AS at FROM audit_entry WHERE row_count > 0').get() as { at: string | null }
  ).at,
})

const same = (a: BackupCounts, b: BackupCounts): boolean =>
  a.people === b.people && a.episodes === b.episodes && a.events === b.events

/** Opens a copy aside, checks it through and counts it. @throws AppError `io` when it is not whole. */
export const openAndCount = (path: string, key: DataKey): { counts: BackupCounts; version: number } => {
  const copy = openForWriting(path, key)
  try {
    const problems = integrityProblems(copy)
    if (problems.length > 0)
      throw new AppError('io', 'The copy is not whole, so it was not kept. Check the drive, then try again.')
    return { counts: countsOf(copy), version: schemaVersion(copy) }
  } finally {
    copy.close()
    removeDatabase(path, { keepMain: true })
  }
}

/** Removes a database with everything SQLite lays beside it. */
export const removeDatabase = (path: string, { keepMain = false } = {}): void => {
  for (const suffix of keepMain ? ['-wal', '-shm'] : ['', '-wal', '-shm', '-journal'])
    rmSync(path + suffix, { force: true })
}

const fileNameAt = (instant: string, reason: Backup['reason']): string =>
  `throughline-${instant.slice(0, 19).replaceAll(':', '').replace('T', '-')}-${reason}`

const freeName = (folder: string, wanted: string): string => {
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : `-${number}`}${BACKUP_EXTENSION}`
    if (!existsSync(join(folder, name))) return name
  }
}

/**
 * Makes a backup and proves it: the copy is opened, checked through and counted against the register, packed, and the
 * packed file is read back. Only then do older ones make room.
 */
export const backUp = async (env: Environment, source: BackupSource, reason: Backup['reason']): Promise<Backup> => {
  const folder = defaultBackupFolder(source.register)
  const copy = `${source.register.path}.copy-${env.ids.next()}`
  try {
    mkdirSync(folder, { recursive: true })
    const live = await source.alone((connection) => {
      copyInto(connection, copy)
      return countsOf(connection)
    })
    const { counts, version } = openAndCount(copy, source.key)
    if (!same(live, counts))
      throw new AppError('io', 'The copy does not hold what the register holds, so it was not kept. Try again.')
    const facts = {
      at: env.clock.now(),
      reason,
      practiceName: source.register.practiceName,
      people: counts.people,
      events: counts.events,
      schemaVersion: version,
    }
    const id = freeName(folder, fileNameAt(facts.at, reason))
    await packBackup(copy, facts, readEnvelope(source.register.path), join(folder, id))
    await unpackBackup(join(folder, id), readBackupHeader(join(folder, id), id), copy)
    for (const old of backupsToDrop(listBackups(source.register), env.clock.now()))
      rmSync(join(folder, old), { force: true })
    return readBackupHeader(join(folder, id), id).backup
  } catch (cause) {
    throw explainFileError(cause)
  } finally {
    removeDatabase(copy)
  }
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(BACKUP_EXTENSION))
  } catch {
    // Not there yet, unplugged or not ours to read: then there is no backup to show, and the age of the last one says so.
    return []
  }
}

/**
 * The readable backups of a register in its folder, newest first. Other files, and backups of other registers that are
 * kept in the same folder, are passed over: they are not ours to count, offer or drop.
 */
export const listBackups = (register: KnownRegister): Backup[] => {
  const folder = defaultBackupFolder(register)
  return namesIn(folder)
    .flatMap((name) => {
      try {
        const { backup, keys } = readBackupHeader(join(folder, name), name)
        return keys.register.id === register.id ? [backup] : []
      } catch {
        return []
      }
    })
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

/** The newest backup of a register, for the line under the unlock panel. */
export const latestBackup = (register: KnownRegister): AccessState['lastBackup'] => {
  const newest = listBackups(register)[0]
  return newest === undefined ? null : { at: newest.at, people: newest.people, events: newest.events }
}

const DAILY_AFTER_HOURS = 20

/** True when the last backup is old enough for the daily one. */
export const dailyBackupDue = (register: KnownRegister, now: string): boolean => {
  const last = latestBackup(register)
  return last === null || Date.parse(now) - Date.parse(last.at) >= DAILY_AFTER_HOURS * 3_600_000
}

/** Unpacks a backup beside a register for a look. The caller removes it. */
export const unpackAside = async (
  env: Environment,
  path: string,
  header: BackupHeader,
  beside: string,
): Promise<string> => {
  const aside = `${beside}.aside-${env.ids.next()}`
  await unpackBackup(path, header, aside)
  return aside
}
