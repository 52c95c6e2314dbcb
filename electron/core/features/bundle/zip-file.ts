import { closeSync, fsyncSync, writeSync } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'
import { openBeside } from '../../vault/atomic-file.ts'
import { directoryEntry, endRecord, localHead, type ZipPart } from '../../zip-records.ts'

/**
 * Writes a zip file part by part straight to the disk. The workbook library writes zips for its own
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

const LARGEST = 0xffff_ffff

/** A new zip file that nobody else of the computer can read. It takes the place of a file that stands there. */
export const createZipFile = (path: string): ZipFile => {
  const file = openBeside(path)
  const parts: ZipPart[] = []
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
      const start = {
        name: Buffer.from(name, 'utf8'),
        at: size,
        crc: 0,
        packed: 0,
        unpacked: 0,
        method: 'deflated' as const,
      }
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
