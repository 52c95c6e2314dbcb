import { closeSync, constants, fsyncSync, openSync, writeSync } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'

/**
 * Writes a zip file part by part straight to the disk (PKWARE APPNOTE 6.3). The workbook library writes zips for its own
 * workbooks only and no other library of ours writes one. Parts are deflated; the head of each is written last, when its
 * sizes are known, so that every program can read the file from its start.
 */
export interface ZipFile {
  /** Adds a part. Its bytes are taken as they come and never held whole. */
  add(name: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>
  /** Writes the directory and waits until everything is on the disk. Returns the size of the file. */
  finish(): number
  close(): void
}

interface Part {
  readonly name: Buffer
  readonly at: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const NEEDS = 20
const UTF8_NAME = 0x800
const DEFLATED = 8
/** 1 January 1980, the first day a zip can name: when a part was written says nothing about the register. */
const FIRST_DAY = 0x21
const LARGEST = 0xffff_ffff

const shared = ({ crc, packed, unpacked, name }: Part): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(NEEDS, 0)
  head.writeUInt16LE(UTF8_NAME, 2)
  head.writeUInt16LE(DEFLATED, 4)
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

const localHead = (part: Part): Buffer => Buffer.concat([number32(LOCAL), shared(part), part.name])

const directoryEntry = (part: Part): Buffer => {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(part.at, 10)
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(NEEDS)
  return Buffer.concat([number32(ENTRY), madeBy, shared(part), rest, part.name])
}

const endRecord = (parts: number, size: number, at: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts, 8)
  end.writeUInt16LE(parts, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return end
}

/** A new zip file that nobody else of the computer can read. A file that stands at the place is written over. */
export const createZipFile = (path: string): ZipFile => {
  const file = openSync(path, constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY, 0o600)
  const parts: Part[] = []
  let size = 0
  const put = (bytes: Uint8Array, at: number): void => {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done)
  }
  const append = (bytes: Uint8Array): void => {
    put(bytes, size)
    size += bytes.length
    if (size > LARGEST) throw new Error('a zip file of more than 4 GB needs another format')
  }
  return {
    async add(name, bytes) {
      const start = { name: Buffer.from(name, 'utf8'), at: size, crc: 0, packed: 0, unpacked: 0 }
      append(localHead(start))
      const body = size
      const deflate = createDeflateRaw()
      const packing = (async () => {
        for await (const chunk of deflate) append(chunk as Uint8Array)
      })()
      // Awaited below; until then a failure only stops the parts from being handed over.
      packing.catch(() => undefined)
      let crc = 0
      let unpacked = 0
      try {
        for await (const chunk of bytes) {
          crc = crc32(chunk, crc)
          unpacked += chunk.length
          if (!deflate.write(chunk))
            await Promise.race([new Promise((drained) => deflate.once('drain', drained)), packing])
        }
        deflate.end()
        await packing
      } finally {
        deflate.destroy()
      }
      if (unpacked > LARGEST) throw new Error('a part of more than 4 GB needs another format')
      const part = { ...start, crc, packed: size - body, unpacked }
      put(localHead(part), part.at)
      parts.push(part)
    },
    finish() {
      const at = size
      for (const part of parts) append(directoryEntry(part))
      append(endRecord(parts.length, size - at, at))
      fsyncSync(file)
      return size
    },
    close: () => closeSync(file),
  }
}
