import { readFileSync } from 'node:fs'
import { readOds, streamOdsRows } from 'hucre/ods'
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { AppError } from '#shared/contract/errors.ts'
import type { CellValue } from 'hucre'
import { DOCUMENT_SENTENCE } from './file-signatures.ts'
import { FileRows, isBlank } from './file-rows.ts'
import { type ReadRows, refuseTooMany } from './read-rows.ts'
import { refuseBomb, zipDirectory } from './zip-directory.ts'

/** A workbook whose sheet is settled. */
export interface Workbook {
  readonly program: 'Excel' | 'OpenDocument'
  readonly sheets: readonly string[]
  readonly sheet: string
  /** @param onSlice as for separated text. */
  rows(onSlice: (rows: number) => Promise<void>): Promise<ReadRows>
}

type Row = { readonly index: number; readonly values: readonly CellValue[] }

interface Opened {
  readonly program: Workbook['program']
  readonly sheets: readonly string[]
  rowsOf(sheet: string, most?: number): AsyncIterable<Row>
}

/** First bytes of a zip file, and of the container that old and protected Office files are. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP)

/** Whether a file that starts like this is opened as a workbook, for better or worse. */
export const looksLikeWorkbook = (head: Uint8Array): boolean => isZip(head) || startsWith(head, OLE)

/** How a text of OpenDocument begins after the zip header: its kind comes first and unpacked (ODF 1.2, part 3, 3.3). */
const OPENDOCUMENT_TEXT = Buffer.from('mimetypeapplication/vnd.oasis.opendocument.text')
const ZIP_HEADER_BYTES = 30
/** Rows are counted from 0; both programs end at the same one. */
const LAST_ROW = 1_048_575
const ROWS_A_SLICE = 2000
/** A sheet with a heading and a row under it is the one that is meant. */
const ROWS_OF_A_TABLE = 2

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

const openXlsx = async (bytes: Buffer): Promise<Opened> => {
  const sheets: string[] = []
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) sheets.push(name)
      return false
    },
  })
  return {
    program: 'Excel',
    sheets,
    rowsOf: (sheet, most) => streamXlsxRows(bytes, { sheet, ...(most === undefined ? {} : { maxRows: most }) }),
  }
}

