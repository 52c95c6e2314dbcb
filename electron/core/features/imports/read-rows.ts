import { CsvError, parse } from 'csv-parse/sync'
import { AppError } from '#shared/contract/errors.ts'
import type { Separator } from '#shared/features/imports/schema.ts'
import { FileRows, isBlank, isBlankLine } from './file-rows.ts'
import { LARGEST_FILE, refuseTooLarge } from './given-bytes.ts'

export interface ReadRows {
  readonly rows: FileRows
  /** Rows without a single filled cell: set aside and counted. */
  readonly blank: number
  /** Rows of a file that is longer than fits, left out by its sieve. */
  readonly leftOut: number
}

/** Which rows are kept of a file that is longer than fits: by the cell of one column. */
export interface RowSieve {
  /** So many rows at the top are kept whatever they say: the headings and what stands above them. */
  readonly top: number
  readonly column: number
  keeps(cell: string): boolean
}

/** Asked once, when no more rows fit. @returns null where the file is to be refused. */
export type WhenFull = (rows: FileRows) => RowSieve | null

/** More columns than any report has; a file with more is refused before it fills the memory. */
export const MOST_COLUMNS = 500
/** A million rows of data, with some above them for the headings and what a report says of itself. */
export const MOST_ROWS = 1_000_100
const LONGEST_ROW = 1_000_000

const neverEnds = (line: number): string =>
  `The row that starts on line ${line} never seems to end. A quotation mark on it may not be closed.`

const SENTENCES: Partial<Record<string, (line: number) => string>> = {
  CSV_QUOTE_NOT_CLOSED: (line) =>
    `A quotation mark on line ${line} is opened and never closed. Mend that line, or export the list again.`,
  CSV_MAX_RECORD_SIZE: neverEnds,
}

/** @param line where the row starts that could not be read. */
const explain = (cause: unknown, line: number): unknown => {
  if (!(cause instanceof CsvError)) return cause
  const sentence =
    SENTENCES[cause.code]?.(line) ?? `The file could not be read as a table at line ${line}. Export the list again.`
  return new AppError('validation', sentence)
}

const LINE_BREAK = /\r\n|\r|\n/g

/** How many lines of the file a row takes up: quoted cells may hold line breaks. */
const linesOf = (cells: readonly string[]): number =>
  cells.reduce(
    (lines, cell) =>
      cell.includes('\n') || cell.includes('\r') ? lines + (cell.match(LINE_BREAK)?.length ?? 0) : lines,
    1,
  )

/** @throws AppError `validation` where a file would fill the memory. */
export const refuseTooMany = (rows: number, columns: number): void => {
  if (columns > MOST_COLUMNS) {
    throw new AppError(
      'validation',
      `This file has more than ${MOST_COLUMNS} columns. Export only the columns you need, then choose the new file.`,
    )
  }
  if (rows > MOST_ROWS)
    throw new AppError(
      'validation',
      'This file has more than a million rows. Export a shorter period, then choose the new file.',
    )
}

/** So many lines are looked at together: with a quotation mark among them they go to the parser. */
const LINES_A_GROUP = 32

const LINE_END = /\r\n|\n|\r/

/** The place behind the next lines of a text, some at most, or -1 where no whole line is left. */
const groupEnd = (text: string, from: number, most: number, mark: '\n' | '\r', isLast: boolean): number => {
  let end = -1
  for (let lines = 0, at = from; lines < most; lines += 1) {
    at = text.indexOf(mark, at) + 1
    if (at === 0) return isLast && from < text.length ? text.length : end
    // A carriage return may still get its line feed.
    if (mark === '\r' && text[at] === '\n') at += 1
    if (mark === '\n' || at < text.length) end = at
  }
  return end
}

/** Takes text apart into rows as it comes, and keeps what is not yet a whole row. */
class RowReader {
  rows: FileRows
  blank = 0
  leftOut = 0
  private readonly separator: Separator
  private readonly whenFull: WhenFull
  private sieve: RowSieve | null = null
  /** Letters of the rows kept, as far as it has to be known. */
  private letters = 0
  private nextLine = 1
  private text = ''
  private mark: '\n' | '\r' | null = null

  constructor(separator: Separator, whenFull: WhenFull) {
    this.separator = separator
    this.whenFull = whenFull
    this.rows = FileRows.empty(separator)
  }

  get read(): ReadRows {
    return { rows: this.rows, blank: this.blank, leftOut: this.leftOut }
  }

  /** @throws AppError `validation` with the line number. */
  take(slice: string, isLast: boolean): void {
    this.text = this.text === '' ? slice : this.text + slice
    this.mark ??= this.text.includes('\n') ? '\n' : this.text.includes('\r') ? '\r' : null
    const done = this.takeGroups(this.mark ?? '\n', isLast)
    this.text = this.text.slice(done)
    if (this.text.length > LONGEST_ROW) throw new AppError('validation', neverEnds(this.nextLine))
  }

