import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupCounts } from '#shared/features/safekeeping/schema.ts'
import type { Environment } from '../../context.ts'
import { openForWriting } from '../../db/sqlite/connection.ts'
import { readEnvelope } from '../../vault/key-envelope.ts'
import { makeFolder } from '../../vault/make-folder.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import type { Vault } from '../../vault/vault.ts'
import type { BackupHeader } from './backup-file.ts'
import { unpackAside } from './backups.ts'
import { type ChosenBackup, chosenBackup, type Credentials, keyFrom, placeFor, requireKey } from './chosen-backup.ts'
import { inCopyThread } from './copy-thread.ts'
import { askedTrail, type Contents, contentsOf, removeDatabase } from './copying.ts'
import { contradictingWitness } from './public.ts'

/** The register that a backup would replace, and whether its trail still has what the backup saw; null when it cannot be opened. */
const currentSide = async (
  place: KnownRegister,
  { backup, trail }: BackupHeader,
  credentials: Credentials,
): Promise<{ current: BackupCounts; trailLacksEntries: boolean } | null> => {
  let key: Buffer | null = null
  try {
    key = (await keyFrom(readEnvelope(place.path), credentials))?.key ?? null
    if (key === null || !existsSync(place.path)) return null
    const connection = openForWriting(place.path, key)
    try {
      const witnesses = trail === null ? [] : [{ at: backup.at, ...trail }]
      return {
        current: contentsOf(connection).counts,
        trailLacksEntries: contradictingWitness(witnesses, askedTrail(connection)) !== null,
      }
    } finally {
      connection.close()
    }
  } catch {
    return null
  } finally {
    key?.fill(0)
  }
}

/** Counts a backup and the register it would replace. `current` is null when that one cannot be opened. */
export const compareBackup = async (
  env: Environment,
  vault: Vault,
  chosen: ChosenBackup,
  credentials: Credentials,
): Promise<{ backup: BackupCounts; current: BackupCounts | null; trailLacksEntries: boolean }> => {
  const { path, header } = chosenBackup(env, vault, chosen)
  const place = placeFor(vault, header)
  const { key } = await requireKey(env, place, header, credentials)
  try {
    makeFolder(dirname(place.path), 0o700)
    const { counts } = await lookInside(env, path, header, place, key)
    const side = vault.current() === null ? await currentSide(place, header, credentials) : null
    return { backup: counts, current: side?.current ?? null, trailLacksEntries: side?.trailLacksEntries ?? false }
  } finally {
    key.fill(0)
  }
}

const lookInside = async (
  env: Environment,
  path: string,
  header: BackupHeader,
  place: KnownRegister,
  key: Buffer,
): Promise<Contents> => {
  const aside = await unpackAside(env, path, header, place.path)
  try {
    return await inCopyThread(env, { kind: 'check', path: aside }, key, null)
  } finally {
    removeDatabase(aside)
  }
}
