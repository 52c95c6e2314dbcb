import { AppError } from '#shared/contract/errors.ts'
import type { CellValue } from 'hucre'
import { BUNDLE_SENTENCE, DOCUMENT_SENTENCE } from './file-signatures.ts'
import { FileRows, isBlank } from './file-rows.ts'
import type { GivenFile } from '../../files.ts'
import { LARGEST_FILE, readWhole } from './given-bytes.ts'
import { type ReadRows, refuseTooMany } from './read-rows.ts'
import { openXls } from './read-xls.ts'
import { isZip, kindOfZip } from './zip-kinds.ts'
import { refuseBomb, zipDirectory } from './zip-directory.ts'

/** A workbook whose sheet is settled. */
export interface Workbook {
  readonly program: 'Excel' | 'Excel 97–2003' | 'OpenDocument'
  readonly sheets: readonly string[]
  readonly sheet: string
  /** @param onSlice as for separated text. */
  rows(onSlice: (rows: number) => Promise<void>): Promise<ReadRows>
  firstRows(): Promise<ReadRows>
}

type Row = { readonly index: number; readonly values: readonly CellValue[] }

interface Opened {
  readonly program: Workbook['program']
  readonly sheets: readonly string[]
  rowsOf(sheet: string, most?: number): AsyncIterable<Row>
  /** Whether a sheet has headings and a row under them. */
  holdsTable(sheet: string): boolean | Promise<boolean>
}

/** First bytes of the container that old and protected Office files are. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** Whether a file that starts like this is opened as a workbook, for better or worse. */
export const looksLikeWorkbook = (head: Uint8Array): boolean =>
  isZip(head) || OLE.every((byte, at) => head[at] === byte)

/** Rows are counted from 0; both programs end at the same one. */
const LAST_ROW = 1_048_575
const ROWS_A_SLICE = 2000
/** A sheet with a heading and a row under it is the one that is meant. */
const ROWS_OF_A_TABLE = 2
/** Of a sheet's beginning, enough to see what it is. */
const FIRST_ROWS = 60

const refuse = (sentence: string): AppError => new AppError('validation', sentence)

const FIRST_LOOK = 30

const holdsTable = async (rows: AsyncIterable<Row>): Promise<boolean> => {
  let filled = 0
  for await (const { values } of rows) if (cellsOf(values).length > 1) filled += 1
  return filled >= ROWS_OF_A_TABLE
}

// Fetched by those who need them: loading all kinds of readers would keep the window waiting at every start.
const openXlsx = async (bytes: Buffer): Promise<Opened> => {
  const { readXlsx, streamXlsxRows } = await import('hucre/xlsx')
  const sheets: string[] = []
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (hidden !== true && veryHidden !== true) sheets.push(name)
      return false
    },
  })
  const read = (sheet: string, most?: number): AsyncIterable<Row> =>
    streamXlsxRows(bytes, { sheet, ...(most === undefined ? {} : { maxRows: most }) })
  return { program: 'Excel', sheets, rowsOf: read, holdsTable: (sheet) => holdsTable(read(sheet, FIRST_LOOK)) }
}