const openOds = async (bytes: Buffer): Promise<Opened> => {
  // Each sheet is asked about more than once.
  const names = new Set<string>()
  await readOds(bytes, {
    sheets: ({ name }) => {
      names.add(name)
      return false
    },
  })
  const sheets = [...names]
  return {
    program: 'OpenDocument',
    sheets,
    async *rowsOf(sheet, most = Number.POSITIVE_INFINITY) {
      const wanted = sheets.indexOf(sheet)
      let given = 0
      // The reader goes through every sheet, whichever is asked for.
      for await (const row of streamOdsRows(bytes)) {
        if ((row.sheetIndex ?? 0) > wanted || given >= most) return
        if (row.sheetIndex !== wanted) continue
        given += 1
        yield row
      }
    },
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** A date as 2026-11-04, with the time of day where it has one. */
const dateText = (date: Date): string => {
  const day = date.toISOString().slice(0, 10)
  const [hours, minutes] = [date.getUTCHours(), date.getUTCMinutes()]
  return hours === 0 && minutes === 0 ? day : `${day} ${twoDigits(hours)}:${twoDigits(minutes)}`
}

/** A cell as it would stand in a text file. A formula is never worked out: what it last showed is what is read. */
const cellText = (value: CellValue): string => {
  if (value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Without the empty cells at the end, of which a sheet may have thousands. */
const cellsOf = (values: readonly CellValue[]): string[] => {
  let width = values.length
  while (width > 0 && (values[width - 1] === null || values[width - 1] === '')) width -= 1
  return values.slice(0, width).map(cellText)
}

const UNREADABLE =
  'This workbook could not be read. Open it in the program it came from, save it again and choose the new file.'
const unreadable = (cause: unknown): unknown => (cause instanceof AppError ? cause : refuse(UNREADABLE))

/** What lies in the container of old and protected Office files, by the names in its directory. */
const refuseContainer = (bytes: Buffer): AppError =>
  refuse(
    bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? 'This workbook is protected by a password. Save it without one, then choose it again.'
      : 'This is an old Office file (.xls or .doc). Save it as an Excel workbook (.xlsx) or as CSV, then choose the new file.',
  )

/** The headings are on one of these: no reading may ask for a line further down. */
const ROWS_THAT_MAY_HEAD = 200

const rowsOf = async (opened: Opened, sheet: string, onSlice: (rows: number) => Promise<void>): Promise<ReadRows> => {
  const rows = FileRows.empty()
  let blank = 0
  let widest = 0
  try {
    for await (const { index, values } of opened.rowsOf(sheet)) {
      if (!(index >= 0 && index <= LAST_ROW)) throw refuse(UNREADABLE)
      const cells = cellsOf(values)
      if (isBlank(cells)) blank += 1
      else rows.append(index + 1, cells)
      widest = Math.max(widest, cells.length)
      refuseTooMany(rows.length, cells.length)
      if ((rows.length + blank) % ROWS_A_SLICE === 0) await onSlice(rows.length)
    }
  } catch (cause) {
    throw unreadable(cause)
  }
  // A sheet says nothing of the cells under a merged heading, and a row with values there has not slipped.
  rows.widen(ROWS_THAT_MAY_HEAD, widest)
  return { rows, blank }
}

const holdsTable = async (opened: Opened, sheet: string): Promise<boolean> => {
  let filled = 0
  for await (const { values } of opened.rowsOf(sheet, 30)) if (cellsOf(values).length > 1) filled += 1
  return filled >= ROWS_OF_A_TABLE
}

const sheetOf = async (opened: Opened, wanted: string | null): Promise<string> => {
  if (wanted !== null) {
    if (opened.sheets.includes(wanted)) return wanted
    throw refuse('This workbook has no such sheet. Choose another one.')
  }
  for (const sheet of opened.sheets) if (await holdsTable(opened, sheet)) return sheet
  throw refuse('No sheet of this workbook holds a table: headings, and rows under them.')
}

const openZipped = async (bytes: Buffer): Promise<Opened> => {
  const entries = zipDirectory(bytes)
  const names = new Set(entries.map(({ name }) => name))
  await refuseBomb(bytes, entries)
  if (names.has('xl/workbook.xml')) return openXlsx(bytes)
  if (names.has('word/document.xml') || bytes.indexOf(OPENDOCUMENT_TEXT) === ZIP_HEADER_BYTES)
    throw refuse(DOCUMENT_SENTENCE)
  if (names.has('content.xml') && names.has('mimetype')) return openOds(bytes)
  if (names.has('xl/workbook.bin'))
    throw refuse('This is a binary Excel workbook. Save it as an Excel workbook (.xlsx), then choose the new file.')
  throw refuse('This is a zip file without a workbook in it. Unpack it and choose the file with the list.')
}

const open = (bytes: Buffer): Promise<Opened> => {
  if (isZip(bytes)) return openZipped(bytes)
  throw refuseContainer(bytes)
}

/**
 * Opens a workbook: Excel (.xlsx, .xlsm) or OpenDocument (.ods).
 * @param wanted the sheet that a person chose; null: the first that holds a table.
 * @throws AppError `validation` when it is no workbook, is protected, damaged or too large, or has no such sheet.
 */
export const openWorkbook = async (path: string, wanted: string | null): Promise<Workbook> => {
  try {
    const opened = await open(readFileSync(path))
    const sheet = await sheetOf(opened, wanted)
    return { program: opened.program, sheets: opened.sheets, sheet, rows: (onSlice) => rowsOf(opened, sheet, onSlice) }
  } catch (cause) {
    throw unreadable(cause)
  }
}
