import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { Environment } from '../../context.ts'
import { tryOnce } from '../../vault/attempts.ts'
import { type KeyEnvelope, unwrapKey, wrapOf } from '../../vault/key-envelope.ts'
import { makeFolder } from '../../vault/make-folder.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import { defaultBackupFolder, type Vault } from '../../vault/vault.ts'
import { type BackupHeader, readBackupHeader } from './backup-file.ts'

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

/** The data key that a person's passphrase unwraps, or null when it is wrong. */
export const keyFrom = async (
  envelope: KeyEnvelope,
  { userId, passphrase }: Credentials,
): Promise<{ key: Buffer; user: User } | null> => {
  const wrap = wrapOf(envelope, userId)
  const key = await unwrapKey(envelope.register, wrap, passphrase)
  return key === null ? null : { key, user: wrap.user }
}

/** Where a backup goes back to: the register of the same id, or a new place on this computer. */
export const placeFor = (vault: Vault, header: BackupHeader): KnownRegister =>
  vault.registers.all().find((register) => register.id === header.keys.register.id) ?? {
    ...header.keys.register,
    path: vault.registers.newPath(header.keys.register),
    backupFolder: null,
  }

/** @throws AppError `forbidden` with a wait: guessing at a backup is slowed like guessing at the register. */
export const requireKey = (
  env: Environment,
  place: KnownRegister,
  header: BackupHeader,
  credentials: Credentials,
): Promise<{ key: Buffer; user: User }> => {
  makeFolder(dirname(place.path), 0o700)
  return tryOnce(
    place.path,
    env.clock,
    () => keyFrom(header.keys, credentials),
    'That passphrase does not open this backup. Use the one from when it was made.',
  )
}
