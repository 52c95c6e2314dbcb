import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { WordChoice } from '#shared/features/imports/matching.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { blocksOf } from './blocks.ts'
import { type ColumnPlan, planColumns } from './column-plan.ts'
import { refuseUnanswered } from './date-questions.ts'
import { FileRows } from './file-rows.ts'
import { layoutOf } from './find-table.ts'
import type { Incoming, IncomingBlock, RejectedBlock } from './incoming.ts'
import type { Table } from './layouts/layout.ts'
import { datesOf, type Lookable } from './look.ts'
import { mapBlock } from './map-row.ts'
import { KnownPeople } from './match.ts'
import { knownPeople, type KnownPerson } from './our-people.ts'
import { PeopleOfFile } from './people-of-file.ts'

const ROWS_A_SLICE = 1_000

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

/** The people of a file, and the rows nobody could be made of. */
export interface PeopleRead {
  readonly people: PeopleOfFile
  readonly rejected: readonly RejectedBlock[]
}

/**
 * Reads every row as what it tells of somebody.
 * @param told what is made of a block before it is put together with others of the same person.
 */
export const readPeople = async (
  { report, env }: JobContext,
  table: Table,
  plan: ColumnPlan,
  told: (block: IncomingBlock) => IncomingBlock = (block) => block,
): Promise<PeopleRead> => {
  const today = env.clock.today()
  const people = new PeopleOfFile()
  const rejected: RejectedBlock[] = []
  let rows = 0
  let reported = -ROWS_A_SLICE
  for (const block of blocksOf(table, layoutOf(table.layout), (column) => plan.isIdentifier(column))) {
    if (rows - reported >= ROWS_A_SLICE) {
      await report({ step: 'Reading people', done: rows, total: table.body.length, unit: 'rows' })
      reported = rows
    }
    const mapped = mapBlock(block, plan, today)
    if (mapped.ok) people.add(told(mapped.block))
    else rejected.push(mapped.rejected)
    rows += block.length
  }
  return { people, rejected: [...rejected, ...people.settle()] }
}

/** Reads the lines of one person again, who was read before without fault. */
export const readAgain = (table: Table, plan: ColumnPlan, lines: readonly number[], today: IsoDate): Incoming => {
  const body = FileRows.of(lines.map((line) => table.body.onLine(line)))
  const people = new PeopleOfFile()
  for (const block of blocksOf({ ...table, body }, layoutOf(table.layout), (column) => plan.isIdentifier(column))) {
    const mapped = mapBlock(block, plan, today)
    if (mapped.ok) people.add(mapped.block)
  }
  people.settle()
  const [person] = people.take(0, 1)
  if (person?.ok !== true) throw new Error('a person was read without fault and cannot be read again')
  return person.incoming
}

/** Everybody on the register, to find the people of a file among. @param see called with each slice of them. */
export const readKnown = async (
  { read, report }: JobContext,
  see: (people: readonly KnownPerson[]) => void = () => undefined,
): Promise<KnownPeople> => {
  const known = new KnownPeople()
  for await (const people of knownPeople(read)) {
    await report({ step: 'Reading the register', done: known.size, total: null, unit: 'people' })
    for (const person of people) known.add(person)
    see(people)
  }
  return known
}
