import type { ColumnChoice, ImportOutcome, ImportRow } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import { planColumns } from './column-plan.ts'
import type { StoredDraft } from './drafts.ts'
import { layoutOf } from './find-table.ts'
import type { IncomingBlock, RejectedBlock } from './incoming.ts'
import { knownPeople, loadPeople, registerMark } from './our-people.ts'
import { mapBlocks, matchedIds, matchPeople, planImport, plannedRow, rejectedRow, type ImportPlan } from './plan.ts'

const BLOCKS_A_SLICE = 1_000

/** Decides what bringing in a draft would do, against the register as it is now. Saves nothing. */
export const previewDraft = async (
  context: JobContext,
  draft: StoredDraft,
  choices: readonly ColumnChoice[],
): Promise<StoredDraft> => {
  const { env, report, read } = context
  const { table } = draft
  const today = env.clock.today()
  const plan = planColumns(table, choices, today)
  const blocks = layoutOf(table.layout).blocks(table.body, (column) => plan.isIdentifier(column))
  const into: { read: IncomingBlock[]; rejected: RejectedBlock[] } = { read: [], rejected: [] }
  for (let start = 0; start < blocks.length; start += BLOCKS_A_SLICE) {
    await report({ step: 'Reading people', done: start, total: blocks.length, unit: 'people' })
    mapBlocks(blocks.slice(start, start + BLOCKS_A_SLICE), plan, today, into)
  }
  await report({ step: 'Comparing with the register', done: 0, total: into.read.length, unit: 'people' })
  const mark = await registerMark(read)
  const file = matchPeople(into.read, into.rejected, await knownPeople(read))
  const ours = await loadPeople(read, matchedIds(file))
  await report({ step: 'Counting', done: into.read.length, total: into.read.length, unit: 'people' })
  const decided = { plan: planImport(file, ours, table.body.length), registerMark: mark }
  return { ...draft, decided, shown: { ...draft.shown, columns: chosenColumns(draft, choices) } }
}

/** The draft's columns as they were last chosen, so that going back a step shows them. */
const chosenColumns = ({ shown }: StoredDraft, choices: readonly ColumnChoice[]): StoredDraft['shown']['columns'] => {
  const chosen = new Map(choices.map(({ index, field }) => [index, field]))
  return shown.columns.map((column) => {
    const field = chosen.get(column.index) ?? 'leave_out'
    return field === column.field ? column : { ...column, field, certainty: 'named' as const, reason: 'Chosen by you' }
  })
}

/** A page of the people of one outcome, in file order. */
export const previewPage = (
  plan: ImportPlan,
  outcome: ImportOutcome,
  offset: number,
  limit: number,
): { rows: ImportRow[]; total: number } => {
  if (outcome === 'rejected') {
    return { rows: plan.rejected.slice(offset, offset + limit).map(rejectedRow), total: plan.rejected.length }
  }
  const planned = plan.planned.filter(({ decision }) => decision.outcome === outcome)
  return { rows: planned.slice(offset, offset + limit).map(plannedRow), total: planned.length }
}
