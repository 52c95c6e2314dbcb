import { copyFileSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import { may } from '#shared/permissions.ts'
import type { Environment } from '../../context.ts'
import { latestVersion } from '../../db/migrate.ts'
import { openForWriting } from '../../db/sqlite/connection.ts'
import { takeLease } from '../../db/sqlite/owner-lease.ts'
import { attemptsBeside } from '../../vault/attempts.ts'
import { explainFileError, moveIntoPlace } from '../../vault/atomic-file.ts'
import { readEnvelope, writeEnvelope } from '../../vault/key-envelope.ts'
import { makeFolder } from '../../vault/make-folder.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import { defaultBackupFolder, type Vault } from '../../vault/vault.ts'
import { runInTransaction } from '../../write.ts'
import type { BackupHeader } from './backup-file.ts'
import { backUp, unpackAside } from './backups.ts'
import { type ChosenBackup, chosenBackup, type Credentials, keyFrom, placeFor, requireKey } from './chosen-backup.ts'
import { inCopyThread } from './copy-thread.ts'
import { removeDatabase } from './copying.ts'
import { RESTORE_METHOD } from './public.ts'

/** In the backup folder; beside the register when that drive is unplugged: a rescue must not wait for it. */
const folderForBareFiles = (env: Environment, place: KnownRegister): string => {
  const name = `before-restore-${env.clock.now().slice(0, 19).replaceAll(':', '')}`
  try {
    const folder = join(defaultBackupFolder(place), name)
    makeFolder(folder, 0o700)
    return folder
  } catch {
    const folder = join(dirname(place.path), name)
    makeFolder(folder, 0o700)
    return folder
  }
}

/** Keeps what is there before it is replaced: a proper backup when it opens, the bare files when it does not. */
const safetyCopy = async (env: Environment, place: KnownRegister, credentials: Credentials): Promise<string | null> => {
  if (!existsSync(place.path)) return null
  let found: Awaited<ReturnType<typeof keyFrom>> = null
  try {
    found = await keyFrom(readEnvelope(place.path), credentials)
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
  } finally {
    found?.key.fill(0)
  }
  const folder = folderForBareFiles(env, place)
  for (const suffix of ['', '-wal', '.keys.json']) {
    if (existsSync(place.path + suffix)) copyFileSync(place.path + suffix, join(folder, `register.db${suffix}`))
  }
  return folder
}

/** Checks a backup aside, keeps what is there, and puts the backup in its place. Needs the lease. */
const replaceWith = async (
  env: Environment,
  { path, header }: { path: string; header: BackupHeader },
  place: KnownRegister,
  key: Buffer,
  credentials: Credentials,
): Promise<string | null> => {
  const aside = await unpackAside(env, path, header, place.path)
  try {
    if ((await inCopyThread(env, { kind: 'check', path: aside }, key, null)).version > latestVersion()) {
      throw new AppError(
        'io',
        'This backup was made by a newer version of Throughline. Install that version, or choose an older backup. Nothing was changed.',
      )
    }
    const kept = await safetyCopy(env, place, credentials)
    removeDatabase(place.path, { keepMain: true })
    writeEnvelope(place.path, header.keys)
    await moveIntoPlace(aside, place.path)
    return kept
  } finally {
    removeDatabase(aside)
  }
}

/** Replaces a register with a backup that opens and is whole, after a safety copy, and leaves it open. */
export const restoreBackup = async (
  env: Environment,
  vault: Vault,
  chosen: ChosenBackup,
  credentials: Credentials,
): Promise<string | null> => {
  const found = chosenBackup(env, vault, chosen)
  const place = placeFor(vault, found.header)
  const { key, user } = await requireKey(env, place, found.header, credentials)
  let kept: string | null = null
  try {
    if (!may(user.role, 'safekeeping.run'))
      throw new AppError('forbidden', 'Your role does not allow a restore. Ask the cancer lead of your practice.')
    await vault.close('request')
    makeFolder(dirname(place.path), 0o700)
    const lease = takeLease(place.path, { name: user.name, since: env.clock.now() })
    try {
      kept = await replaceWith(env, found, place, key, credentials)
    } finally {
      lease.release()
    }
    vault.registers.remember(place)
  } catch (cause) {
    key.fill(0)
    throw explainFileError(cause)
  }
  await vault.openWith(place, key, user)
  attemptsBeside(place.path, env.clock).succeeded()
  const subject = { method: RESTORE_METHOD, verb: 'backup' as const, personId: null, undoesSeq: null }
  await runInTransaction(env, vault.openRegister(), subject, async ({ note }) =>
    note({ madeAt: found.header.backup.at }),
  )
  env.events.emit({ type: 'unlocked' })
  return kept
}
