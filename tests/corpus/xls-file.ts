import { oleContainerOf } from '#core/features/imports/ole-container.ts'
import { withoutPassword } from '#core/features/imports/xls-cipher.ts'

/** A cell of an old workbook: text, a number, a date as its day, an error, or what a formula last showed. */
export type XlsCell = string | number | Date | null | { readonly error: number } | { readonly shows: string | number }

interface XlsSheet {
  readonly name: string
  readonly rows: readonly (readonly XlsCell[])[]
  readonly isHidden?: boolean
}

interface XlsWishes {
  /** BIFF version of every part: Excel 95 wrote 0x0500. */
  readonly version?: number
  /** Adds the mark of a workbook that is locked by a password. */
  readonly isLocked?: boolean
  /** Adds the marks of a workbook that asks for a password before it is changed, and for none before it is read. */
  readonly isReadOnly?: boolean
  /** Enciphers it without a password of anybody's, as Excel does with a workbook whose sheets may not be moved. */
  readonly isEnciphered?: boolean
  readonly counts1904?: boolean
  /** Every BOUNDSHEET points to the first sheet. */
  readonly isRepeated?: boolean
}

/**
 * What a workbook says that is enciphered without a password: the kind, a salt, sixteen bytes and their hash, enciphered.
 * Worked out from [MS-OFFCRYPTO] 2.3.6 by another program than ours.
 */
const NO_PASSWORD = Buffer.from(
  '010001000100101112131415161718191a1b1c1d1e1f8d61f22d512392fd6985baeba98af89219a0f007f960a6b80e8d0d9de191e3ed',
  'hex',
)

const DAY_MS = 86_400_000
const DATE_FORMAT = 1

