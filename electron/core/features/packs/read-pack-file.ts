import { readFileSync, statSync } from 'node:fs'
import { explainFileError } from '../../vault/atomic-file.ts'
import { LARGEST_PACK } from './open-zip.ts'

/** The bytes of a file that may be a pack; one that is far too large for that is not read. @throws AppError `io`. */
export const readPackFile = (path: string): Buffer => {
  try {
    return statSync(path).size > LARGEST_PACK ? Buffer.alloc(0) : readFileSync(path)
  } catch (cause) {
    throw explainFileError(cause)
  }
}
