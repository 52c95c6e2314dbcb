import { isUtf8 as isWholeUtf8 } from 'node:buffer'
import { AppError } from '#shared/contract/errors.ts'
import type { TextEncoding } from '#shared/features/imports/schema.ts'
import type { GivenFile } from '../../files.ts'
import { knownOtherFormat, looksBinary } from './file-signatures.ts'
import { bytesOfFile, LARGEST_FILE, readHead } from './given-bytes.ts'

/** A text file whose encoding is settled. */
export interface TextFile {
  readonly encoding: TextEncoding
  /** How the encoding was found out, in words. */
  readonly reason: string
  readonly bytes: number
  /** The text in slices, without a byte order mark. @throws AppError `io` when the disk fails meanwhile. */
  slices(): AsyncGenerator<string, void, void>
}

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

const byteOrderMark = (head: Uint8Array): TextEncoding | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: in a table of mostly Latin letters every second byte is zero. */
const utf16ByZeros = (head: Uint8Array): TextEncoding | null => {
  const pairs = Math.floor(head.length / 2)
  let evenZeros = 0
  let oddZeros = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) evenZeros += 1
    if (head[at + 1] === 0) oddZeros += 1
  }
  if (oddZeros > pairs * 0.7 && evenZeros < pairs * 0.05) return 'utf-16le'
  return evenZeros > pairs * 0.7 && oddZeros < pairs * 0.05 ? 'utf-16be' : null
}

const isUtf16 = (encoding: TextEncoding): boolean => encoding === 'utf-16le' || encoding === 'utf-16be'

const codeUnits = (head: Buffer, encoding: TextEncoding): Uint8Array | Uint16Array => {
  if (!isUtf16(encoding)) return head
  const even = Buffer.from(head.subarray(0, head.length - (head.length % 2)))
  const little = encoding === 'utf-16le' ? even : even.swap16()
  return Uint16Array.from({ length: little.length / 2 }, (_, index) => little.readUInt16LE(index * 2))
}

const decodeSlices = async function* (file: GivenFile, encoding: TextEncoding): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding)
  for await (const slice of bytesOfFile(file)) {
    const text = decoder.decode(slice, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** Where the last letter of some UTF-8 begins if it takes up several bytes, for it may go on in the next slice; else the end. */
const lastWhole = (bytes: Buffer): number => {
  const last = bytes.subarray(-LONGEST_LETTER).findLastIndex((byte) => byte >= FIRST_OF_SEVERAL)
  return last < 0 ? bytes.length : Math.max(0, bytes.length - LONGEST_LETTER) + last
}
const LONGEST_LETTER = 4
const FIRST_OF_SEVERAL = 0xc0

const isStrictUtf8 = async (file: GivenFile): Promise<boolean> => {
  let rest = Buffer.alloc(0)
  for await (const slice of bytesOfFile(file)) {
    const bytes = rest.length === 0 ? slice : Buffer.concat([rest, slice])
    const end = lastWhole(bytes)
    if (!isWholeUtf8(bytes.subarray(0, end))) return false
    rest = Buffer.from(bytes.subarray(end))
  }
  return isWholeUtf8(rest)
}

/**
 * Whether a file is UTF-8, a few lost bytes apart: more of its letters beyond ASCII can be read than cannot. Text in
 * Windows-1252 makes next to none by chance, and reading all of a file so for one bad byte would spoil every name in it.
 */
const isUtf8 = async (file: GivenFile): Promise<boolean> => {
  if (await isStrictUtf8(file)) return true
  let read = 0
  let lost = 0
  for await (const slice of decodeSlices(file, 'utf-8')) {
    const beyond = slice.match(/[^\0-\x7F]/gu)?.length ?? 0
    const gone = slice.match(/\uFFFD/g)?.length ?? 0
    read += beyond - gone
    lost += gone
  }
  return read > lost
}

const detect = async (file: GivenFile, head: Buffer): Promise<{ encoding: TextEncoding; reason: string }> => {
  const marked = byteOrderMark(head)
  if (marked !== null) return { encoding: marked, reason: 'Marked so at the start of the file' }
  const unmarked = utf16ByZeros(head)
  if (unmarked !== null) return { encoding: unmarked, reason: 'Two bytes a letter' }
  if (looksBinary(head))
    throw refuse('This is not a text file, so it cannot be read as a table. Export the list again as CSV.')
  if (await isUtf8(file)) return { encoding: 'utf-8', reason: 'Its letters are valid' }
  return { encoding: 'windows-1252', reason: 'Not UTF-8, so read as Windows does' }
}

/**
 * Settles how a file's bytes become text: byte order mark, else zeros in every second byte, else UTF-8, else
 * Windows-1252. Detectors by letter frequency are useless on lists of names, so none is used.
 * @param wanted an encoding that a person chose, which is then used as it is.
 * @param largest in bytes: more than fits for a file of which rows are left out as they are read.
 * @throws AppError `validation` for an empty, huge or binary file and for known other formats; `io` when it cannot be read.
 */
export const openText = async (
  file: GivenFile,
  wanted: TextEncoding | null,
  largest = LARGEST_FILE,
): Promise<TextFile> => {
  const { head, bytes } = await readHead(file, largest)
  const other = knownOtherFormat(head)
  if (other !== null) throw refuse(other)
  const { encoding, reason } =
    wanted === null ? await detect(file, head) : { encoding: wanted, reason: 'Chosen by you' }
  if (looksBinary(codeUnits(head, encoding))) {
    throw refuse(
      wanted === null
        ? 'This is not a text file, so it cannot be read as a table. Export the list again as CSV.'
        : 'Read this way the file is not text. Choose another encoding.',
    )
  }
  if (wanted === 'utf-8' && !(await isUtf8(file)))
    throw refuse('This file is not UTF-8. Choose Windows-1252, or let Throughline decide.')
  return { encoding, reason, bytes, slices: () => decodeSlices(file, encoding) }
}