const record = (id: number, ...parts: readonly (Buffer | number)[]): Buffer => {
  const data = Buffer.concat(
    parts.map((part) => {
      if (typeof part !== 'number') return part
      const word = Buffer.alloc(2)
      word.writeUInt16LE(part)
      return word
    }),
  )
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

const word32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

/** A text of two bytes a letter. */
const wide = (text: string): Buffer =>
  Buffer.concat([Buffer.from([text.length & 0xff, text.length >> 8, 1]), Buffer.from(text, 'utf16le')])

const beginning = (version: number, part: number): Buffer => record(0x0809, version, part, 0, 0, 0, 0, 0, 0)
const END = record(0x000a)
/** `=1`, which nobody works out. */
const TOKENS = [3, Buffer.from([0x1e, 1, 0])]

const formula = (row: number, column: number, shows: string | number): Buffer => {
  const last = typeof shows === 'number' ? double(shows) : Buffer.concat([Buffer.alloc(6), Buffer.from([0xff, 0xff])])
  const cell = record(0x0006, row, column, 0, last, 0, word32(0), ...TOKENS)
  // A formula that is shared with others has their record between itself and its text.
  const shared = record(0x04bc, row, row, Buffer.from([column, column]), Buffer.from([0, 1]), ...TOKENS)
  return typeof shows === 'number' ? cell : Buffer.concat([cell, shared, record(0x0207, wide(shows))])
}

/** Words that are used more than once are kept once, by their place. */
class Words {
  readonly places = new Map<string, number>()
  placeOf(text: string): number {
    const place = this.places.get(text) ?? this.places.size
    this.places.set(text, place)
    return place
  }
  /** In pieces no longer than a record may be, cut between texts. */
  records(): Buffer {
    const pieces: Buffer[] = [Buffer.concat([word32(this.places.size), word32(this.places.size)])]
    for (const text of this.places.keys()) {
      const last = pieces.at(-1) ?? Buffer.alloc(0)
      const bytes = wide(text)
      if (last.length + bytes.length > 8000) pieces.push(bytes)
      else pieces[pieces.length - 1] = Buffer.concat([last, bytes])
    }
    return Buffer.concat(pieces.map((piece, at) => record(at === 0 ? 0x00fc : 0x003c, piece)))
  }
}

const cellRecord = (row: number, column: number, cell: XlsCell, words: Words, firstDay: number): Buffer => {
  if (cell === null) return record(0x0201, row, column, 0)
  if (typeof cell === 'string') return record(0x00fd, row, column, 0, word32(words.placeOf(cell)))
  if (typeof cell === 'number') return record(0x0203, row, column, 0, double(cell))
  if (cell instanceof Date)
    return record(0x0203, row, column, DATE_FORMAT, double((cell.getTime() - firstDay) / DAY_MS))
  return 'error' in cell
    ? record(0x0205, row, column, 0, Buffer.from([cell.error, 1]))
    : formula(row, column, cell.shows)
}

/** The records of a workbook of Excel 97 to 2003, with no more in it than a reader needs. */
export const xlsStreamOf = (sheets: readonly XlsSheet[], wishes: XlsWishes = {}): Buffer => {
  const { version = 0x0600, isLocked = false, counts1904 = false, isRepeated = false } = wishes
  const { isReadOnly = false, isEnciphered = false } = wishes
  const firstDay = counts1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const words = new Words()
  const parts = sheets.map(({ rows }) => {
    const cells = rows.flatMap((row, at) => row.map((cell, column) => cellRecord(at, column, cell, words, firstDay)))
    return Buffer.concat([beginning(version, 0x0010), ...cells, END])
  })
  const globals = (places: readonly number[]): Buffer =>
    Buffer.concat([
      beginning(version, 0x0005),
      ...(isReadOnly ? [record(0x0086)] : []),
      ...(isLocked ? [record(0x002f, 1, 1, 1, Buffer.alloc(48))] : []),
      ...(isEnciphered ? [record(0x002f, NO_PASSWORD)] : []),
      ...(isReadOnly ? [record(0x005b, 1, 0xcc1a, wide('A lead'))] : []),
      record(0x0022, counts1904 ? 1 : 0),
      record(0x00e0, 0, 0, Buffer.alloc(16)),
      record(0x00e0, 0, 14, Buffer.alloc(16)),
      ...sheets.map(({ name, isHidden = false }, at) =>
        record(
          0x0085,
          word32(places[isRepeated ? 0 : at] ?? 0),
          Buffer.from([isHidden ? 1 : 0, 0, name.length, 1]),
          Buffer.from(name, 'utf16le'),
        ),
      ),
      words.records(),
      END,
    ])
  let at = globals([]).length
  const places = parts.map(({ length }) => {
    at += length
    return at - length
  })
  const stream = Buffer.concat([globals(places), ...parts])
  return isEnciphered ? (withoutPassword(stream, NO_PASSWORD) ?? stream) : stream
}

/** An old workbook as a file. */
export const xlsOf = (sheets: readonly XlsSheet[], wishes?: XlsWishes): Buffer =>
  oleContainerOf('Workbook', xlsStreamOf(sheets, wishes))

const SECTOR = 512

/** A container as old programs laid it out: sectors of 512 bytes, and a short stream in sectors of 64 inside another. */
export const smallContainerOf = (name: string, stream: Buffer): Buffer => {
  if (stream.length >= 4096) throw new Error('a stream of 4,096 bytes and more lies in sectors of its own')
  const minis = Math.ceil(stream.length / 64)
  const body = Math.ceil((minis * 64) / SECTOR)
  const [table, directory, miniTable, first] = [0, 1, 2, 3]
  const file = Buffer.alloc((1 + first + body) * SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  for (const [place, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    file.writeUInt16LE(value, place)
  for (const [place, value] of [
    [44, 1],
    [48, directory],
    [56, 4096],
    [60, miniTable],
    [64, 1],
    [68, 0xfffffffe],
  ] as const)
    file.writeUInt32LE(value, place)
  for (let place = 0; place < 109; place += 1) file.writeUInt32LE(place === 0 ? table : 0xffffffff, 76 + place * 4)
  const at = (sector: number): number => (sector + 1) * SECTOR
  for (let sector = 0; sector < SECTOR / 4; sector += 1) {
    const isInBody = sector >= first && sector < first + body - 1
    const isEnd = sector === directory || sector === miniTable || sector === first + body - 1
    const next = sector === table ? 0xfffffffd : isEnd ? 0xfffffffe : isInBody ? sector + 1 : 0xffffffff
    file.writeUInt32LE(next, at(table) + sector * 4)
    file.writeUInt32LE(
      sector < minis - 1 ? sector + 1 : sector === minis - 1 ? 0xfffffffe : 0xffffffff,
      at(miniTable) + sector * 4,
    )
  }
  for (const [place, entry] of [
    { name: 'Root Entry', kind: 5, child: 1, start: first, size: minis * 64 },
    { name, kind: 2, child: 0xffffffff, start: 0, size: stream.length },
  ].entries()) {
    const from = at(directory) + place * 128
    file.write(entry.name, from, 'utf16le')
    file.writeUInt16LE((entry.name.length + 1) * 2, from + 64)
    file.writeUInt8(entry.kind, from + 66)
    for (const [offset, value] of [
      [68, 0xffffffff],
      [72, 0xffffffff],
      [76, entry.child],
      [116, entry.start],
      [120, entry.size],
    ] as const)
      file.writeUInt32LE(value, from + offset)
  }
  stream.copy(file, at(first))
  return file
}
