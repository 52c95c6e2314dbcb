import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { BackupCounts } from '#shared/features/safekeeping/schema.ts'
import { may } from '#shared/permissions.ts'
import type { Environment } from '../../context.ts'
import { latestVersion } from '../../db/migrate.ts'
import { openForWriting } from '../../db/sqlite/connection.ts'
import { takeLease } from '../../db/sqlite/owner-lease.ts'
import { attemptsBeside } from '../../vault/attempts.ts'
import { explainFileError } from '../../vault/atomic-file.ts'
import { type KeyEnvelope, readEnvelope, unwrapKey, wrapOf, writeEnvelope } from '../../vault/key-envelope.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import { defaultBackupFolder, type Vault } from '../../vault/vault.ts'
import { runInTransaction } from '../../write.ts'
import { type BackupHeader, readBackupHeader } from './backup-file.ts'
import { backUp, unpackAside } from './backups.ts'
import { inCopyThread } from './copy-thread.ts'
import { contentsOf, removeDatabase } from './copying.ts'

export interface ChosenBackup {
  backupId: string | null
  fileHandle: string | null
}

export interface Credentials {
  userId: string
  passphrase: string
}

/** The backup a person chose: from the backup folder, or a file of their own. */
export const chosenBackup = (
  env: Environment,
  vault: Vault,
  chosen: ChosenBackup,
): { path: string; header: BackupHeader } => {
  if (chosen.fileHandle !== null) {
    const path = env.files.path(chosen.fileHandle, 'read')
    return { path, header: readBackupHeader(path, 'chosen file') }
  }
  const current = vault.registers.current()
  if (chosen.backupId === null || current === null || /[/\\]/.test(chosen.backupId))
    throw new AppError('not-found', 'Choose a backup first.')
  const path = join(defaultBackupFolder(current), chosen.backupId)
  if (!existsSync(path)) throw new AppError('not-found', 'That backup is no longer there. Choose another one.')
  return { path, header: readBackupHeader(path, chosen.backupId) }
}

const keyFrom = async (
  envelope: KeyEnvelope,
  { userId, passphrase }: Credentials,
): Promise<{ key: Buffer; user: User } | null> => {
  const wrap = wrapOf(envelope, userId)
  const key = await unwrapKey(envelope.register, wrap, passphrase)
  return key === null ? null : { key, user: wrap.user }
}

/** Where a backup goes back to: the register of the same id, or a new place on this computer. */
const placeFor = (vault: Vault, header: BackupHeader): KnownRegister =>
  vault.registers.all().find((register) => register.id === header.keys.register.id) ?? {
    ...header.keys.register,
    path: vault.registers.newPath(header.keys.register),
    backupFolder: null,
  }

/** @throws AppError `forbidden` with a wait: guessing at a backup is slowed like guessing at the register. */
const requireKey = async (
  env: Environment,
  place: KnownRegister,
  header: BackupHeader,
  credentials: Credentials,
): Promise<{ key: Buffer; user: User }> => {
  const attempts = attemptsBeside(place.path, env.clock)
  const early = attempts.waitSeconds()
  if (early > 0)
    throw new AppError(
      'forbidden',
      `Too many tries. Wait ${early} ${early === 1 ? 'second' : 'seconds'}, then try again.`,
      { waitSeconds: early },
    )
  const found = await keyFrom(header.keys, credentials)
  if (found !== null) return found
  mkdirSync(dirname(place.path), { recursive: true })
  throw new AppError('forbidden', 'That passphrase does not open this backup. Use the one from when it was made.', {
    waitSeconds: attempts.failed(),
  })
}

const currentCounts = async (place: KnownRegister, credentials: Credentials): Promise<BackupCounts | null> => {
  try {
    const found = await keyFrom(readEnvelope(place.path), credentials)
    if (found === null || !existsSync(place.path)) return null
    const connection = openForWriting(place.path, found.key)
    try {
      return contentsOf(connection).counts
    } finally {
      connection.close()
    }
  } catch {
    return null
  }
}

