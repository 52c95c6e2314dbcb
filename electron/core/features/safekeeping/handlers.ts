import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/contract/errors.ts'
import type { safekeeping } from '#shared/features/safekeeping/contract.ts'
import type { Handlers } from '../../context.ts'
import { usersOf } from '../../vault/key-envelope.ts'
import type { KnownRegister } from '../../vault/register-list.ts'
import { defaultBackupFolder, type Vault } from '../../vault/vault.ts'
import { readBackupHeader } from './backup-file.ts'
import { listBackups, unpackAside } from './backups.ts'
import { chosenBackup } from './chosen-backup.ts'
import { compareBackup } from './compare.ts'
import { inCopyThread } from './copy-thread.ts'
import { removeDatabase } from './copying.ts'
import { restoreBackup } from './restore.ts'

const requireWritable = (folder: string): void => {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    throw new AppError('io', 'Backups cannot be written to this folder. Choose another one.')
  }
}

export const safekeepingHandlers = (vault: Vault): Handlers<typeof safekeeping> => {
  const opened = (): KnownRegister => vault.registers.find(vault.openRegister().register)
  const folder = (): string => defaultBackupFolder(opened())
  return {
    status: async () => ({ folder: folder(), backups: listBackups(opened()) }),
    async setFolder({ env, note }, { folderHandle }) {
      const chosen = env.files.path(folderHandle, 'folder')
      requireWritable(chosen)
      vault.registers.setBackupFolder(vault.openRegister().register.id, chosen)
      note({ changed: 'backup folder' })
      return { folder: chosen }
    },
    async backUpNow({ env, report, session }) {
      await report({ step: 'Copying, opening and counting', done: 0, total: 1, unit: 'copy' })
      const made = await session.backUp('asked')
      env.events.emit({ type: 'changed', entities: ['backup'], personIds: [] })
      return made
    },
    async testRestore({ env, report, signal }, { backupId }) {
      const { register, key, ending } = vault.openRegister()
      if (/[/\\]/.test(backupId)) throw new AppError('not-found', 'That backup is no longer there. Choose another one.')
      const path = join(folder(), backupId)
      await report({ step: 'Unpacking', done: 0, total: 2, unit: 'step' })
      const aside = await unpackAside(env, path, readBackupHeader(path, backupId), register.path)
      try {
        await report({ step: 'Opening and counting', done: 1, total: 2, unit: 'step' })
        const stop = AbortSignal.any([signal, ending.signal])
        return (await inCopyThread(env, { kind: 'check', path: aside }, key, stop)).counts
      } finally {
        removeDatabase(aside)
      }
    },
    async listForRestore() {
      const current = vault.registers.current()
      return current === null ? [] : listBackups(current)
    },
    async usersOf({ env }, chosen) {
      const { header } = chosenBackup(env, vault, chosen)
      return {
        backup: header.backup,
        users: usersOf(header.keys).map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),
      }
    },
    compare: ({ env }, { userId, passphrase, ...chosen }) => compareBackup(env, vault, chosen, { userId, passphrase }),
    async restore({ env }, { userId, passphrase, practiceName, ...chosen }) {
      const { header } = chosenBackup(env, vault, chosen)
      if (practiceName.trim().toLowerCase() !== header.keys.register.practiceName.trim().toLowerCase()) {
        const words = `Type the practice name, ${header.keys.register.practiceName}, to replace the register`
        throw new AppError('validation', words, { fieldErrors: { practiceName: words } })
      }
      const kept = await restoreBackup(env, vault, chosen, { userId, passphrase })
      return { state: vault.state(), safetyCopy: kept }
    },
  }
}
