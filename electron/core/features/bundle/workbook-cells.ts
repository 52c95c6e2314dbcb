/**
 * What a workbook cannot hold as it is: Excel cuts text after 32,767 characters, and XML loses control characters and
 * makes line ends alike. Such a text is written as a backslash and its JSON form in ASCII; one that is too long for a cell
 * goes in parts to a sheet of its own, and its cell holds a backslash and its number there. Any other text that starts
 * with a backslash gets one more. Sources: ECMA-376 part 1, 18.3.1.40 and 22.9.2.19; Excel specifications and limits.
 */

const LONGEST_CELL = 30_000
const ODD = /[\p{Cc}\u2028\u2029\uFFFE\uFFFF]|_x[0-9a-f]{4}_/iu
/** Line feeds are kept as they are within a text. */
const isOdd = (cell: string): boolean =>
  ODD.test(cell.replaceAll('\n', '.')) || /^\s|\s$/.test(cell) || !cell.isWellFormed()

/** A part of a text that is too long for one cell. */
export interface LongPart {
  readonly number: number
  readonly part: number
  readonly text: string
}

const asciiJson = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[^\x20-\x7E]|_/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Turns cells into what a workbook keeps unharmed; long ones are gathered in `parts`. */
export const workbookCell = (cell: string, parts: LongPart[]): string => {
  if (cell.length > LONGEST_CELL || isOdd(cell)) {
    const json = asciiJson(cell)
    if (json.length < LONGEST_CELL) return `\\${json}`
    const number = (parts.at(-1)?.number ?? 0) + 1
    for (let at = 0; at * LONGEST_CELL < json.length; at += 1)
      parts.push({ number, part: at + 1, text: `|${json.slice(at * LONGEST_CELL, (at + 1) * LONGEST_CELL)}|` })
    return `\\${number}`
  }
  return cell.startsWith('\\') ? `\\${cell}` : cell
}

const textOf = (json: string): string | undefined => {
  try {
    const text: unknown = JSON.parse(json)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

/** The cell again; undefined where no bundle writes such a cell. `longTexts` are joined parts by number. */
export const cellFromWorkbook = (written: string, longTexts: ReadonlyMap<number, string>): string | undefined => {
  if (!written.startsWith('\\')) return written
  const rest = written.slice(1)
  if (rest.startsWith('\\')) return rest
  if (rest.startsWith('"')) return textOf(rest)
  const long = /^[1-9]\d{0,6}$/.test(rest) ? longTexts.get(Number(rest)) : undefined
  return long === undefined ? undefined : textOf(long)
}

/** Joins the parts of long texts. @returns null where a part is missing or out of order. */
export const joinLongParts = (rows: readonly LongPart[]): Map<number, string> | null => {
  const joined = new Map<number, string>()
  let last = { number: 0, part: 0 }
  for (const { number, part, text } of rows) {
    const isNext = part === 1 ? number === last.number + 1 : number === last.number && part === last.part + 1
    if (!isNext || !text.startsWith('|') || !text.endsWith('|')) return null
    joined.set(number, (joined.get(number) ?? '') + text.slice(1, -1))
    last = { number, part }
  }
  return joined
}
