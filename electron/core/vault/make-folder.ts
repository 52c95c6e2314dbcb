import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * Makes a folder and those above it that are missing. Node's own way of making several at once never comes back where
 * the folder above is there and the disk still says that it is not, as /proc does.
 * @throws what the disk says, when there is no such folder afterwards.
 */
export const makeFolder = (folder: string, mode?: number): void => {
  if (isFolder(folder)) return
  const above = dirname(folder)
  if (!existsSync(above)) makeFolder(above, mode)
  try {
    mkdirSync(folder, { mode })
  } catch (cause) {
    if (!isFolder(folder)) throw cause
  }
}
