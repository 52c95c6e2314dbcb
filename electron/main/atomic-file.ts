import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes a file whole or not at all: what was there stays until the new bytes are on the disk. */
export const writeWholeFile = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.part`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, join(folder, name))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'You may not write in that folder. Choose another folder.',
  EBUSY: 'A file of that name is open in another program. Close it there and try again.',
  EISDIR: 'There is a folder of that name. Choose another folder.',
  ENOENT: 'That folder is not there any more. Choose another folder.',
  ENOSPC: 'The disk is full. Free some space, or choose another folder, and try again.',
  EPERM: 'That file could not be replaced. If it is open in another program, close it there and try again.',
  EROFS: 'That folder is read-only. Choose another folder.',
}

/** What happened to a write and what to do about it, without naming the path. */
export const writeFailure = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SENTENCES[code] ?? 'The file could not be written. Choose another folder and try again.'
}
