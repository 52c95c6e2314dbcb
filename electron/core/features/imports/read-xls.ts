import type { CellValue } from 'hucre'
import { AppError } from '#shared/contract/errors.ts'
import { oleContainerOf, openOleContainer, refuseOldFile } from './ole-container.ts'
import { withoutPassword } from './xls-cipher.ts'

/** A workbook of Excel 97 to 2003, whose records were gone through before anything in them is decoded. */
export interface Xls {
  /** Sheets of cells that are shown, in their order. */
  readonly sheets: readonly string[]
  /** Rows of a sheet that have cells. @param most rows to read; without: all. @throws AppError `validation`. */
  rowsOf(sheet: string, most?: number): AsyncGenerator<{ index: number; values: readonly CellValue[] }>
  /** Whether two of its first rows have more than one cell. Nothing is decoded for it. */
  holdsTable(sheet: string): boolean
}

/** Kinds of record, [MS-XLS] 2.3. */
const BOF = 0x0809
const OLDER_BOFS = new Set([0x0009, 0x0209, 0x0409])
const EOF = 0x000a
const FILE_PASS = 0x002f
const BOUND_SHEET = 0x0085
const SHARED_STRINGS = 0x00fc
const CONTINUE = 0x003c
const FORMAT = 0x041e
const FORMULA = 0x0006
const FORMULA_TEXT = 0x0207
const MANY_NUMBERS = 0x00bd
/** What decoding cells needs of the whole workbook: which day is the first, formats, and words used more than once. */
const WANTED_OF_ALL = new Set([0x0022, FORMAT, 0x00e0, SHARED_STRINGS])
/** Kinds of cell, with the fewest bytes each has. Whatever else a sheet has is left out. */
const CELLS: ReadonlyMap<number, number> = new Map([
  [0x00fd, 10],
  [0x027e, 10],
  [MANY_NUMBERS, 12],
  [0x0203, 14],
  [0x0205, 8],
  [0x0204, 9],
  [FORMULA, 20],
])
const BIFF8 = 0x0600
const WORKBOOK_PART = 0x0005
const SHEET_PART = 0x0010

/** A sheet ends at row 65,536 and column 256 (IV). */
const MOST_COLUMNS = 256
const MOST_CELLS = 2_000_000
/** Of every kind, cells among them. */
const MOST_SHEET_RECORDS = 4_000_000
const MOST_SHEETS = 255
/** Records about the whole workbook: ten times what large ones have. */
const MOST_RECORDS = 100_000
const MOST_STRINGS = 4_000_000
const LONGEST_FORMAT = 1024
/** In looking whether a sheet holds a table, no more records than this are gone through. */
const RECORDS_TO_LOOK_AT = 100_000
const ROWS_TO_LOOK_AT = 30

const damaged = (): AppError => refuseOldFile('that is damaged: what it holds cannot be read.')
const isProtected = (): AppError =>
  new AppError('validation', 'This workbook is protected by a password. Save it without one, then choose it again.')
const tooOld = (): AppError =>
  new AppError(
    'validation',
    'This workbook is from Excel 95 or before. Open it in a newer one, save it as an Excel workbook (.xlsx), then choose the new file.',
  )
const tooMany = (): AppError =>
  new AppError(
    'validation',
    'This sheet holds more than 2 million filled cells, or far more than cells. Save only the columns you need as a new workbook, then choose that.',
  )

interface BiffRecord {
  readonly id: number
  /** Where it starts, with its head of four bytes, and ends. */
  readonly from: number
  readonly to: number
}

const HEAD = 4

/** The records from a place on, without end: whoever asks knows when to stop. */
function* recordsFrom(stream: Buffer, place: number): Generator<BiffRecord, never> {
  for (let from = place; ;) {
    if (from + HEAD > stream.length) throw damaged()
    const to = from + HEAD + stream.readUInt16LE(from + 2)
    if (to > stream.length) throw damaged()
    yield { id: stream.readUInt16LE(from), from, to }
    from = to
  }
}

const partAt = (stream: Buffer, place: number): { version: number; part: number } | null => {
  if (place + HEAD + 4 > stream.length || stream.readUInt16LE(place) !== BOF) return null
  return { version: stream.readUInt16LE(place + HEAD), part: stream.readUInt16LE(place + HEAD + 2) }
}

