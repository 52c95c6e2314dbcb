/**
 * Reads the two archive formats that the fallback runtime comes in, so that a fresh clone needs neither tar nor unzip.
 * Only what those archives use: ustar entries, and zip entries stored or deflated below 4 GiB.
 */
import { inflateRawSync } from 'node:zlib'

const tarBlock = 512

/**
 * The content of one file of an unpacked tar archive.
 * @param {Buffer} archive
 * @param {string} name the full path inside the archive
 * @returns {Buffer | undefined} undefined when there is no such file
 */
export function readTarFile(archive, name) {
  for (let at = 0; at + tarBlock <= archive.length;) {
    const entryName = terminated(archive.subarray(at, at + 100))
    if (entryName === '') return undefined
    const size = Number.parseInt(terminated(archive.subarray(at + 124, at + 136)), 8)
    const start = at + tarBlock
    if (entryName === name) return archive.subarray(start, start + size)
    at = start + Math.ceil(size / tarBlock) * tarBlock
  }
  return undefined
}

/** @param {Buffer} field */
function terminated(field) {
  const end = field.indexOf(0)
  return field
    .subarray(0, end === -1 ? field.length : end)
    .toString('utf8')
    .trim()
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const stored = 0
const deflated = 8

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive; folders end in a slash
 * @property {number} mode Unix permission bits, 0 when the archive carries none
 * @property {() => Buffer} read unpacks the content
 */

/**
 * Lists the entries of a zip archive.
 * @param {Buffer} archive
 * @returns {ZipEntry[]}
 */
export function readZip(archive) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error('The zip archive has no directory.')
  const count = archive.readUInt16LE(end + 10)
  /** @type {ZipEntry[]} */
  const entries = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('The zip archive has a damaged directory.')
    const nameLength = archive.readUInt16LE(at + 28)
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      mode: (archive.readUInt32LE(at + 38) >>> 16) & 0o777,
      read: contentReader(archive, at),
    })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {Buffer} archive
 * @param {number} at where the directory entry begins
 */
function contentReader(archive, at) {
  const method = archive.readUInt16LE(at + 10)
  const packedSize = archive.readUInt32LE(at + 20)
  const size = archive.readUInt32LE(at + 24)
  const header = archive.readUInt32LE(at + 42)
  return () => {
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
    const packed = archive.subarray(start, start + packedSize)
    const content = method === deflated ? inflateRawSync(packed) : method === stored ? packed : undefined
    if (content?.length !== size) throw new Error('The zip archive has a damaged or unknown entry.')
    return content
  }
}
