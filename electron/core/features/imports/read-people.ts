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
import { type BlockReader, blockReader } from './map-row.ts'
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

/** A file of people for which is settled how it is read. */
export interface PeopleFile {
  readonly table: Table
  readonly plan: ColumnPlan
  readonly read: BlockReader
}

/** Settles how the rows of a file are read. @param today nothing of it happened later. */
export const peopleFile = (table: Table, plan: ColumnPlan, today: IsoDate): PeopleFile => ({
  table,
  plan,
  read: blockReader(plan, today),
})

const blocksIn = ({ plan }: PeopleFile, table: Table) =>
  blocksOf(table, layoutOf(table.layout), (column) => plan.isIdentifier(column))

/** What is done with what is read, as it is read, so that of a long file nothing is kept that nobody wants. */
export interface Taking {
  block(block: IncomingBlock): void
  rejected(rejected: RejectedBlock): void
}

/** Reads every row as what it tells of somebody; stops after each slice for what has to be waited for. */
export async function* readBlocks(
  { report }: JobContext,
  file: PeopleFile,
  step: string,
  take: Taking,
): AsyncGenerator<void, void> {
  const total = file.table.body.length
  let rows = 0
  let given = 0
  for (const block of blocksIn(file, file.table)) {
    const mapped = file.read(block)
    if (mapped.ok) take.block(mapped.block)
    else take.rejected(mapped.rejected)
    rows += block.length
    if (rows - given < ROWS_A_SLICE) continue
    await report({ step, done: given, total, unit: 'rows' })
    yield
    given = rows
  }
  yield
}

/** Reads some lines again that were read before without fault. */
export const readAgain = (file: PeopleFile, lines: readonly number[]): IncomingBlock[] => {
  const body = FileRows.of(lines.map((line) => file.table.body.onLine(line)))
  return Array.from(blocksIn(file, { ...file.table, body }), (block) => {
    const mapped = file.read(block)
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