const openOds = async (bytes: Buffer): Promise<Opened> => {
  const { readOds, streamOdsRows } = await import('hucre/ods')
  // Each sheet is asked about more than once.
  const names = new Set<string>()
  await readOds(bytes, {
    sheets: ({ name }) => {
      names.add(name)
      return false
    },
  })
  const sheets = [...names]
  const read = async function* (sheet: string, most = Number.POSITIVE_INFINITY): AsyncGenerator<Row, void, void> {
    const wanted = sheets.indexOf(sheet)
    let given = 0
    // The reader goes through every sheet, whichever is asked for.
    for await (const row of streamOdsRows(bytes)) {
      if ((row.sheetIndex ?? 0) > wanted || given >= most) return
      if (row.sheetIndex !== wanted) continue
      given += 1
      yield row
    }
  }
  return { program: 'OpenDocument', sheets, rowsOf: read, holdsTable: (sheet) => holdsTable(read(sheet, FIRST_LOOK)) }
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

/** The headings are on one of these: no reading may ask for a line further down. */
const ROWS_THAT_MAY_HEAD = 200

const tooMuchText = (): AppError =>
  refuse(
    'This sheet holds more than 200 MB of text. Save only the columns you need as a new workbook, then choose that.',
  )

/** @param most rows to read; without: all. */
const rowsOf = async (
  opened: Opened,
  sheet: string,
  onSlice: (rows: number) => Promise<void>,
  most?: number,
): Promise<ReadRows> => {
  const rows = FileRows.empty()
  let blank = 0
  let widest = 0
  // A word that is kept once may stand in a million cells.
  let characters = 0
  try {
    for await (const { index, values } of opened.rowsOf(sheet, most)) {
      if (!(index >= 0 && index <= LAST_ROW)) throw refuse(UNREADABLE)
      const cells = cellsOf(values)
      if (isBlank(cells)) blank += 1
      else rows.append(index + 1, cells)
      widest = Math.max(widest, cells.length)
      for (const cell of cells) characters += cell.length
      if (characters > LARGEST_FILE) throw tooMuchText()
      refuseTooMany(rows.length, cells.length)
      if ((rows.length + blank) % ROWS_A_SLICE === 0) await onSlice(rows.length)
    }
  } catch (cause) {
    throw unreadable(cause)
  }
  // A sheet says nothing of the cells under a merged heading, and a row with values there has not slipped.
  rows.widen(ROWS_THAT_MAY_HEAD, widest)
  return { rows, blank, leftOut: 0 }
}

const sheetOf = async (opened: Opened, wanted: string | null): Promise<string> => {
  if (wanted !== null) {
    if (opened.sheets.includes(wanted)) return wanted
    throw refuse('This workbook has no such sheet. Choose another one.')
  }
  for (const sheet of opened.sheets) if (await opened.holdsTable(sheet)) return sheet
  throw refuse('No sheet of this workbook holds a table: headings, and rows under them.')
}

const openZipped = async (bytes: Buffer): Promise<Opened> => {
  const entries = zipDirectory(bytes)
  await refuseBomb(bytes, entries)
  const kind = kindOfZip(bytes, entries)
  if (kind === 'xlsx') return openXlsx(bytes)
  if (kind === 'ods') return openOds(bytes)
  if (kind === 'document') throw refuse(DOCUMENT_SENTENCE)
  if (kind === 'bundle') throw refuse(BUNDLE_SENTENCE)
  if (kind === 'xlsb')
    throw refuse('This is a binary Excel workbook. Save it as an Excel workbook (.xlsx), then choose the new file.')
  throw refuse('This is a zip file without a workbook in it. Unpack it and choose the file with the list.')
}

const open = (bytes: Buffer): Promise<Opened> | Opened =>
  isZip(bytes) ? openZipped(bytes) : { program: 'Excel 97–2003', ...openXls(bytes) }

/**
 * Opens a workbook: Excel (.xlsx, .xlsm, .xls) or OpenDocument (.ods).
 * @param wanted the sheet that a person chose; null: the first that holds a table.
 * @throws AppError `validation` when it is no workbook, is protected, damaged or too large, or has no such sheet.
 */
export const openWorkbook = async (file: GivenFile, wanted: string | null): Promise<Workbook> => {
  try {
    const opened = await open(await readWhole(file))
    const sheet = await sheetOf(opened, wanted)
    return {
      program: opened.program,
      sheets: opened.sheets,
      sheet,
      rows: (onSlice) => rowsOf(opened, sheet, onSlice),
      firstRows: () => rowsOf(opened, sheet, async () => undefined, FIRST_ROWS),
    }
  } catch (cause) {
    throw unreadable(cause)
  }
}
