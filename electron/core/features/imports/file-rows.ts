import { normaliseName } from '#shared/domain/text-match.ts'
import { cleanCell } from './clean-cell.ts'

/** One record of the file. Cells are as written, untrimmed. */
export interface FileRow {
  /** The line of the file it starts on, from 1. A quoted cell may run over several lines. */
  readonly line: number
  readonly cells: readonly string[]
  /** All cells as one text, with something between them. */
  readonly text: string
}

/**
 * A row as it is handed out. Not an object literal: the engine takes note of where literals live long, as the rows at the
 * top of a file do that are looked at together, puts all further ones among its old things, and then keeps every cell of
 * every row until it next goes through those.
 */
class RowTakenApart implements FileRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly text: string

  constructor(line: number, cells: readonly string[], text: string) {
    this.line = line
    this.cells = cells
    this.text = text
  }
}

/** The mark that plain text has for the end of a unit: before a row that is kept with it between its cells. */
const UNIT = '\u001F'

/** Usually the line itself. A row whose cells hold the mark, which no list does on purpose, is kept cell by cell. */
type Kept = string | readonly string[]

const keep = (cells: readonly string[]): Kept =>
  cells.some((cell) => cell.includes(UNIT)) ? [...cells] : UNIT + cells.join(UNIT)

const PLAIN_SIGNS = new Set('abcdefghijklmnopqrstuvwxyz0123456789')

/** The first letter or figure of a text, without case or accent. */
const firstSign = (text: string): string => {
  const first = text.charAt(0)
  return PLAIN_SIGNS.has(first) ? first : normaliseName(/[\p{L}\p{N}]/u.exec(text)?.[0] ?? '').slice(0, 1)
}

/**
 * The rows of a file in its order, lines rising. Each row is kept as a single text, because a million cells apart from
 * each other would take ten times the room of the file; a row that is asked for is taken apart again.
 */
export class FileRows implements Iterable<FileRow> {
  private readonly lines: number[]
  private readonly kept: Kept[]
  private readonly separator: string
  private readonly from: number
  private readonly to: number | null

  private constructor(lines: number[], kept: Kept[], separator: string, from: number, to: number | null) {
    this.lines = lines
    this.kept = kept
    this.separator = separator
    this.from = from
    this.to = to
  }

  /** @param separator what stands between the cells of lines that are appended as they are. */
  static empty(separator = UNIT): FileRows {
    return new FileRows([], [], separator, 0, null)
  }

  static of(rows: Iterable<Pick<FileRow, 'line' | 'cells'>>): FileRows {
    const all = FileRows.empty()
    for (const { line, cells } of rows) all.append(line, cells)
    return all
  }

  /** @param line must be beyond that of the row before. */
  append(line: number, cells: readonly string[]): void {
    this.lines.push(line)
    this.kept.push(keep(cells))
  }

  /** Appends a line of the file that has no quotation marks: its cells are what stands between the separators. */
  appendLine(line: number, text: string): void {
    if (text.startsWith(UNIT)) this.append(line, text.split(this.separator))
    else {
      this.lines.push(line)
      this.kept.push(text)
    }
  }

  /** Makes some of the first rows as wide as others, with empty cells. */
  widen(rows: number, width: number): void {
    for (let place = 0; place < Math.min(rows, this.length); place += 1) {
      const cells = this.at(place)?.cells ?? []
      if (cells.length < width)
        this.kept[this.from + place] = keep([...cells, ...Array.from({ length: width - cells.length }, () => '')])
    }
  }

  get length(): number {
    return (this.to ?? this.lines.length) - this.from
  }

  /** The row of a position from 0; negative ones count from the end. */
  at(position: number): FileRow | undefined {
    const place = position < 0 ? this.length + position : position
    const line = place < 0 || place >= this.length ? undefined : this.lines[this.from + place]
    const kept = this.kept[this.from + place]
    if (line === undefined || kept === undefined) return undefined
    return new RowTakenApart(line, this.cellsOf(kept), typeof kept === 'string' ? kept : kept.join(UNIT))
  }

