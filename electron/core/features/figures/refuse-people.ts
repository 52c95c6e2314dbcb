import { AppError } from '#shared/contract/errors.ts'
import { guessFigureKind } from '#shared/features/figures/suggest.ts'
import { holdsNhsNumber, looksLikeNhsNumber, looksLikePersonName } from '#shared/features/figures/people-marks.ts'
import { cleanCell, dateColumn, fieldOfHeading } from '../imports/public.ts'
import { dayReader, type FigureTable } from './figure-table.ts'

const PERSONAL_FIELDS = new Set(['nhs_number', 'surname', 'given_name', 'birth_date', 'death_date'])
const ROWS_A_SLICE = 5_000
/** Enough dates, far enough apart, to be the births of people and not the dates of reports. */
const FEWEST_BIRTHS = 5
const SPAN_OF_BIRTHS = 25

/** @param at place of the column from 0. Its heading is not quoted: in a file without headings it may be somebody's name. */
const refusal = (at: number, what: string): AppError =>
  new AppError(
    'validation',
    `This file looks like a list of people: column ${at + 1} ${what}. Practice figures never hold people. Bring the file in under Imports instead.`,
  )

interface Tally {
  filled: number
  tenDigits: number
  nhsNumbers: number
  names: number
}

const note = (tally: Tally, cell: string): void => {
  if (cell === '') return
  tally.filled += 1
  if (looksLikeNhsNumber(cell)) tally.tenDigits += 1
  if (cell.length >= 10 && holdsNhsNumber(cell)) tally.nhsNumbers += 1
  if (looksLikePersonName(cell)) tally.names += 1
}

/** One number in eleven is right by chance, so a column of other ten-digit numbers has few that are. */
const holdsNhsNumbers = ({ tenDigits, nhsNumbers }: Tally): boolean => nhsNumbers > 0 && nhsNumbers * 2 >= tenDigits

const holdsNames = ({ filled, names }: Tally): boolean => names > 0 && names * 2 > filled

const holdsBirthDates = (cells: readonly string[], today: string): boolean => {
  if (dateColumn(cells).filled < FEWEST_BIRTHS) return false
  const read = dayReader(cells, today)
  const years = cells.map(read).flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]))
  return (
    years.length >= FEWEST_BIRTHS &&
    years.length * 2 > cells.length &&
    Math.max(...years) - Math.min(...years) >= SPAN_OF_BIRTHS
  )
}

/**
 * Practice figures are never mixed with people. Looks at every heading and every cell of the file, those above the
 * headings too, whatever will be kept of it.
 * @param onSlice called now and then, so that the caller can report, breathe or stop.
 * @throws AppError `validation` that points to Imports, without anything of the file in it.
 */
export const refusePeople = async (
  table: FigureTable,
  today: string,
  onSlice: (rows: number) => Promise<void>,
): Promise<void> => {
  const { headings, body, preamble } = table
  const named = headings.findIndex((heading) => PERSONAL_FIELDS.has(fieldOfHeading(heading) ?? ''))
  if (named >= 0) throw refusal(named, 'has the heading of NHS numbers, names or dates')
  const tallies: Tally[] = []
  const look = (cells: readonly string[]): void => {
    for (const [at, cell] of cells.entries()) {
      const tally = (tallies[at] ??= { filled: 0, tenDigits: 0, nhsNumbers: 0, names: 0 })
      note(tally, cleanCell(cell))
    }
  }
  for (const { cells } of preamble) look(cells)
  look(headings)
  for (const [at, { cells }] of body.entries()) {
    if (at % ROWS_A_SLICE === 0) await onSlice(at)
    look(cells)
  }
  const numbers = tallies.findIndex(holdsNhsNumbers)
  if (numbers >= 0) throw refusal(numbers, 'holds NHS numbers')
  const names = tallies.findIndex(holdsNames)
  if (names >= 0) throw refusal(names, 'holds names of people')
  if (guessFigureKind(headings) !== null) return
  const births = headings.findIndex((_heading, at) =>
    holdsBirthDates(
      Array.from(body, ({ cells }) => cleanCell(cells[at])),
      today,
    ),
  )
  if (births >= 0) throw refusal(births, 'holds what may be dates of birth')
}
