import { CsvError, parse, type Parser } from 'csv-parse'
import { finished } from 'node:stream/promises'
import { AppError } from '#shared/contract/errors.ts'
import type { Separator } from '#shared/features/imports/schema.ts'
import { FileRows, isBlank } from './file-rows.ts'

export interface ReadRows {
  readonly rows: FileRows
  /** Rows without a single filled cell: set aside and counted. */
  readonly blank: number
}

/** More columns than any report has; a file with more is refused before it fills the memory. */
export const MOST_COLUMNS = 500
export const MOST_ROWS = 1_000_000
const LONGEST_ROW = 1_000_000

const SENTENCES: Partial<Record<string, (line: number) => string>> = {
  CSV_QUOTE_NOT_CLOSED: (line) =>
    `A quotation mark on line ${line} is opened and never closed. Mend that line, or export the list again.`,
  CSV_MAX_RECORD_SIZE: (line) =>
    `The row that starts on line ${line} never seems to end. A quotation mark on it may not be closed.`,
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

const writeInto = (parser: Parser, slice: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(slice, (cause) => (cause ? reject(cause) : resolve()))
  })

/**
 * Reads separated text into rows, with the line each starts on. Rows may be ragged and quotes may stand inside a cell;
 * only a quotation mark that never closes makes the file unreadable.
 * @param onSlice called after each slice of text, so that the caller can report, breathe or stop.
 * @throws AppError `validation` with the line number.
 */
export const readRows = async (
  slices: AsyncIterable<string>,
  separator: Separator,
  onSlice: (rows: number) => Promise<void>,
): Promise<ReadRows> => {
  const rows = FileRows.empty()
  let blank = 0
  let nextLine = 1
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    // Rows are taken here and not from the stream, which drops those it still holds when a later one cannot be read.
    on_record: (cells: string[]) => {
      if (isBlank(cells)) blank += 1
      else rows.append(nextLine, cells)
      nextLine += linesOf(cells)
      refuseTooMany(rows.length, cells.length)
      return null
    },
  })
  const ended = finished(parser.resume())
  ended.catch(() => undefined)
  try {
    for await (const slice of slices) {
      await writeInto(parser, slice)
      await onSlice(rows.length)
    }
    parser.end()
    await ended
  } catch (cause) {
    parser.destroy()
    throw explain(cause, nextLine)
  }
  return { rows, blank }
}
