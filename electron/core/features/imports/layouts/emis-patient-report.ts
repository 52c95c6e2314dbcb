import { normaliseName } from '#shared/domain/text-match.ts'
import type { FileRow } from '../file-rows.ts'
import { type Layout, plainCell } from './layout.ts'

/**
 * The patient-level report of EMIS Web: a preamble with "Last Run" and "Relative Date", clinical columns that repeat as
 * Date, Code Term, Value, and a person's further entries on rows of their own whose identifying cells are blank.
 * Known from exports described in practice guides and from code that reads them; real files vary, so each mark counts
 * for itself.
 */

const isCodeTerm = (heading: string): boolean => normaliseName(heading) === 'code term'

/** The cell after a label in the preamble: the report's own dates. */
const valueAfter = (preamble: readonly FileRow[], label: string): string | null => {
  for (const { cells } of preamble) {
    const at = cells.findIndex((cell) => normaliseName(cell) === label)
    const value = at < 0 ? '' : plainCell(cells[at + 1])
    if (value !== '') return value
  }
  return null
}

const hasValue = (row: FileRow, isWanted: (column: number) => boolean): boolean =>
  row.cells.some((cell, column) => isWanted(column) && cell.trim() !== '')

/** True when a row says nothing of who it is about, only what happened. */
const continues = (row: FileRow, isIdentifier: (column: number) => boolean): boolean =>
  !hasValue(row, isIdentifier) && hasValue(row, (column) => !isIdentifier(column))

export const emisPatientReport: Layout = {
  code: 'emis-patient-report',
  fits(preamble, headings) {
    const names = new Set(headings.map(normaliseName))
    return (
      valueAfter(preamble, 'last run') !== null ||
      names.has('emis number') ||
      headings.filter(isCodeTerm).length > 1 ||
      (names.has('family name') && names.has('calling name'))
    )
  },
  facts(preamble) {
    const lastRun = valueAfter(preamble, 'last run')
    const relative = valueAfter(preamble, 'relative date')
    if (lastRun === null && relative === null) return []
    return [
      {
        what: lastRun === null ? 'No “Last Run” date' : `“Last Run” ${lastRun}`,
        detail: relative === null ? null : `Relative date ${relative}`,
      },
    ]
  },
  continues,
}
