import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { createInflateRaw, crc32 } from 'node:zlib'
import { AppError } from '#shared/contract/errors.ts'
import type { GivenFile, ZippedFile } from '../../files.ts'
import { explainFileError } from '../../vault/atomic-file.ts'

/** Largest file that is read, in bytes. */
export const LARGEST_FILE = 200_000_000
const HEAD_BYTES = 65_536
const SLICE_BYTES = 262_144

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

/** What is said of a file that is too large. */
export const refuseTooLarge = (): AppError =>
  refuse('This file is larger than 200 MB. Export fewer columns or a shorter period, then choose the new file.')

/** Reading fails for other reasons than writing does; these sentences say what to do about a file that is only read. */
export const explainReadError = (cause: unknown): unknown => {
  const code = (cause as { code?: unknown } | null)?.code
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError(
      'io',
      'This file may not be opened. Ask for permission to read it, or copy it to a folder of your own.',
    )
  }
  if (code === 'EBUSY')
    return new AppError('io', 'Another program holds this file. Close it there and choose it again.')
  if (code === 'EIO')
    return new AppError('io', 'The disk could not be read. Copy the file to another drive and choose it again.')
  if (typeof code === 'string' && code.startsWith('Z_')) return damagedInZip()
  return explainFileError(cause)
}

const damagedInZip = (): AppError =>
  refuse('This file is damaged inside its zip file: it cannot be unpacked. Ask for it again.')

/** The name of a file without its folders. */
export const nameOfFile = ({ path, zipped }: GivenFile): string => zipped?.name ?? basename(path)

const sizeOf = ({ path, zipped }: GivenFile): { size: number; isDirectory: boolean } => {
  const stats = statSync(path)
  if (zipped === null) return { size: stats.size, isDirectory: stats.isDirectory() }
  if (stats.size !== zipped.zip.size || stats.mtimeMs !== zipped.zip.changedAt)
    throw refuse('The zip file was changed after it was looked through. Choose it again.')
  return { size: zipped.unpacked, isDirectory: false }
}

/** Unpacks as it goes, never more than the directory says. */
async function* unpack(
  packed: Readable,
  { unpacked, isDeflated, crc }: ZippedFile,
): AsyncGenerator<Buffer, void, void> {
  const bytes: Readable = isDeflated
    ? // The end of the loop below tells a failure of either.
      pipeline(packed, createInflateRaw({ chunkSize: SLICE_BYTES }), () => undefined)
    : packed
  let size = 0
  let found = 0
  for await (const part of bytes) {
    const slice = part as Buffer
    size += slice.length
    if (size > unpacked) throw damagedInZip()
    found = crc32(slice, found)
    yield slice
  }
  if (size !== unpacked || found !== crc) throw damagedInZip()
}

/** The bytes of a file in slices. @throws AppError `io` when the disk fails meanwhile, `validation` for a damaged zip file. */
export async function* bytesOfFile({ path, zipped }: GivenFile): AsyncGenerator<Buffer, void, void> {
  try {
    if (zipped === null) yield* createReadStream(path, { highWaterMark: SLICE_BYTES })
    else if (zipped.packed > 0) {
      const { from, packed } = zipped
      yield* unpack(createReadStream(path, { start: from, end: from + packed - 1, highWaterMark: SLICE_BYTES }), zipped)
    }
  } catch (cause) {
    throw explainReadError(cause)
  }
}

/**
 * The first bytes of a file.
 * @throws AppError `validation` for a folder, an empty or a huge file; `io` when it cannot be read.
 */
export const readHead = async (file: GivenFile, largest = LARGEST_FILE): Promise<{ head: Buffer; bytes: number }> => {
  try {
    const { size, isDirectory } = sizeOf(file)
    if (isDirectory) throw refuse('That is a folder, not a file. Choose the file with the list.')
    if (size === 0) throw refuse('This file is empty. Export the list again, then choose the new file.')
    if (size > largest) throw refuseTooLarge()
    const parts: Buffer[] = []
    let read = 0
    for await (const part of bytesOfFile(file)) {
      parts.push(part)
      read += part.length
      if (read >= HEAD_BYTES) break
    }
    return { head: Buffer.concat(parts).subarray(0, HEAD_BYTES), bytes: size }
  } catch (cause) {
    throw explainReadError(cause)
  }
}

/** A whole file, which `readHead` has found to be no larger than can be read. */
export const readWhole = async (file: GivenFile): Promise<Buffer> => {
  const parts: Buffer[] = []
  let read = 0
  for await (const part of bytesOfFile(file)) {
    read += part.length
    if (read > LARGEST_FILE) throw refuse('This file grew while it was read. Choose it again.')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
