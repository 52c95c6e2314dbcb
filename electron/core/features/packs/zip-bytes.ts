import { crc32 } from 'node:zlib'

/** One file of a pack. */
export interface Member {
  readonly name: string
  readonly bytes: Buffer
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const NEEDS = 20
const UTF8_NAME = 0x800
/** 1 January 1980, the first day a zip can name: when a pack was written is nobody's business. */
const FIRST_DAY = 0x21

const head = (signature: number, before: number, { name, bytes }: Member): Buffer => {
  const at = 4 + before
  const fixed = Buffer.alloc(at + 26)
  fixed.writeUInt32LE(signature, 0)
  if (before > 0) fixed.writeUInt16LE(NEEDS, 4)
  fixed.writeUInt16LE(NEEDS, at)
  fixed.writeUInt16LE(UTF8_NAME, at + 2)
  fixed.writeUInt16LE(FIRST_DAY, at + 8)
  fixed.writeUInt32LE(crc32(bytes), at + 10)
  fixed.writeUInt32LE(bytes.length, at + 14)
  fixed.writeUInt32LE(bytes.length, at + 18)
  fixed.writeUInt16LE(Buffer.byteLength(name), at + 22)
  return fixed
}

/**
 * A zip (PKWARE APPNOTE 6.3) whose bytes hang on its members alone: in order of name, stored and not packed, so that no
 * version of a packing library can change them, and all of one fixed time.
 */
export const zipOf = (members: readonly Member[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const member of members.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = Buffer.from(member.name, 'utf8')
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(head(ENTRY, 2, member), rest, name)
    const local = [head(LOCAL, 0, member), name, member.bytes]
    parts.push(...local)
    at += local.reduce((size, part) => size + part.length, 0)
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, entries, end])
}