  private takeGroups(mark: '\n' | '\r', isLast: boolean): number {
    let from = 0
    for (;;) {
      let end = groupEnd(this.text, from, LINES_A_GROUP, mark, isLast)
      if (end === -1) return from
      let group = this.text.slice(from, end)
      if (!group.includes('"')) this.takePlain(group)
      else {
        // A quoted cell may go on beyond the group: each further look is twice as long.
        for (let more = LINES_A_GROUP; !this.takeQuoted(group, isLast && end === this.text.length); more *= 2) {
          end = groupEnd(this.text, end, more, mark, isLast)
          if (end === -1) return from
          group = this.text.slice(from, end)
        }
      }
      from = end
    }
  }

  /** Without a quotation mark a line is a row, and its cells are what stands between the separators. */
  private takePlain(group: string): void {
    const lines = group.split(group.includes('\r') ? LINE_END : '\n')
    if (lines.at(-1) === '') lines.pop()
    for (const line of lines) {
      if (line.length > LONGEST_ROW) throw new AppError('validation', neverEnds(this.nextLine))
      if (isBlankLine(line, this.separator)) this.blank += 1
      else if (this.passes(() => line.split(this.separator, (this.sieve?.column ?? 0) + 1)))
        this.rows.appendLine(this.nextLine, line)
      this.nextLine += 1
      this.letters += line.length
      this.refuseOrSieve(line.length > MOST_COLUMNS ? line.split(this.separator).length : 0)
    }
  }

  private passes(cellsOf: () => readonly string[]): boolean {
    if (this.sieve === null || this.sieve.keeps(cellsOf()[this.sieve.column] ?? '')) return true
    this.leftOut += 1
    return false
  }

  /** @throws AppError `validation` where the file would fill the memory and nothing can be left out. */
  private refuseOrSieve(columns: number): void {
    if (this.sieve === null && (this.rows.length > MOST_ROWS || this.letters > LARGEST_FILE)) {
      this.sieve = this.whenFull(this.rows)
      if (this.sieve === null && this.letters > LARGEST_FILE) throw refuseTooLarge()
      if (this.sieve !== null) this.sift(this.sieve)
    }
    refuseTooMany(this.rows.length, columns)
  }

  private sift({ top }: RowSieve): void {
    const all = this.rows
    this.rows = FileRows.empty(this.separator)
    for (const [place, { line, cells }] of all.entries())
      if (place < top || this.passes(() => cells)) this.rows.append(line, cells)
  }

  /** @returns false, and nothing taken, where a quoted cell does not end in the group and more text is to come. */
  private takeQuoted(group: string, isLast: boolean): boolean {
    const records: string[][] = []
    let problem: unknown = null
    try {
      parse(group, {
        delimiter: this.separator,
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: LONGEST_ROW,
        // Taken here, so that those before one that cannot be read are known.
        on_record: (cells: string[]) => {
          records.push(cells)
          return null
        },
      })
    } catch (cause) {
      if (!isLast && cause instanceof CsvError && cause.code === 'CSV_QUOTE_NOT_CLOSED') return false
      problem = cause
    }
    for (const cells of records) {
      if (isBlank(cells)) this.blank += 1
      else if (this.passes(() => cells)) this.rows.append(this.nextLine, cells)
      this.nextLine += linesOf(cells)
      this.letters += cells.reduce((sum, { length }) => sum + length, 0)
      this.refuseOrSieve(cells.length)
    }
    if (problem !== null) throw explain(problem, this.nextLine)
    return true
  }
}

/**
 * Reads separated text into rows, with the line each starts on. Rows may be ragged and quotes may stand inside a cell;
 * only a quotation mark that never closes makes the file unreadable.
 * @param onSlice called after each slice of text, so that the caller can report, breathe or stop.
 * @param whenFull what is left out of a file that is longer than fits; without it such a file is refused.
 * @throws AppError `validation` with the line number.
 */
export const readRows = async (
  slices: AsyncIterable<string>,
  separator: Separator,
  onSlice: (rows: number) => Promise<void>,
  whenFull: WhenFull = () => null,
): Promise<ReadRows> => {
  const reader = new RowReader(separator, whenFull)
  for await (const slice of slices) {
    reader.take(slice, false)
    await onSlice(reader.rows.length + reader.leftOut)
  }
  reader.take('', true)
  return reader.read
}

/**
 * Rows of the beginning of separated text.
 * @param enough so many characters are looked at; a row that goes on beyond them is not given.
 * @throws AppError `validation` with the line number.
 */
export const readFirstRows = async (
  slices: AsyncIterable<string>,
  separator: Separator,
  enough: number,
): Promise<ReadRows> => {
  const reader = new RowReader(separator, () => null)
  let read = 0
  for await (const slice of slices) {
    reader.take(slice.slice(0, enough - read), false)
    read += slice.length
    if (read >= enough) return reader.read
  }
  reader.take('', true)
  return reader.read
}
