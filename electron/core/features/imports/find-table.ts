import { AppError } from '#shared/contract/errors.ts'
import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { ImportFact, ImportLayout } from '#shared/features/imports/schema.ts'
import { fieldOfHeading } from './headings.ts'
import { emisPatientReport } from './layouts/emis-patient-report.ts'
import { hospitalList } from './layouts/hospital-list.ts'
import { type Layout, plainCell, type Table } from './layouts/layout.ts'
import { plain } from './layouts/plain.ts'
import { systmOneReport } from './layouts/systmone-report.ts'
import { visionReport } from './layouts/vision-report.ts'
import type { FileRow, FileRows } from './file-rows.ts'
import type { ReadRows } from './read-rows.ts'

/** Asked in this order; the last one takes any table. */
const LAYOUTS: readonly Layout[] = [emisPatientReport, systmOneReport, visionReport, hospitalList, plain]
const ROWS_TO_LOOK_AT = 30
const LETTER = /\p{L}/u

/** The layout of a code. */
export const layoutOf = (code: ImportLayout): Layout => LAYOUTS.find((layout) => layout.code === code) ?? plain

const knownHeadings = (row: FileRow): number =>
  row.cells.filter((cell) => cell.trim() !== '' && fieldOfHeading(cell) !== null).length

const isMadeOfWords = (row: FileRow, word: RegExp): boolean => {
  const filled = row.cells.map(plainCell).filter((cell) => cell !== '')
  return filled.length >= 2 && filled.every((cell) => word.test(cell)) && new Set(filled).size === filled.length
}

/**
 * The place of the row with the most headings we know among the first 30; failing that of the first that is all words,
 * or -1.
 * @param known how many headings of a row we know.
 * @param word what a heading has in it.
 */
export const findHeader = (rows: FileRows, known: (row: FileRow) => number, word: RegExp): number => {
  const first = rows.slice(0, ROWS_TO_LOOK_AT)
  const counts = first.map(known)
  const most = Math.max(0, ...counts)
  return most >= 2 ? counts.indexOf(most) : first.findIndex((row) => isMadeOfWords(row, word))
}

const headerAtLine = (rows: FileRows, line: number): number => {
  const first = rows.slice(0, line)
  const at = first.findIndex((row) => row.line >= line)
  const holds = at > 0 && (first[at]?.line ?? 0) > line ? at - 1 : at
  if (holds >= 0 && holds < rows.length - 1) return holds
  throw new AppError(
    'validation',
    `There is nothing below line ${line} to bring in. Choose the line that holds the headings.`,
    {
      fieldErrors: { 'reading.headerLine': 'Choose the line that holds the headings' },
    },
  )
}

/** Figures, not people: an EMIS search-count report has these two headings and no patient. */
const refuseCounts = (rows: FileRows): void => {
  const isCountReport = rows.slice(0, ROWS_TO_LOOK_AT).some((row) => {
    const names = row.cells.map(normaliseName)
    return names.includes('population count') && names.includes('organisation')
  })
  if (isCountReport) {
    throw new AppError(
      'validation',
      'This is an EMIS search-count report: it holds figures for practices and no people. Bring it in under Practice figures, or export the patient report of the search and bring that in here.',
    )
  }
}

const TOTAL = /^(?:grand )?totals?(?: (?:number of )?(?:patients|people|rows|records))?:?(?: \d+)?$/i
const FIGURE = /^[\d.,]+ ?%?$/

/**
 * A row under the data that sums it up: "Total", and nothing else but figures. Somebody called Total has more on their
 * row than that.
 */
