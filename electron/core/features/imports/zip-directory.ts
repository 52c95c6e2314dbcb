import { createInflateRaw } from 'node:zlib'
import { finished } from 'node:stream/promises'
import { AppError } from '#shared/contract/errors.ts'

/**
 * What lies in a zip file, by the directory at its end (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16). Read before
 * anything is unpacked, because a few kilobytes can unpack to more than the memory holds.
 */
export interface ZipEntry {
  readonly name: string
  /** Bytes as they lie in the file, and as the directory says they unpack to. */
  readonly packed: number
  readonly unpacked: number
  readonly isDeflated: boolean
  /** CRC-32 of what it unpacks to. */
  readonly crc: number
  /** Where the entry starts in the file. */
  readonly at: number
}

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENTRY = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const MOST_ENTRIES = 10_000
const IS_ENCRYPTED = 1
const DEFLATED = 8
const UTF8_NAME = 0x800

const damaged = (): AppError =>
  new AppError(
    'validation',
    'This file is damaged: its list of contents cannot be read. Save it again, or ask for it again.',
  )

const endOf = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT)
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at
  throw damaged()
}

const entryAt = (bytes: Buffer, at: number): { entry: ZipEntry; next: number } => {
  if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw damaged()
  const flags = bytes.readUInt16LE(at + 8)
  if ((flags & IS_ENCRYPTED) !== 0)
    throw new AppError('validation', 'This file is protected by a password. Save it without one, then choose it again.')
  const nameBytes = bytes.readUInt16LE(at + 28)
  const next = at + ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  const name = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)
  return {
    entry: {
      name: name.toString((flags & UTF8_NAME) === 0 ? 'latin1' : 'utf8'),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      isDeflated: bytes.readUInt16LE(at + 10) === DEFLATED,
      at: bytes.readUInt32LE(at + 42),
    },
    next,
  }
}

/**
 * The entries of a zip file.
 * @throws AppError `validation` when it is damaged, protected by a password or holds too many.
 */
export const zipDirectory = (bytes: Buffer): ZipEntry[] => {
  if (bytes.length < END_BYTES) throw damaged()
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES)
    throw new AppError('validation', 'This file holds more than 10,000 parts, which no workbook does.')
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let read = 0; read < count; read += 1) {
    const { entry, next } = entryAt(bytes, at)
    entries.push(entry)
    at = next
  }
  return entries
}

/** Far above what tables reach: repetitive sheets pack to a fortieth. */
const MOST_TIMES_LARGER = 200
const SMALL = 20_000_000
const LARGEST_PART = 1_000_000_000

const tooLarge = (): AppError =>
  new AppError(
    'validation',
    'This file unpacks to far more than a list of people needs, so it was not opened. Save only the sheet you need as a new workbook.',
  )

/**
 * Refuses what would unpack to more than a list of people can need, whether its directory admits it or not.
 * @throws AppError `validation`.
 */
export const refuseBomb = async (bytes: Buffer, entries: readonly ZipEntry[]): Promise<void> => {
  for (const { packed, unpacked } of entries)
    if (unpacked > LARGEST_PART || (unpacked > SMALL && unpacked > packed * MOST_TIMES_LARGER)) throw tooLarge()
  for (const entry of entries)
    if (entry.isDeflated && (await unpacksTo(bytes, entry)) > entry.unpacked) throw tooLarge()
}

/** Where the bytes of an entry start, after its own head. @throws AppError `validation` when there is no such head. */
export const startOfEntry = (bytes: Buffer, { at }: ZipEntry): number => {
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw damaged()
  return at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
}

/** How much an entry really unpacks to; it is not asked for more than a little over what its directory says. */
const unpacksTo = async (bytes: Buffer, entry: ZipEntry): Promise<number> => {
  const { packed, unpacked } = entry
  const start = startOfEntry(bytes, entry)
  const inflate = createInflateRaw()
  let size = 0
  inflate.on('data', (part: Buffer) => {
    size += part.length
    if (size > unpacked) inflate.destroy()
  })
  const ended = finished(inflate)
  inflate.end(bytes.subarray(start, start + packed))
  try {
    await ended
  } catch {
    if (size <= unpacked) throw damaged()
  }
  return size
}
