import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ChosenFile, FileChoice, FileHandle, FilesChoice } from '#shared/contract/shell-api.ts'
import type { FileAccess, ShellToCoreMessage } from '#shared/contract/shell-messages.ts'

interface Grant {
  readonly path: string
  readonly access: FileAccess
}

/** Files and folders the person chose in this run. Pages hold handles; only shell and core know the paths. */
export interface FileHandles {
  /** Records a choice and tells the core. Refuses what is not a file, or not a folder, any more. */
  grant(path: string, access: FileAccess): Promise<FileChoice>
  /** Records what was chosen together, files and folders, for reading. The first that is refused refuses all. */
  grantToRead(paths: readonly string[]): Promise<FilesChoice>
  /** Records a file whose size is known already. */
  add(path: string, access: FileAccess, size: number): ChosenFile
  /** The path behind a handle, or null for one we never gave out or gave out for less. */
  pathOf(handle: FileHandle, access?: FileAccess): string | null
  /** Tells a restarted core what its predecessor knew. */
  grantAgain(): void
  forgetAll(): void
}

/** As many as the core lists together. */
const MOST_AT_ONCE = 100

const sizeOf = async (path: string, access: FileAccess): Promise<number | string> => {
  if (access === 'write') return 0
  const found = await stat(path).catch(() => null)
  if (access === 'folder' || access === 'read-folder') {
    return found?.isDirectory() ? 0 : 'That folder is not there any more. Choose another one.'
  }
  if (found === null) return 'That file could not be read. Check that it is still there and that you may open it.'
  return found.isFile() ? found.size : 'That is not a file. Choose one file, not a folder.'
}

export const createFileHandles = (send: (message: ShellToCoreMessage) => void): FileHandles => {
  const grants = new Map<FileHandle, Grant>()
  const tell = (handle: FileHandle, { path, access }: Grant): void => send({ type: 'grant-file', handle, path, access })

  const add = (path: string, access: FileAccess, size: number): ChosenFile => {
    const handle = randomBytes(24).toString('base64url')
    grants.set(handle, { path, access })
    tell(handle, { path, access })
    return { handle, name: basename(path), size }
  }

  const grant = async (path: string, access: FileAccess): Promise<FileChoice> => {
    const size = await sizeOf(path, access)
    return typeof size === 'string'
      ? { status: 'refused', message: size }
      : { status: 'chosen', file: add(path, access, size) }
  }

  return {
    add,
    grant,
    grantToRead: async (paths) => {
      if (paths.length > MOST_AT_ONCE)
        return { status: 'refused', message: `That is more than ${MOST_AT_ONCE} files. Choose some at a time.` }
      const chosen = { files: [] as ChosenFile[], folders: [] as ChosenFile[] }
      for (const path of paths) {
        const isFolder = (await stat(path).catch(() => null))?.isDirectory() ?? false
        const choice = await grant(path, isFolder ? 'read-folder' : 'read')
        if (choice.status !== 'chosen') return choice
        chosen[isFolder ? 'folders' : 'files'].push(choice.file)
      }
      return { status: 'chosen', ...chosen }
    },
    pathOf: (handle, access) => {
      const grant = grants.get(handle)
      if (grant === undefined || (access !== undefined && grant.access !== access)) return null
      return grant.path
    },
    grantAgain: () => {
      for (const [handle, grant] of grants) tell(handle, grant)
    },
    forgetAll: () => grants.clear(),
  }
}
