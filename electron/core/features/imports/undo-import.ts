import { AppError } from '#shared/contract/errors.ts'
import type { CommandContext } from '../../context.ts'
import { undoChangeSet, type UndoResult } from '../../db/undo.ts'
import { findBatch } from './batches.ts'

/**
 * Lifts out one import: what it added goes, what it changed is put back, unless somebody worked on it since. The import
 * itself stays in the list, marked as undone, with its rejected rows.
 * @throws AppError `conflict` when it was undone before.
 */
export const undoImport = async (context: CommandContext, batchId: string): Promise<UndoResult> => {
  const batch = await findBatch(context.db, batchId)
  if (batch.undone_at !== null)
    throw new AppError('conflict', 'This import was undone before. Nothing was changed now.')
  const result = await undoChangeSet(context.handle, context.recorder, batch.audit_seq, [
    'import_batch',
    'import_rejection',
  ])
  await context.update('import_batch', batchId, { undone_at: context.env.clock.now() }, null)
  context.note({ undoesImport: batch.audit_seq, ...result })
  return result
}
