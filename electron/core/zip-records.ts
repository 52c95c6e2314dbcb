/**
 * The records of a zip file (PKWARE APPNOTE 6.3), for those who write one part by part. Nothing in them says when a file
 * was written.
 */
export interface ZipPart {
  readonly name: Buffer
  /** Where its own head begins in the file. */
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly method: 'stored' | 'deflated'
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const NEEDS = 20
const UTF8_NAME = 0x800
const METHODS = { stored: 0, deflated: 8 } as const
/** 1 January 1980, the first day a zip can name: when a part was written is nobody's business. */
const FIRST_DAY = 0x21

const shared = ({ crc, packed, unpacked, name, method }: ZipPart): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(NEEDS, 0)
  head.writeUInt16LE(UTF8_NAME, 2)
  head.writeUInt16LE(METHODS[method], 4)
  head.writeUInt16LE(FIRST_DAY, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed, 14)
  head.writeUInt32LE(unpacked, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const number32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What stands before the bytes of a part. */
export const localHead = (part: ZipPart): Buffer => Buffer.concat([number32(LOCAL), shared(part), part.name])

/** What the directory says of a part. */
export const directoryEntry = (part: ZipPart): Buffer => {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(part.at, 10)
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(NEEDS)
  return Buffer.concat([number32(ENTRY), madeBy, shared(part), rest, part.name])
}

/** What the file ends with. @param size of the directory, in bytes. @param at where the directory begins. */
export const endRecord = (parts: number, size: number, at: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts, 8)
  end.writeUInt16LE(parts, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}
