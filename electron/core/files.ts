import { AppError } from '#shared/contract/errors.ts'

export type FileAccess = 'read' | 'write' | 'folder'

/**
 * Files cross into the core as opaque handles that the shell grants after a person chose them; callers of the contract
 * never see or send a path.
 */
export interface FileHandles {
  grant(handle: string, path: string, access: FileAccess): void
  /** The path behind a handle. @throws AppError `forbidden` for a handle never granted for this use. */
  path(handle: string, access: FileAccess): string
  /** Forgets every handle, as on locking. */
  clear(): void
}

export const createFileHandles = (): FileHandles => {
  const granted = new Map<string, { path: string; access: FileAccess }>()
  return {
    grant: (handle, path, access) => void granted.set(handle, { path, access }),
    path(handle, access) {
      const found = granted.get(handle)
      if (found === undefined || found.access !== access) {
        throw new AppError('forbidden', 'Choose the file or folder again: this one was not handed over for this.')
      }
      return found.path
    },
    clear: () => granted.clear(),
  }
}