  /**
   * Some cells of a row of a position from 0: to take a whole row apart for two of twenty cells costs more.
   * @param columns rising. Where the row ends before one, its cell is undefined.
   */
  cellsAt(position: number, columns: readonly number[]): readonly (string | undefined)[] {
    const kept = this.kept[this.from + position] ?? ''
    if (typeof kept !== 'string' || kept.startsWith(UNIT)) {
      const cells = this.cellsOf(kept)
      return columns.map((column) => cells[column])
    }
    const found: (string | undefined)[] = []
    let column = 0
    let begin = 0
    for (const wanted of columns) {
      for (; column < wanted && begin >= 0; column += 1) {
        const end = kept.indexOf(this.separator, begin)
        begin = end < 0 ? end : end + this.separator.length
      }
      const end = begin < 0 ? begin : kept.indexOf(this.separator, begin)
      found.push(begin < 0 ? undefined : kept.slice(begin, end < 0 ? kept.length : end))
    }
    return found
  }

  /** The row that starts on a line. @throws Error when none does. */
  onLine(line: number): FileRow {
    let low = this.from
    let high = this.from + this.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.lines[middle] ?? 0) < line) low = middle + 1
      else high = middle
    }
    const row = this.at(low - this.from)
    if (row?.line !== line) throw new Error(`no row of the file starts on line ${line}`)
    return row
  }

  /** Some of the rows, taken apart. */
  slice(from: number, to: number = this.length): FileRow[] {
    const rows: FileRow[] = []
    for (let at = from; at < Math.min(to, this.length); at += 1) {
      const row = this.at(at)
      if (row !== undefined) rows.push(row)
    }
    return rows
  }

  /** The same rows from one position up to another, without copying them. */
  between(from: number, to: number): FileRows {
    return new FileRows(this.lines, this.kept, this.separator, this.from + from, this.from + to)
  }

  /**
   * These rows without those that say again what a row above them says, in capitals or not and however it is spaced,
   * quoted or punctuated.
   */
  withoutCopiesOf(rows: FileRows, position: number): FileRows {
    const kept = rows.kept[rows.from + position]
    const told = rows.at(position)?.cells.map(normaliseName) ?? []
    const first = firstSign(told.join(''))
    const isCopy = (row: Kept | undefined): boolean => {
      if (row === undefined || row === kept) return row !== undefined
      // Nearly every row begins otherwise, and need not be taken apart to see that it is none.
      if (firstSign(typeof row === 'string' ? row : row.join('')) !== first) return false
      const cells = this.cellsOf(row)
      return Array.from({ length: Math.max(cells.length, told.length) }).every(
        (_none, place) => normaliseName(cells[place] ?? '') === (told[place] ?? ''),
      )
    }
    const places: number[] = []
    for (let at = this.from; at < this.from + this.length; at += 1) if (!isCopy(this.kept[at])) places.push(at)
    if (places.length === this.length) return this
    return new FileRows(
      places.map((at) => this.lines[at] ?? 0),
      places.map((at) => this.kept[at] ?? ''),
      this.separator,
      0,
      null,
    )
  }

  private cellsOf(kept: Kept): readonly string[] {
    if (typeof kept !== 'string') return kept
    return kept.startsWith(UNIT) ? kept.slice(1).split(UNIT) : kept.split(this.separator)
  }

  /** Every row with its position from 0. */
  *entries(): Generator<[position: number, row: FileRow]> {
    let position = 0
    for (const row of this) yield [position++, row]
  }

  *[Symbol.iterator](): Generator<FileRow> {
    for (let at = 0; at < this.length; at += 1) {
      const row = this.at(at)
      if (row !== undefined) yield row
    }
  }
}

/** Whether a row has no filled cell: marks that no one sees, such as the end-of-file mark of old programs, fill none. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cleanCell(cell) === '')

/** Whether a line without quotation marks has no filled cell. */
export const isBlankLine = (line: string, separator: string): boolean => {
  for (const letter of line) if (letter !== separator && cleanCell(letter) !== '') return false
  return true
}
