import { AppError } from '#shared/contract/errors.ts'
import type { ImportBatch, ImportCounts } from '#shared/features/imports/schema.ts'
import type { CommandContext, JobContext } from '../../context.ts'
import { withoutIndexes } from '../../db/without-indexes.ts'
import { batchFromRow, findBatch } from './batches.ts'
import { storesSomething } from './decide.ts'
import { decidedOf, type StoredDraft } from './drafts.ts'
import { registerMark } from './our-people.ts'
import { type ImportPlan, refuseUnbalanced } from './plan.ts'
import type { Planned, PlannedInFull } from './planned.ts'
import { rememberMatching } from './profiles.ts'
import { keptRows } from './rejected-rows.ts'
import { writePeople } from './write-people.ts'

const PEOPLE_A_SLICE = 500
/** Rejected rows hold whole rows of the file, so fewer are copied at once. */
const BLOCKS_A_SLICE = 64

const isToBeWritten = (planned: Planned): planned is PlannedInFull =>
  planned.incoming !== null && storesSomething(planned.decision)

const refuseMovedRegister = async (context: CommandContext, mark: number): Promise<void> => {
  if ((await registerMark(context.db)) === mark) return
  throw new AppError(
    'stale',
    'The register has changed since this check, so what you saw is no longer what would happen. Check the changes again. Nothing was saved.',
  )
}

const storeBatch = async (
  context: CommandContext,
  draft: StoredDraft,
  counts: ImportCounts,
  name: string,
): Promise<string> => {
  const id = context.env.ids.next()
  await context.insert('import_batch', {
    id,
    name,
    layout: draft.table.layout,
    imported_at: context.env.clock.now(),
    user_name: context.user.name,
    counts: JSON.stringify(counts),
    audit_seq: context.auditSeq,
    undone_at: null,
  })
  return id
}

const storeRejected = async (
  context: CommandContext,
  draft: StoredDraft,
  plan: ImportPlan,
  batchId: string,
): Promise<void> => {
  for (let start = 0; start < plan.rejected.length; start += BLOCKS_A_SLICE) {
    const kept = keptRows(draft.table, plan.rejected.slice(start, start + BLOCKS_A_SLICE))
    await context.insertMany(
      'import_rejection',
      kept.map(({ line, reason, cells }) => ({
        id: context.env.ids.next(),
        batch_id: batchId,
        line,
        reason,
        cells: JSON.stringify(cells),
      })),
    )
  }
}

const COUNTED_TABLES = ['person', 'cancer_episode', 'journey_event', 'import_rejection'] as const
type TableCounts = Record<(typeof COUNTED_TABLES)[number], number>

const countTables = async (context: CommandContext): Promise<TableCounts> => {
  const found = {} as TableCounts
  for (const table of COUNTED_TABLES) {
    const { rows } = await context.db
      .selectFrom(table)
      .select((count) => count.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    found[table] = rows
  }
  return found
}

/**
 * Counts the tables again, apart from how the rows got there.
 * @throws Error when it is not what was shown; the transaction then leaves nothing behind.
 */
const countAgain = async (context: CommandContext, before: TableCounts, counts: ImportCounts): Promise<void> => {
  refuseUnbalanced(counts)
  const after = await countTables(context)
  const shown: TableCounts = {
    person: counts.people.new,
    cancer_episode: counts.diagnosesAdded,
    journey_event: counts.eventsAdded,
    import_rejection: counts.rows.rejected,
  }
  for (const table of COUNTED_TABLES) {
    const stored = after[table] - before[table]
    if (stored !== shown[table])
      throw new Error(`an import stored ${stored} rows of ${table} where ${shown[table]} were shown`)
  }
}

/**
 * Brings in a checked draft in one transaction, counted again before it ends, while a backup of the register as it was
 * is made beside it; nothing is kept until that backup is verified. Stopping, a fault or a power cut leaves the register
 * as it was.
 * @throws AppError `stale` when somebody changed the register since the check; `cancelled`; `io`.
 */
export const commitDraft = async (job: JobContext, draft: StoredDraft, name: string): Promise<ImportBatch> => {
  const { plan, registerMark: mark } = decidedOf(draft)
  const { counts } = plan.preview
  const toWrite = plan.planned.filter(isToBeWritten)
  const backup = job.session.backUp('before-import')
  const stored = job.write(async (context) => {
    await refuseMovedRegister(context, mark)
    const before = await countTables(context)
    const batchId = await storeBatch(context, draft, counts, name)
    await storeRejected(context, draft, plan, batchId)
    await rememberMatching(context, draft)
    const bringIn = async (): Promise<void> => {
      for (let at = 0; at < toWrite.length; at += PEOPLE_A_SLICE) {
        await job.report({ step: 'Bringing in people', done: at, total: toWrite.length, unit: 'people' })
        await writePeople(context, toWrite.slice(at, at + PEOPLE_A_SLICE))
      }
    }
    await (counts.people.new > counts.peopleBefore ? withoutIndexes(context.handle, bringIn) : bringIn())
    await job.report({ step: 'Verifying the backup', done: toWrite.length, total: toWrite.length, unit: 'people' })
    await backup
    await job.report({ step: 'Counting again', done: toWrite.length, total: toWrite.length, unit: 'people' })
    await countAgain(context, before, counts)
    context.note({ rowsIn: counts.rowsIn, rows: counts.rows, layout: draft.table.layout })
    return batchFromRow(await findBatch(context.db, batchId))
  })
  // A backup that is still being made when the import has failed is waited for, so that nothing is left half done.
  await Promise.allSettled([backup, stored])
  return stored
}