const isTotal = (row: FileRow): boolean => {
  const [first, ...others] = row.cells.map(plainCell).filter((cell) => cell !== '')
  return (
    first !== undefined && TOTAL.test(first) && others.every((cell) => FIGURE.test(cell) && !parseNhsNumber(cell).ok)
  )
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const factsOf = (table: {
  headerLine: number
  preamble: number
  mended: number
  repeated: number
  totals: number
  blank: number
  emptyColumns: number
}): ImportFact[] => {
  const facts: ImportFact[] = [
    {
      what: `Headings found on line ${table.headerLine}`,
      detail: table.preamble === 0 ? null : `${plural(table.preamble, 'row', 'rows')} above them set aside`,
    },
  ]
  if (table.mended > 0)
    facts.push({ what: `${plural(table.mended, 'heading', 'headings')} had line breaks`, detail: 'Mended' })
  if (table.emptyColumns > 0)
    facts.push({
      what: `${plural(table.emptyColumns, 'column', 'columns')} without heading or values`,
      detail: 'Left out',
    })
  if (table.repeated > 0)
    facts.push({ what: `Headings repeated on ${plural(table.repeated, 'row', 'rows')}`, detail: 'Set aside' })
  if (table.totals > 0) facts.push({ what: 'Last row was a total', detail: 'Left out of the count' })
  if (table.blank > 0) facts.push({ what: plural(table.blank, 'blank row', 'blank rows'), detail: 'Set aside' })
  return facts
}

/** Columns at the end that have neither a heading nor a value, as a trailing comma makes. */
const emptyTail = (header: FileRow, body: FileRows): number => {
  const named = header.cells.findLastIndex((cell) => plainCell(cell) !== '') + 1
  const width = header.cells.length
  let filled = named
  for (const { cells } of body) {
    for (let at = filled; at < width; at += 1) if (plainCell(cells[at]) !== '') filled = at + 1
    if (filled === width) break
  }
  return width - filled
}

export interface TableWishes {
  readonly headerLine: number | null
  readonly layout: ImportLayout | null
}

/**
 * Finds the table in a file's rows: its headings on any of the first 30 rows, the rows of data under them, and what was
 * set aside (preamble, total, empty last columns).
 * @throws AppError `validation` when there are no headings, no data, or the file holds figures and no people.
 */
export const findTable = ({ rows, blank }: Omit<ReadRows, 'leftOut'>, wishes: TableWishes): Table => {
  refuseCounts(rows)
  const at =
    wishes.headerLine === null ? findHeader(rows, knownHeadings, LETTER) : headerAtLine(rows, wishes.headerLine)
  const header = at < 0 ? undefined : rows.at(at)
  if (header === undefined) {
    throw new AppError(
      'validation',
      'No headings were found in this file. Its first rows should name the columns, such as NHS number, surname and date of birth.',
    )
  }
  const preamble = rows.slice(0, at)
  const last = rows.length > at + 1 ? rows.at(-1) : undefined
  const totals = last !== undefined && isTotal(last) ? 1 : 0
  const data = rows.between(at + 1, rows.length - totals)
  const emptyColumns = emptyTail(header, data)
  const headings = header.cells.slice(0, header.cells.length - emptyColumns).map(plainCell)
  const body = data.withoutCopiesOf(rows, at)
  if (headings.length < 2)
    throw new AppError(
      'validation',
      'This file has a single column. Choose another separator, or export the list again as CSV.',
    )
  if (body.length === 0)
    throw new AppError(
      'validation',
      'There are headings in this file and no rows under them. Nothing can be brought in.',
    )
  const layout =
    wishes.layout === null ? (LAYOUTS.find((one) => one.fits(preamble, headings)) ?? plain) : layoutOf(wishes.layout)
  const mended = header.cells.filter((cell) => /[\r\n]/.test(cell.trim())).length
  return {
    layout: layout.code,
    headerLine: header.line,
    headings,
    body,
    facts: [
      ...layout.facts(preamble, headings),
      ...factsOf({
        headerLine: header.line,
        preamble: preamble.length,
        mended,
        repeated: data.length - body.length,
        totals,
        blank,
        emptyColumns,
      }),
    ],
    blankRows: blank,
  }
}
