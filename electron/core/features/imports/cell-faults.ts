import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import { SEPARATORS } from '#shared/features/imports/schema.ts'
import { cleanCell } from './clean-cell.ts'
import type { ColumnPlan } from './column-plan.ts'
import { looksLikeDay } from './dates-in-columns.ts'
import type { FileRow } from './file-rows.ts'
import { rejectRow } from './row-problem.ts'

/** What a spreadsheet shows where it has no value, and leaves in the file when it saves as text. */
const ERROR_VALUE = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#+)$/i
/** Without any of these in a row no cell of it has a fault, and few rows have one. */
const IN_FAULTS = /[\r\n#\uFFFD]/
/** What a decoder puts where bytes stand for no letter. */
const NO_LETTER = '\uFFFD'
const PARTS = /[,;|\t\r\n"]+/

/**
 * Whether a cell holds the end of one row and the start of another, as when a quotation mark is opened and only the next
 * one in the file closes it: as many separators as a row has, over a line break, with a number or a day among them.
 */
const holdsRows = (cell: string, width: number): boolean => {
  if (!cell.includes('\n') && !cell.includes('\r')) return false
  const separators = Math.max(...SEPARATORS.map(({ code }) => cell.split(code).length - 1))
  if (separators < width - 1) return false
  return cell
    .split(PARTS)
    .map(cleanCell)
    .some((part) => looksLikeDay(part) || parseNhsNumber(part).ok)
}

/**
 * Refuses what no mapping could read rightly: a row that a quotation mark has swallowed, letters that were lost in
 * decoding, and a spreadsheet's error where a value is read.
 * @throws RowProblem
 */
export const refuseFaultyCells = (plan: ColumnPlan, row: FileRow): void => {
  if (!IN_FAULTS.test(row.text)) return
  if (row.cells.some((cell) => cell.length >= plan.width && holdsRows(cell, plan.width)))
    rejectRow('A cell holds a whole row of the file. A quotation mark before it may not be closed')
  for (const column of plan.readFrom) {
    const cell = row.cells[column] ?? ''
    if (cell.includes(NO_LETTER)) rejectRow('A letter of the row could not be read. Export the list again as CSV UTF-8')
    if (cell.startsWith('#') && ERROR_VALUE.test(cell.trim()))
      rejectRow('A cell holds an error of a spreadsheet, such as #N/A, where its value should be')
  }
}
