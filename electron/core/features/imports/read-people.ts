import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { WordChoice } from '#shared/features/imports/matching.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { blocksOf } from './blocks.ts'
import { type ColumnPlan, planColumns } from './column-plan.ts'
import { refuseUnanswered } from './date-questions.ts'
import { FileRows } from './file-rows.ts'
import { layoutOf } from './find-table.ts'
import type { IncomingBlock, RejectedBlock } from './incoming.ts'
import type { Table } from './layouts/layout.ts'
import { datesOf, type Lookable } from './look.ts'
import { mapBlock } from './map-row.ts'
import { Everybody, Histories, knownDiagnoses, knownPeople } from './our-people.ts'

const ROWS_A_SLICE = 500

/** Every row is looked at before the first is read: how a column writes its dates shows in all of them together. */
export const columnsOf = async (
  context: JobContext,
  draft: Lookable,
  choices: readonly ColumnChoice[],
  words: readonly WordChoice[],
): Promise<ColumnPlan> => {
  const dates = await datesOf(context, draft, choices)
  refuseUnanswered(choices, dates)
  return planColumns(draft.table, choices, dates, context.env.clock.today(), words)
}

/** Some rows of a file, read as what they tell of somebody. */
export interface BlocksRead {
  readonly blocks: readonly IncomingBlock[]
  readonly rejected: readonly RejectedBlock[]
}

/** Reads every row as what it tells of somebody, by the slice. */
export async function* readBlocks(
  { report, env }: JobContext,
  table: Table,
  plan: ColumnPlan,
  step: string,
): AsyncGenerator<BlocksRead, void> {
  const today = env.clock.today()
  let blocks: IncomingBlock[] = []
  let rejected: RejectedBlock[] = []
  let rows = 0
  let given = 0
  for (const block of blocksOf(table, layoutOf(table.layout), (column) => plan.isIdentifier(column))) {
    const mapped = mapBlock(block, plan, today)
    if (mapped.ok) blocks.push(mapped.block)
    else rejected.push(mapped.rejected)
    rows += block.length
    if (rows - given < ROWS_A_SLICE) continue
    await report({ step, done: given, total: table.body.length, unit: 'rows' })
    yield { blocks, rejected }
    given = rows
    blocks = []
    rejected = []
  }
  yield { blocks, rejected }
}

/** Reads some lines again that were read before without fault. */
export const readAgain = (
  table: Table,
  plan: ColumnPlan,
  lines: readonly number[],
  today: IsoDate,
): IncomingBlock[] => {
  const body = FileRows.of(lines.map((line) => table.body.onLine(line)))
  const rows = blocksOf({ ...table, body }, layoutOf(table.layout), (column) => plan.isIdentifier(column))
  return Array.from(rows, (block) => {
    const mapped = mapBlock(block, plan, today)
    if (!mapped.ok) throw new Error('rows were read without fault and cannot be read again')
    return mapped.block
  })
}

/** Everybody on the register. */
export const readEverybody = async ({ read, report }: JobContext): Promise<Everybody> => {
  const everybody = new Everybody()
  for await (const told of knownPeople(read)) {
    await report({ step: 'Reading the register', done: everybody.size, total: null, unit: 'people' })
    everybody.add(told)
  }
  return everybody
}

/** Every diagnosis on the register. */
export const readHistories = async ({ read, report }: JobContext): Promise<Histories> => {
  const histories = new Histories()
  for await (const told of knownDiagnoses(read)) {
    await report({
      step: 'Reading the diagnoses of the register',
      done: histories.size,
      total: null,
      unit: 'diagnoses',
    })
    histories.add(told)
  }
  return histories
}
