import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * The password that Excel writes by itself when a workbook is protected against changes and not against reading: such a
 * file is enciphered, and opens in every Excel without a question ([MS-XLS] 2.2.10).
 */
const NO_PASSWORD = 'VelvetSweatshop'

const HEAD = 4
const BLOCK = 1024
const FILE_PASS = 0x002f
const BOUND_SHEET = 0x0085
/** Records that are never enciphered, [MS-XLS] 2.2.10: beginnings of parts, this one, and what shared workbooks need. */
const PLAIN = new Set([0x0809, FILE_PASS, 0x00e1, 0x0194, 0x0195, 0x0196, 0x0138])
/** Of a sheet's entry the place of the sheet is left as it is. */
const PLAIN_OF_SHEET = 4
/** RC4 as Excel 97 has it: kind 1, version 1.1, then salt, verifier and the verifier's hash of 16 bytes each. */
const RC4_LENGTH = 2 + 4 + 3 * 16

const md5 = (...parts: readonly Buffer[]): Buffer => {
  const hash = createHash('md5')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The bytes that RC4 makes of a key, as many as asked for. */
const keyStream = (key: Buffer, length: number): Buffer => {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at)
  const at = (place: number): number => box[place & 0xff] ?? 0
  const swap = (one: number, other: number): void => {
    const kept = at(one)
    box[one] = at(other)
    box[other] = kept
  }
  for (let one = 0, other = 0; one < 256; one += 1) {
    other = (other + at(one) + (key[one % key.length] ?? 0)) & 0xff
    swap(one, other)
  }
  const made = Buffer.alloc(length)
  for (let place = 0, one = 0, other = 0; place < length; place += 1) {
    one = (one + 1) & 0xff
    other = (other + at(one)) & 0xff
    swap(one, other)
    made[place] = at(at(one) + at(other))
  }
  return made
}

/** The key of each block of 1,024 bytes, [MS-OFFCRYPTO] 2.3.6.2. @param secret the first five bytes of what it is made of. */
const blockKey = (secret: Buffer, block: number): Buffer => {
  const number = Buffer.alloc(4)
  number.writeUInt32LE(block)
  return md5(secret, number)
}

const secretOf = (salt: Buffer): Buffer => {
  const start = md5(Buffer.from(NO_PASSWORD, 'utf16le')).subarray(0, 5)
  return md5(...Array.from({ length: 16 }, () => [start, salt]).flat()).subarray(0, 5)
}

const xor = (bytes: Buffer, keys: Buffer): Buffer => Buffer.from(bytes.map((byte, at) => byte ^ (keys[at] ?? 0)))

/** What the bytes of an enciphered workbook are made of, where it is enciphered without a password of anybody's. */
const secretIn = (filePass: Buffer): Buffer | null => {
  if (filePass.length < RC4_LENGTH || filePass.readUInt16LE(0) !== 1 || filePass.readUInt32LE(2) !== 0x0001_0001)
    return null
  const secret = secretOf(filePass.subarray(6, 22))
  const plain = xor(filePass.subarray(22, 54), keyStream(blockKey(secret, 0), 32))
  return timingSafeEqual(md5(plain.subarray(0, 16)), plain.subarray(16)) ? secret : null
}

/**
 * Deciphers a workbook that is protected against changes only, or enciphers one: both are the same.
 * @param filePass what its record of that kind holds.
 * @returns the workbook's records, or `null` for one that wants a password of somebody's.
 */
export const withoutPassword = (stream: Buffer, filePass: Buffer): Buffer | null => {
  const secret = secretIn(filePass)
  if (secret === null) return null
  const keys: Buffer[] = []
  for (let block = 0; block * BLOCK < stream.length; block += 1) keys.push(keyStream(blockKey(secret, block), BLOCK))
  const opened = xor(stream, Buffer.concat(keys))
  for (let from = 0; from + HEAD <= stream.length;) {
    const id = stream.readUInt16LE(from)
    const to = from + HEAD + stream.readUInt16LE(from + 2)
    const plain = PLAIN.has(id) ? to : from + HEAD + (id === BOUND_SHEET ? PLAIN_OF_SHEET : 0)
    stream.copy(opened, from, from, Math.min(plain, stream.length))
    from = to
  }
  return opened
}