interface BoundSheet {
  readonly name: string
  readonly at: number
}

const sheetIn = (data: Buffer): BoundSheet | null => {
  if (data.length < 8) throw damaged()
  const isShown = (data.readUInt8(4) & 3) === 0
  const isSheet = data.readUInt8(5) === 0
  const isWide = (data.readUInt8(7) & 1) === 1
  const name = data.subarray(8, 8 + data.readUInt8(6) * (isWide ? 2 : 1)).toString(isWide ? 'utf16le' : 'latin1')
  return isShown && isSheet ? { name, at: data.readUInt32LE(0) } : null
}

interface Globals {
  readonly sheets: readonly BoundSheet[]
  /** The records that decoding needs, as they are. */
  readonly kept: readonly Buffer[]
}

const keepsTo = ({ id, from, to }: BiffRecord, stream: Buffer, before: number): boolean => {
  if (id === CONTINUE) return before === SHARED_STRINGS
  if (!WANTED_OF_ALL.has(id)) return false
  if (id === FORMAT && to - from > LONGEST_FORMAT) throw damaged()
  if (id === SHARED_STRINGS && (to - from < HEAD + 8 || stream.readUInt32LE(from + HEAD + 4) > MOST_STRINGS))
    throw damaged()
  return true
}

const readGlobals = (stream: Buffer): Globals => {
  if (stream.length >= HEAD && OLDER_BOFS.has(stream.readUInt16LE(0))) throw tooOld()
  const start = partAt(stream, 0)
  if (start !== null && start.version < BIFF8) throw tooOld()
  if (start?.part !== WORKBOOK_PART) throw damaged()
  const sheets: BoundSheet[] = []
  const kept: Buffer[] = []
  let read = 0
  let before = 0
  for (const record of recordsFrom(stream, 0)) {
    const { id, from, to } = record
    if (id === EOF) break
    read += 1
    if (read > MOST_RECORDS || sheets.length > MOST_SHEETS) throw damaged()
    if (id === BOUND_SHEET) sheets.push(...[sheetIn(stream.subarray(from + HEAD, to))].filter((one) => one !== null))
    if (keepsTo(record, stream, before)) kept.push(stream.subarray(from, to))
    if (id !== CONTINUE) before = id
  }
  return { sheets, kept }
}

/**
 * The records as they can be read. A workbook that is protected against changes is either as plain as any other, or
 * enciphered without a password of anybody's. @throws AppError `validation` for one that wants a password to be read.
 */
const readable = (stream: Buffer): Buffer => {
  if (partAt(stream, 0)?.version !== BIFF8) return stream
  let read = 0
  for (const { id, from, to } of recordsFrom(stream, 0)) {
    read += 1
    if (id === EOF || read > MOST_RECORDS) return stream
    if (id !== FILE_PASS) continue
    const opened = withoutPassword(stream, stream.subarray(from + HEAD, to))
    if (opened === null) throw isProtected()
    return opened
  }
  return stream
}

/** How many bytes a text says that it has, after its own head of three. */
const textBytes = (data: Buffer): number =>
  data.length < 3 ? Number.POSITIVE_INFINITY : data.readUInt16LE(0) * ((data.readUInt8(2) & 1) + 1)

const refuseCell = (data: Buffer, id: number): void => {
  if (data.length < (CELLS.get(id) ?? 0)) throw damaged()
  const columns = id === MANY_NUMBERS ? (data.length - 6) / 6 : 1
  if (!Number.isInteger(columns) || data.readUInt16LE(2) + columns > MOST_COLUMNS) throw damaged()
}

/**
 * The cells of a sheet, as records. A formula is followed at once by the text it last showed, for which the reader looks
 * there only, and never by what it shares with others.
 */
