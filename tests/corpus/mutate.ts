import { inflateRawSync } from 'node:zlib'
import { zipDirectory } from '#core/features/imports/zip-directory.ts'
import type { Chance } from './random.ts'
import { zipOf, type ZipPart } from './zip-file.ts'

/** One way of spoiling a file. `others` are the files that a piece may come from. */
type Mutation = (bytes: Buffer, chance: Chance, others: readonly Buffer[]) => Buffer

const put = (bytes: Buffer, at: number, gone: number, come: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), come, bytes.subarray(at + gone)])

const somewhere = (bytes: Buffer, chance: Chance): number => chance.below(bytes.length + 1)

const MEANINGFUL = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u001A',
  '\uFEFF',
  '\uFFFD',
  '\u202E',
  '=1+1',
  '@SUM(A1)',
  '#N/A',
  '99/99/9999',
  '31/02/2024',
  'Total,',
  'sep=;\r\n',
  '<',
  '&#0;',
  '<row r="0">',
  '9'.repeat(400),
]

const inWhole = (bytes: Buffer, encode: (text: string) => Buffer): Buffer => encode(bytes.toString('utf8'))

/** By its name, which a failure is reported with. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip(bytes, chance) {
    const flipped = Buffer.from(bytes)
    for (let left = 1 + chance.below(6); left > 0 && flipped.length > 0; left -= 1) {
      const at = chance.below(flipped.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.below(8))
    }
    return flipped
  },
  overwrite(bytes, chance) {
    const noise = Buffer.from(Array.from({ length: 1 + chance.below(12) }, () => chance.below(256)))
    return put(bytes, somewhere(bytes, chance), noise.length, noise)
  },
  cut: (bytes, chance) => bytes.subarray(0, somewhere(bytes, chance)),
  behead: (bytes, chance) => bytes.subarray(chance.below(Math.min(bytes.length, 200) + 1)),
  leaveOut: (bytes, chance) => put(bytes, somewhere(bytes, chance), 1 + chance.below(60), Buffer.alloc(0)),
  repeat(bytes, chance) {
    const at = somewhere(bytes, chance)
    return put(bytes, at, 0, bytes.subarray(at, at + chance.below(300)))
  },
  splice(bytes, chance, others) {
    const other = chance.of(others)
    const from = somewhere(other, chance)
    return put(bytes, somewhere(bytes, chance), chance.below(40), other.subarray(from, from + chance.below(400)))
  },
  insert: (bytes, chance) => put(bytes, somewhere(bytes, chance), 0, Buffer.from(chance.of(MEANINGFUL))),
  asUtf16: (bytes) => inWhole(bytes, (text) => Buffer.from(text, 'utf16le')),
  asUtf16BigEndian: (bytes) => inWhole(bytes, (text) => Buffer.from(text, 'utf16le').swap16()),
  asLatin: (bytes) => inWhole(bytes, (text) => Buffer.from(text, 'latin1')),
  asUtf8Twice: (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  otherSeparator(bytes, chance) {
    const mark = chance.of([';', '\t', '|', ' '])
    return Buffer.from(bytes.toString('latin1').replaceAll(',', mark), 'latin1')
  },
  otherLineEnds(bytes, chance) {
    const mark = chance.of(['\r', '\n', '\n\r', '\r\n\r\n', ''])
    return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', mark), 'latin1')
  },
}
const NAMES = Object.keys(MUTATIONS)

const partsOf = (bytes: Buffer): ZipPart[] | null => {
  try {
    return zipDirectory(bytes).map(({ name, at, packed, isDeflated }) => {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      const data = bytes.subarray(start, start + packed)
      return { name, data: isDeflated ? inflateRawSync(data) : data }
    })
  } catch {
    return null
  }
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * A file spoilt by one to four mutations, and their names. Of workbooks, half are spoilt inside: a part is unpacked,
 * spoilt and packed again, for bytes that are merely damaged are refused before anything is read of them.
 */
export const mutate = (bytes: Buffer, chance: Chance, others: readonly Buffer[]): { bytes: Buffer; by: string } => {
  const parts = bytes.subarray(0, 4).equals(ZIP) && chance.below(2) === 0 ? partsOf(bytes) : null
  const wanted = parts === null || parts.length === 0 ? null : chance.of(parts)
  let spoilt = wanted === null ? bytes : wanted.data
  const by: string[] = wanted === null ? [] : [wanted.name]
  for (let left = 1 + chance.below(4); left > 0; left -= 1) {
    const name = chance.of(NAMES)
    by.push(name)
    spoilt = MUTATIONS[name]?.(spoilt, chance, others) ?? spoilt
  }
  const whole =
    parts === null ? spoilt : zipOf(parts.map((part) => (part === wanted ? { ...part, data: spoilt } : part)))
  return { bytes: whole, by: by.join(', ') }
}
