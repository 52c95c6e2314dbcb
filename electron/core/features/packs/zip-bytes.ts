import { crc32 } from 'node:zlib'
import { directoryEntry, endRecord, localHead, type ZipPart } from '../../zip-records.ts'

/** One file of a pack. */
export interface Member {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * A zip whose bytes hang on its members alone: in order of name, stored and not packed, so that no version of a packing
 * library can change them, and all of one fixed time.
 */
export const zipOf = (members: readonly Member[]): Buffer => {
  const written: Buffer[] = []
  const parts: ZipPart[] = []
  let at = 0
  for (const { name, bytes } of members.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const size = { packed: bytes.length, unpacked: bytes.length }
    const part: ZipPart = { name: Buffer.from(name, 'utf8'), at, crc: crc32(bytes), ...size, method: 'stored' }
    const head = localHead(part)
    written.push(head, bytes)
    parts.push(part)
    at += head.length + bytes.length
  }
  const directory = Buffer.concat(parts.map(directoryEntry))
  return Buffer.concat([...written, directory, endRecord(parts.length, directory.length, at)])
}
