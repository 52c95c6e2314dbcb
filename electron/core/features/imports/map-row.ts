import type { IsoDate } from '#shared/domain/partial-date.ts'
import { refuseFaultyCells } from './cell-faults.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { IncomingBlock, IncomingDiagnosis, IncomingEvent, IncomingPerson, RejectedBlock } from './incoming.ts'
import type { Block } from './layouts/layout.ts'
import { clinicalReader } from './map-clinical.ts'
import { personReader } from './map-person.ts'
import type { FileRow } from './file-rows.ts'
import { rejectRow, RowProblem } from './row-problem.ts'

export type MappedBlock =
  | { readonly ok: true; readonly block: IncomingBlock }
  | { readonly ok: false; readonly rejected: RejectedBlock }

interface BlockInMaking {
  person: IncomingPerson | null
  diagnoses: IncomingDiagnosis[]
  events: IncomingEvent[]
}

const hasSlipped = (plan: ColumnPlan, row: FileRow): boolean =>
  row.cells.length > plan.width && row.cells.slice(plan.width).some((cell) => cell.trim() !== '')

/** Reads what a block of rows says of one person. */
export type BlockReader = (rows: Block) => MappedBlock

/**
 * Settles once for a file how its blocks are read. A block is taken whole or not at all, so that a rejected one can be
 * mended and brought in again as it stands; rows that have no fault themselves say which line has.
 */
export const blockReader = (plan: ColumnPlan, today: IsoDate): BlockReader => {
  const people = personReader(plan, today)
  const clinicalOf = clinicalReader(plan, today)
  /** @throws RowProblem */
  const readRow = (row: FileRow, block: BlockInMaking): void => {
    if (hasSlipped(plan, row))
      rejectRow(
        'The row has more cells than there are headings. A separator inside a value may lack its quotation marks',
      )
    refuseFaultyCells(plan, row)
    block.person ??= people.read(row)
    const { diagnoses, events } = clinicalOf(row, block.person.birthDate)
    if (block.diagnoses.length === 0) block.diagnoses = diagnoses
    else block.diagnoses.push(...diagnoses)
    if (block.events.length === 0) block.events = events
    else block.events.push(...events)
  }
  return (rows) => {
    const block: BlockInMaking = { person: null, diagnoses: [], events: [] }
    let at: FileRow | undefined
    try {
      for (const row of rows) {
        at = row
        readRow(row, block)
      }
      const { person, diagnoses, events } = block
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
          person: block.person ?? people.glimpse(first),
          rows: rows.map((row) => ({
            line: row.line,
            reason: row === faulty ? cause.message : 'Belongs to a person with a rejected row',
          })),
        },
      }
    }
  }
}
