import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import type { ImportColumn, ImportField } from '#shared/features/imports/schema.ts'
import { cleanCell } from './clean-cell.ts'
import { eventGroups, isDateField, repeatedEventColumns } from './column-plan.ts'
import { dateColumn } from './dates-in-columns.ts'
import { fieldOfHeading, isHospitalNumber } from './headings.ts'
import type { Table } from './layouts/layout.ts'
import type { FileRow, FileRows } from './file-rows.ts'
import { shortEnough } from './short-enough.ts'

type Suggestion = Pick<ImportColumn, 'field' | 'certainty' | 'reason'>

/** Values looked at to check a suggestion: enough to be sure, few enough to be quick on a million rows. */
const ROWS_LOOKED_AT = 2_000
const SAMPLE_ROWS = 12
/** Share of right check digits from which a column without a telling heading is taken for NHS numbers. 1 in 11 is chance. */
const ENOUGH_RIGHT = 0.8

const LEFT_OUT: Suggestion = { field: 'leave_out', certainty: 'not-needed', reason: 'Not needed, not kept' }
const MANY_TIMES: ReadonlySet<ImportField> = new Set(['leave_out', 'event_date', 'event_term', 'event_value'])

/** Rows spread evenly over the file, so that examples are not all from its start. */
const sampleRows = (body: FileRows): FileRow[] => {
  const count = Math.min(SAMPLE_ROWS, body.length)
  return Array.from({ length: count }, (_, at) => body.at(Math.floor((at * body.length) / count))).filter(
    (row) => row !== undefined,
  )
}

const rightNumbers = (values: readonly string[]): { right: number; filled: number } => {
  const filled = values.filter((value) => value !== '')
  return { right: filled.filter((value) => parseNhsNumber(value).ok).length, filled: filled.length }
}

const checkNumbers = (values: readonly string[]): Suggestion => {
  const { right, filled } = rightNumbers(values)
  if (filled === 0) return { field: 'nhs_number', certainty: 'named', reason: 'Named so, but empty' }
  const words =
    right === filled
      ? `Check digit right on ${right.toLocaleString('en-GB')}`
      : `Check digit right on ${right} of ${filled}`
  return { field: 'nhs_number', certainty: right === 0 ? 'guessed' : 'checked', reason: words }
}

const checkDates = (field: ImportField, values: readonly string[]): Suggestion => {
  const { style, words, filled } = dateColumn(values)
  if (filled === 0) return { field, certainty: 'named', reason: 'Named so, but empty' }
  if (style === 'month-first') return { field, certainty: 'guessed', reason: 'The month is first' }
  if (style === 'mixed') return { field, certainty: 'guessed', reason: 'Day and month either way round' }
  return { field, certainty: style === 'empty' ? 'guessed' : 'checked', reason: words }
}

const fromHeading = (field: ImportField, values: readonly string[]): Suggestion => {
  if (field === 'leave_out') return LEFT_OUT
  if (field === 'nhs_number') return checkNumbers(values)
  if (isDateField(field)) return checkDates(field, values)
  return { field, certainty: 'named', reason: 'Named so' }
}

const fromValues = (values: readonly string[], heading: string): Suggestion => {
  const { right, filled } = rightNumbers(values)
  if (filled === 0) return { field: 'leave_out', certainty: 'not-needed', reason: 'Empty' }
  if (right / filled >= ENOUGH_RIGHT && right > 1)
    return {
      field: 'nhs_number',
      certainty: 'guessed',
      reason: `Our suggestion: check digit right on ${right} of ${filled}`,
    }
  return { field: 'leave_out', certainty: 'unknown', reason: heading === '' ? 'No heading' : 'New column' }
}

const THERE_ALREADY: Suggestion = {
  field: 'leave_out',
  certainty: 'unknown',
  reason: 'Another column goes there already',
}

/** Where there are NHS numbers: kept as our own number of somebody, it would differ from ours for everybody we know. */
const OF_THE_HOSPITAL: Suggestion = { ...LEFT_OUT, reason: 'The hospital’s own number' }

const suggest = (
  heading: string,
  values: readonly string[],
  taken: ReadonlySet<ImportField>,
  hasNhsNumbers: boolean,
): Suggestion => {
  const named = fieldOfHeading(heading)
  if (hasNhsNumbers && isHospitalNumber(heading)) return OF_THE_HOSPITAL
  const suggestion = named === null ? fromValues(values, heading) : fromHeading(named, values)
  if (MANY_TIMES.has(suggestion.field) || !taken.has(suggestion.field)) return suggestion
  return THERE_ALREADY
}

/** "Event date" alone, without a term beside it, is the date of the diagnosis; a term without a date is the diagnosis. */
const settleLoneEvents = (columns: readonly ImportColumn[]): ImportColumn[] => {
  const count = (field: ImportField): number => columns.filter((column) => column.field === field).length
  const lacksTerm = count('event_term') === 0
  const lacksDate = count('event_date') === 0
  return columns.map((column) => {
    if (column.field === 'event_value' && (lacksTerm || lacksDate)) return { ...column, ...LEFT_OUT }
    if (column.field === 'event_date' && lacksTerm)
      return { ...column, field: 'leave_out', certainty: 'unknown', reason: 'A date without words that say of what' }
    if (column.field !== 'event_term' || !lacksDate) return column
    return { ...column, field: 'leave_out', certainty: 'unknown', reason: 'Words without a date that says when' }
  })
}

const ALONE: Partial<Record<ImportField, string>> = {
  event_date: 'A date without words that say of what',
  event_term: 'Words without a date that says when',
  event_value: 'A value without words that say of what',
}

/** What tells more of an event than we take, and what is left without its date or its words. */
const settleEventGroups = (columns: readonly ImportColumn[]): ImportColumn[] => {
  const repeated = new Set(repeatedEventColumns(columns))
  const once = columns.map((column): ImportColumn => (repeated.has(column) ? { ...column, ...THERE_ALREADY } : column))
  const alone = new Set(
    eventGroups(once).flatMap(({ date, term, value }) => (date === null || term === null ? [date, term, value] : [])),
  )
  return once.map((column) =>
    alone.has(column.index)
      ? { ...column, field: 'leave_out', certainty: 'unknown', reason: ALONE[column.field] ?? '' }
      : column,
  )
}

/** Every column of a table with where it could go and why. A field is offered once, save those that come in groups. */
export const suggestColumns = (table: Table): { columns: ImportColumn[]; sampleLines: number[] } => {
  const samples = sampleRows(table.body)
  const looked = table.body.slice(0, ROWS_LOOKED_AT)
  const taken = new Set<ImportField>()
  const hasNhsNumbers = table.headings.some(
    (heading, index) =>
      fieldOfHeading(heading) === 'nhs_number' && looked.some(({ cells }) => cleanCell(cells[index]) !== ''),
  )
  const columns = table.headings.map((heading, index): ImportColumn => {
    const suggestion = suggest(
      heading,
      looked.map((row) => cleanCell(row.cells[index])),
      taken,
      hasNhsNumbers,
    )
    taken.add(suggestion.field)
    const shown = samples.map((row) => shortEnough(cleanCell(row.cells[index])))
    return { index, heading: shortEnough(heading), samples: shown, dates: null, ...suggestion }
  })
  return { columns: settleEventGroups(settleLoneEvents(columns)), sampleLines: samples.map((row) => row.line) }
}