/** Counts a backup and the register it would replace. `current` is null when that one cannot be opened. */
export const compareBackup = async (
  env: Environment,
  vault: Vault,
  chosen: ChosenBackup,
  credentials: Credentials,
): Promise<{ backup: BackupCounts; current: BackupCounts | null }> => {
  const { path, header } = chosenBackup(env, vault, chosen)
  const place = placeFor(vault, header)
  const { key } = await requireKey(env, place, header, credentials)
  mkdirSync(dirname(place.path), { recursive: true })
  const aside = await unpackAside(env, path, header, place.path)
  try {
    return {
      backup: (await inCopyThread(env, { kind: 'check', path: aside }, key, null)).counts,
      current: vault.current() === null ? await currentCounts(place, credentials) : null,
    }
  } finally {
    removeDatabase(aside)
    key.fill(0)
  }
}

/** In the backup folder; beside the register when that drive is unplugged: a rescue must not wait for it. */
const folderForBareFiles = (env: Environment, place: KnownRegister): string => {
  const name = `before-restore-${env.clock.now().slice(0, 19).replaceAll(':', '')}`
  try {
    const folder = join(defaultBackupFolder(place), name)
    mkdirSync(folder, { recursive: true })
    return folder
  } catch {
    const folder = join(dirname(place.path), name)
    mkdirSync(folder, { recursive: true })
    return folder
  }
}

/** Keeps what is there before it is replaced: a proper backup when it opens, the bare files when it does not. */
const safetyCopy = async (env: Environment, place: KnownRegister, credentials: Credentials): Promise<string | null> => {
  if (!existsSync(place.path)) return null
  try {
    const found = await keyFrom(readEnvelope(place.path), credentials)
    if (found !== null) {
      const connection = openForWriting(place.path, found.key)
      try {
        return (await backUp(env, { register: place, key: found.key, signal: null }, 'before-restore')).id
      } finally {
        connection.close()
      }
    }
  } catch {
    // Damaged, or its key is lost: the bare files are kept below, for whoever can still make something of them.
  }
  const folder = folderForBareFiles(env, place)
  for (const suffix of ['', '-wal', '.keys.json']) {
    if (existsSync(place.path + suffix)) copyFileSync(place.path + suffix, join(folder, `register.db${suffix}`))
  }
  return folder
}

/** Replaces a register with a backup that opens and is whole, after a safety copy, and leaves it open. */
export const restoreBackup = async (
  env: Environment,
  vault: Vault,
  chosen: ChosenBackup,
  credentials: Credentials,
): Promise<string | null> => {
  const { path, header } = chosenBackup(env, vault, chosen)
  const place = placeFor(vault, header)
  const { key, user } = await requireKey(env, place, header, credentials)
  if (!may(user.role, 'safekeeping.run'))
    throw new AppError('forbidden', 'Your role does not allow a restore. Ask the cancer lead of your practice.')
  await vault.close('request')
  mkdirSync(dirname(place.path), { recursive: true })
  const lease = takeLease(place.path, { name: user.name, since: env.clock.now() })
  let kept: string | null = null
  try {
    const aside = await unpackAside(env, path, header, place.path)
    try {
      if ((await inCopyThread(env, { kind: 'check', path: aside }, key, null)).version > latestVersion()) {
        throw new AppError(
          'io',
          'This backup was made by a newer version of Throughline. Install that version, or choose an older backup. Nothing was changed.',
        )
      }
      kept = await safetyCopy(env, place, credentials)
      removeDatabase(place.path, { keepMain: true })
      writeEnvelope(place.path, header.keys)
      renameSync(aside, place.path)
    } finally {
      removeDatabase(aside)
    }
  } catch (cause) {
    throw explainFileError(cause)
  } finally {
    lease.release()
  }
  vault.registers.remember(place)
  await vault.openWith(place, key, user)
  attemptsBeside(place.path, env.clock).succeeded()
  const subject = { method: 'safekeeping.restore', verb: 'backup' as const, personId: null, undoesSeq: null }
  await runInTransaction(env, vault.openRegister(), subject, async ({ note }) => note({ madeAt: header.backup.at }))
  env.events.emit({ type: 'unlocked' })
  return kept
}
