import { AppError } from '#shared/contract/errors.ts'

export type FileAccess = 'read' | 'write' | 'folder' | 'read-folder'

/** One of the files in a zip file, where it was when the zip file was looked through. */
export interface ZippedFile {
  /** Its name alone, without folders. */
  readonly name: string
  /** Where its bytes start, how many they are as they lie there, and how many unpacked. */
  readonly from: number
  readonly packed: number
  readonly unpacked: number
  readonly isDeflated: boolean
  /** CRC-32 of what it unpacks to. */
  readonly crc: number
  /** The zip file as it was: one that was written since is not read by old places. */
  readonly zip: { readonly size: number; readonly changedAt: number }
}

/** A file to read: one of the disk, or one that lies in a zip file and is unpacked as it is read, never to the disk. */
export interface GivenFile {
  readonly path: string
  readonly zipped: ZippedFile | null
}

/**
 * Files cross into the core as opaque handles that the shell grants after a person chose them; callers of the contract
 * never see or send a path.
 */
export interface FileHandles {
  grant(handle: string, path: string, access: FileAccess): void
  /** Gives a handle to a file that lies in a zip file which a person chose. */
  grantZipped(handle: string, path: string, zipped: ZippedFile): void
  /** The path behind a handle. @throws AppError `forbidden` for a handle never granted for this use. */
  path(handle: string, access: FileAccess): string
  /** A file to read, in a zip file or not. @throws AppError `forbidden` for a handle never granted for reading. */
  given(handle: string): GivenFile
  forget(handle: string): void
  /** Forgets every handle, as on locking. */
  clear(): void
}

export const createFileHandles = (): FileHandles => {
  const granted = new Map<string, GivenFile & { access: FileAccess }>()
  const find = (handle: string, access: FileAccess): GivenFile => {
    const found = granted.get(handle)
    // A folder that may be written to may be read as well.
    const serves = found?.access === access || (found?.access === 'folder' && access === 'read-folder')
    if (found === undefined || !serves) {
      throw new AppError('forbidden', 'Choose the file or folder again: this one was not handed over for this.')
    }
    return found
  }
  return {
    grant: (handle, path, access) => void granted.set(handle, { path, zipped: null, access }),
    grantZipped: (handle, path, zipped) => void granted.set(handle, { path, zipped, access: 'read' }),
    path(handle, access) {
      const { path, zipped } = find(handle, access)
      if (zipped !== null)
        throw new AppError('forbidden', 'This file lies in a zip file. Unpack it and choose it by itself.')
      return path
    },
    given(handle) {
      const { path, zipped } = find(handle, 'read')
      return { path, zipped }
    },
    forget: (handle) => void granted.delete(handle),
    clear: () => granted.clear(),
  }
}
