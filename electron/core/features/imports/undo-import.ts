import { AppError } from '#shared/contract/errors.ts'
import type { UndoEffect } from '#shared/features/imports/schema.ts'
import type { JobContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ImportBatchTable } from '../../db/schema.ts'
import { takeBack } from '../../db/undo.ts'
import { type ChangeSet, type OnLook, planUndo, type UndoPlan } from '../../db/undo-plan.ts'
import { findBatch } from './batches.ts'
import { effectOf } from './undo-effect.ts'

/** The import itself stays in the list, marked as undone, with its rejected rows; so does the profile it was matched by. */
const STAYS = ['import_batch', 'import_rejection', 'import_profile'] as const

const changeSetOf = ({ audit_seq: auditSeq }: Pick<ImportBatchTable, 'audit_seq'>): ChangeSet => ({
  auditSeq,
  except: STAYS,
})

/** The audit entries under which imports were undone, by the import. */
const undoneUnder = async (db: ReadDb, batchIds: readonly string[]): Promise<Map<string, number>> => {
  const marks = await db
    .selectFrom('change')
    .select(['row_id', 'audit_seq', 'after_values'])
    .where('table_name', '=', 'import_batch')
    .where('kind', '=', 'update')
    .where('row_id', 'in', batchIds)
    .execute()
  return new Map(
    marks
      .filter(({ after_values: after }) => 'undone_at' in (JSON.parse(after ?? '{}') as object))
      .map(({ row_id: id, audit_seq: seq }) => [id ?? '', seq]),
  )
}

/**
 * Older imports that were undone while this one stood, newest first. What they had to leave for its sake goes with it, so
 * that layers come off in any order with the same end.
 */
const freedBy = async (db: ReadDb, batch: ImportBatchTable): Promise<ChangeSet[]> => {
  const older = await db
    .selectFrom('import_batch')
    .select(['id', 'audit_seq'])
    .where('undone_at', 'is not', null)
    .where('audit_seq', '<', batch.audit_seq)
    .orderBy('audit_seq', 'desc')
    .execute()
  if (older.length === 0) return []
  const undone = await undoneUnder(
    db,
    older.map(({ id }) => id),
  )
  return older.filter(({ id }) => (undone.get(id) ?? 0) > batch.audit_seq).map(changeSetOf)
}

const planFor = async (db: ReadDb, batchId: string, onLook?: OnLook): Promise<UndoPlan> => {
  const batch = await findBatch(db, batchId)
  if (batch.undone_at !== null)
    throw new AppError('conflict', 'This import was undone before. Nothing was changed now.')
  return planUndo(db, changeSetOf(batch), await freedBy(db, batch), onLook)
}

/**
 * What lifting out one import would do now: what goes, what is put back, and what stays because somebody worked on it
 * since. Writes nothing.
 * @throws AppError `conflict` when it was undone before.
 */
export const whatUndoDoes = async (db: ReadDb, batchId: string): Promise<UndoEffect> =>
  effectOf(db, await planFor(db, batchId))

/**
 * Lifts out one import: what it added goes, what it changed is put back, unless somebody worked on it since. Stopping it
 * leaves everything as it was.
 * @throws AppError `conflict` when it was undone before; `cancelled`.
 */
export const undoImport = (job: JobContext, batchId: string): Promise<UndoEffect> =>
  job.write(async (context) => {
    const { db, env, recorder } = context
    const plan = await planFor(db, batchId, (done, total) =>
      job.report({ step: 'Looking at what was changed since', done, total, unit: 'rows' }),
    )
    const effect = await effectOf(db, plan)
    await takeBack(context.handle, recorder, plan, (done, total) =>
      job.report({ step: 'Taking back', done, total, unit: 'rows' }),
    )
    await context.update('import_batch', batchId, { undone_at: env.clock.now() }, null)
    await job.report({ step: 'Bringing figures up to date', done: plan.steps.length, total: null, unit: 'rows' })
    const { audit_seq: undoesImport } = await findBatch(db, batchId)
    context.note({ undoesImport, restored: effect.restored, kept: effect.kept.entries })
    return effect
  })
