import { inflateRawSync } from 'node:zlib'
import { startOfEntry, type ZipEntry, zipDirectory } from '../imports/public.ts'

/** Far above what any report comes to. */
export const LARGEST_PACK = 60_000_000
const MOST_MEMBERS = 600

const unpack = (bytes: Buffer, entry: ZipEntry): Buffer => {
  const start = startOfEntry(bytes, entry)
  if (start + entry.packed > bytes.length) throw new RangeError('a member ends behind the end of the file')
  const body = bytes.subarray(start, start + entry.packed)
  // Some mail gateways unpack a zip and pack it again; what was signed is the same then.
  return entry.isDeflated ? inflateRawSync(body, { maxOutputLength: Math.max(1, entry.unpacked) }) : body
}

/**
 * The members of a pack by name. Nothing is written to the disk, so a name with a path in it leads nowhere; what unpacks
 * to more than a pack can hold is not unpacked.
 * @returns null where it is no zip that can be read whole.
 */
export const openZip = (bytes: Buffer): Map<string, Buffer> | null => {
  try {
    const entries = zipDirectory(bytes)
    const total = entries.reduce((size, { unpacked }) => size + unpacked, 0)
    if (entries.length > MOST_MEMBERS || total > LARGEST_PACK) return null
    const members = new Map<string, Buffer>()
    for (const entry of entries) {
      if (members.has(entry.name)) return null
      members.set(entry.name, unpack(bytes, entry))
    }
    return members
  } catch {
    return null
  }
}
