import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccessState } from '#shared/features/access/schema.ts'
import type { Backup } from '#shared/features/safekeeping/schema.ts'
import type { Environment } from '../../context.ts'
import { lockedNow } from '../../db/database.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { readEnvelope } from '../../vault/key-envelope.ts'
import { makeFolder } from '../../vault/make-folder.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import { type BackupSource, defaultBackupFolder } from '../../vault/vault.ts'
import {
  BACKUP_EXTENSION,
  type BackupFacts,
  type BackupHeader,
  packBackup,
  PART_EXTENSION,
  readBackupHeader,
  unpackBackup,
} from './backup-file.ts'
import { inCopyThread } from './copy-thread.ts'
import { removeDatabase } from './copying.ts'
import type { TrailWitness } from './public.ts'
import { backupsToDrop } from './retention.ts'

const fileNameAt = (instant: string, reason: Backup['reason']): string =>
  `throughline-${instant.slice(0, 19).replaceAll(':', '').replace('T', '-')}-${reason}`

const freeName = (folder: string, wanted: string): string => {
  for (let number = 1; ; number += 1) {
    const name = `${wanted}${number === 1 ? '' : `-${number}`}${BACKUP_EXTENSION}`
    if (!existsSync(join(folder, name))) return name
  }
}

const OUR_PART = new RegExp(`^throughline-[0-9-]+-[a-z-]+[0-9]*${BACKUP_EXTENSION}${PART_EXTENSION}$`, 'u')
/** No backup takes so long: what lies there unreadable for a day is packed by nobody any more. */
const PACKED_AT_MOST_HOURS = 24

/** True for a part of this register, and for one cut so short that it does not say whose it is and that lies there long. */
const isLeftOver = (path: string, register: KnownRegister, now: string): boolean => {
  try {
    return readBackupHeader(path, path).keys.register.id === register.id
  } catch {
    return Date.parse(now) - statSync(path).mtimeMs > PACKED_AT_MOST_HOURS * 3_600_000
  }
}

/** The parts that are being packed by this core: a backup may be asked for while another is made. */
const inPacking = new Set<string>()

/**
 * Removes what a crash left of our own backups. A folder may be shared with other registers, and one of them may be
 * packing now, so parts of others stay. What cannot be removed keeps no backup from being made.
 */
const sweepParts = (folder: string, register: KnownRegister, now: string): void => {
  for (const path of readdirSync(folder).flatMap((name) => (OUR_PART.test(name) ? [join(folder, name)] : [])))
    try {
      if (!inPacking.has(path) && isLeftOver(path, register, now)) rmSync(path, { force: true })
    } catch {
      continue
    }
}

/**
 * Makes a backup and proves it: the copy is opened, checked through and counted against the register, packed, and the
 * packed file is read back. Only then do older ones make room. Others go on working meanwhile.
 */
export const backUp = async (env: Environment, source: BackupSource, reason: Backup['reason']): Promise<Backup> => {
  const { register, key, signal } = source
  const folder = defaultBackupFolder(register)
  const copy = `${register.path}.copy-${env.ids.next()}`
  try {
    makeFolder(folder, 0o700)
    sweepParts(folder, register, env.clock.now())
    const contents = await inCopyThread(env, { kind: 'copy', path: register.path, target: copy }, key, signal)
    const facts = {
      at: env.clock.now(),
      reason,
      practiceName: register.practiceName,
      people: contents.counts.people,
      events: contents.counts.events,
      schemaVersion: contents.version,
    }
    const id = freeName(folder, fileNameAt(facts.at, reason))
    const about = { facts, trail: contents.trail, keys: readEnvelope(register.path) }
    const made = await packAndReadBack(copy, about, join(folder, id), signal)
    for (const old of backupsToDrop(listBackups(register), env.clock.now())) rmSync(join(folder, old), { force: true })
    return { ...made, id }
  } catch (cause) {
    throw explainFileError(cause)
  } finally {
    await rm(copy, { force: true })
    removeDatabase(copy)
  }
}

/** A file that could not be read back, or was given up, does not stay. */
const packAndReadBack = async (
  copy: string,
  about: BackupFacts,
  target: string,
  signal: AbortSignal | null,
): Promise<Backup> => {
  const part = `${target}${PART_EXTENSION}`
  inPacking.add(part)
  try {
    await packBackup(copy, about, target)
    if (signal?.aborted === true) throw lockedNow()
    const header = readBackupHeader(target, target)
    await unpackBackup(target, header, copy)
    return header.backup
  } catch (cause) {
    rmSync(target, { force: true })
    throw cause
  } finally {
    inPacking.delete(part)
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
const headersOf = (register: KnownRegister): BackupHeader[] => {
  const folder = defaultBackupFolder(register)
  return namesIn(folder)
    .flatMap((name) => {
      try {
        const header = readBackupHeader(join(folder, name), name)
        return header.keys.register.id === register.id ? [header] : []
      } catch {
        return []
      }
    })
    .toSorted((a, b) => b.backup.at.localeCompare(a.backup.at))
}

export const listBackups = (register: KnownRegister): Backup[] => headersOf(register).map(({ backup }) => backup)

/** What the backups of a register saw of its audit trail, newest first. */
export const witnessesOf = (register: KnownRegister): TrailWitness[] =>
  headersOf(register).flatMap(({ backup: { at }, trail }) => (trail === null ? [] : [{ at, ...trail }]))

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