const cellsOf = (stream: Buffer, at: number, most: number): Buffer[] => {
  const start = partAt(stream, at)
  if (start?.version !== BIFF8 || start.part !== SHEET_PART) throw damaged()
  const cells: Buffer[] = []
  const rows = new Set<number>()
  let [depth, read, cell] = [0, 0, 0]
  for (const { id, from, to } of recordsFrom(stream, at)) {
    read += 1
    if (read > MOST_SHEET_RECORDS) throw tooMany()
    // A chart in the sheet has a beginning and an end of its own.
    if (id === BOF) depth += 1
    if (id === EOF) depth -= 1
    if (depth === 0 || (most !== Number.POSITIVE_INFINITY && read > RECORDS_TO_LOOK_AT)) break
    if (depth > 1) continue
    const data = stream.subarray(from + HEAD, to)
    if (id === FORMULA_TEXT && cell === FORMULA) {
      if (textBytes(data) > data.length - 3) throw damaged()
      cells.push(stream.subarray(from, to))
      cell = 0
    }
    if (!CELLS.has(id)) continue
    refuseCell(data, id)
    rows.add(data.readUInt16LE(0))
    if (rows.size > most) break
    cells.push(stream.subarray(from, to))
    cell = id
    if (cells.length > MOST_CELLS) throw tooMany()
  }
  return cells
}

const holdsTable = (cells: readonly Buffer[]): boolean => {
  const columns = new Map<number, Set<number>>()
  for (const cell of cells) {
    if (cell.readUInt16LE(0) === FORMULA_TEXT) continue
    const row = cell.readUInt16LE(HEAD)
    const filled = columns.get(row) ?? new Set()
    const first = cell.readUInt16LE(HEAD + 2)
    columns.set(row, filled.add(first).add(cell.readUInt16LE(0) === MANY_NUMBERS ? first + 1 : first))
  }
  return [...columns.values()].filter(({ size }) => size > 1).length > 1
}

const record = (id: number, ...words: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(HEAD + words.length * 2)
  bytes.writeUInt16LE(id, 0)
  bytes.writeUInt16LE(words.length * 2, 2)
  for (const [place, word] of words.entries()) bytes.writeUInt16LE(word, HEAD + place * 2)
  return bytes
}

const beginning = (part: number): Buffer => record(BOF, BIFF8, part, 0, 0, 0, 0, 0, 0)

/** A workbook with this one sheet and nothing in it but cells: the library reads every sheet there is, whole. */
const workbookOf = ({ kept }: Globals, cells: readonly Buffer[]): Buffer => {
  const bound = Buffer.alloc(HEAD + 9)
  bound.writeUInt16LE(BOUND_SHEET, 0)
  bound.writeUInt16LE(9, 2)
  bound.writeUInt8(1, HEAD + 6)
  bound.write('x', HEAD + 8, 'latin1')
  const globals = Buffer.concat([beginning(WORKBOOK_PART), bound, ...kept, record(EOF)])
  globals.writeUInt32LE(globals.length, beginning(WORKBOOK_PART).length + HEAD)
  return oleContainerOf('Workbook', Buffer.concat([globals, beginning(SHEET_PART), ...cells, record(EOF)]))
}

/**
 * Opens a workbook of Excel 97 to 2003.
 * @throws AppError `validation` when it is none, is older, protected, or damaged.
 */
export const openXls = (bytes: Buffer): Xls => {
  const container = openOleContainer(bytes)
  if (container.names.has('EncryptedPackage')) throw isProtected()
  const found = container.stream('Workbook')
  if (found === null)
    throw container.names.has('Book')
      ? tooOld()
      : refuseOldFile('without a workbook in it, such as a letter or a message.')
  const stream = readable(found)
  const globals = readGlobals(stream)
  const byName = new Map(globals.sheets.map(({ name, at }) => [name, at]))
  // Two sheets in one place would be read twice over.
  if (new Set(byName.values()).size !== globals.sheets.length) throw damaged()
  return {
    sheets: [...byName.keys()],
    holdsTable: (sheet) => holdsTable(cellsOf(stream, byName.get(sheet) ?? 0, ROWS_TO_LOOK_AT)),
    async *rowsOf(sheet, most = Number.POSITIVE_INFINITY) {
      const cells = cellsOf(stream, byName.get(sheet) ?? 0, most)
      // Of a package with all kinds of readers: fetched by those who need this one.
      const { readXls } = await import('hucre')
      const [read] = (await readXls(workbookOf(globals, cells))).sheets
      // A row that has no cells is a hole in the list.
      for (const [index, values] of Object.entries(read?.rows ?? [])) yield { index: Number(index), values }
    },
  }
}
