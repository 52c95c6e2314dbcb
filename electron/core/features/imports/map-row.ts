import type { IsoDate } from '#shared/domain/partial-date.ts'
import { refuseFaultyCells } from './cell-faults.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { IncomingBlock, IncomingDiagnosis, IncomingEvent, IncomingPerson, RejectedBlock } from './incoming.ts'
import type { Block } from './layouts/layout.ts'
import { mapClinical } from './map-clinical.ts'
import { glimpsePerson, mapPerson } from './map-person.ts'
import type { FileRow } from './file-rows.ts'
import { rejectRow, RowProblem } from './row-problem.ts'

export type MappedBlock =
  | { readonly ok: true; readonly block: IncomingBlock }
  | { readonly ok: false; readonly rejected: RejectedBlock }

const hasSlipped = (plan: ColumnPlan, row: FileRow): boolean =>
  row.cells.length > plan.width && row.cells.slice(plan.width).some((cell) => cell.trim() !== '')

/**
 * Reads what a block of rows says of one person. A block is taken whole or not at all, so that a rejected one can be
 * mended and brought in again as it stands; rows that have no fault themselves say which line has.
 */
export const mapBlock = (rows: Block, plan: ColumnPlan, today: IsoDate): MappedBlock => {
  const diagnoses: IncomingDiagnosis[] = []
  const events: IncomingEvent[] = []
  let person: IncomingPerson | null = null
  let at: FileRow | undefined
  try {
    for (const row of rows) {
      at = row
      if (hasSlipped(plan, row))
        rejectRow(
          'The row has more cells than there are headings. A separator inside a value may lack its quotation marks',
        )
      refuseFaultyCells(plan, row)
      person ??= mapPerson(plan, row, today)
      const clinical = mapClinical(plan, row, person.birthDate, today)
      diagnoses.push(...clinical.diagnoses)
      events.push(...clinical.events)
    }
    if (person === null) throw new Error('a block of the file has no rows')
    return { ok: true, block: { lines: rows.map(({ line }) => line), person, diagnoses, events } }
  } catch (cause) {
    if (!(cause instanceof RowProblem)) throw cause
    const faulty = at
    const [first] = rows
    if (first === undefined) throw cause
    return {
      ok: false,
      rejected: {
        person: person ?? glimpsePerson(plan, first, today),
        rows: rows.map((row) => ({
          line: row.line,
          reason: row === faulty ? cause.message : 'Belongs to a person with a rejected row',
        })),
      },
    }
  }
}
