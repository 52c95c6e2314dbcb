import { AppError } from '#shared/contract/errors.ts'
import { importCountsSchema, importLayoutSchema, type ImportBatch } from '#shared/features/imports/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ImportBatchTable } from '../../db/schema.ts'
import { cellsFromJson, type KeptRow } from './rejected-rows.ts'

/** An import as screens show it. */
export const batchFromRow = (row: ImportBatchTable): ImportBatch => ({
  id: row.id,
  name: row.name,
  layout: importLayoutSchema.parse(row.layout),
  at: row.imported_at,
  userName: row.user_name,
  counts: importCountsSchema.parse(JSON.parse(row.counts)),
  auditSeq: row.audit_seq,
  undoneAt: row.undone_at,
})

/** Every import, newest first. Ids rise with time, so they settle the order of two in one second. */
export const listBatches = async (db: ReadDb): Promise<ImportBatch[]> =>
  (await db.selectFrom('import_batch').selectAll().orderBy('imported_at', 'desc').orderBy('id', 'desc').execute()).map(
    batchFromRow,
  )

/** @throws AppError `not-found`. */
export const findBatch = async (db: ReadDb, batchId: string): Promise<ImportBatchTable> => {
  const row = await db.selectFrom('import_batch').selectAll().where('id', '=', batchId).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'There is no such import. It may belong to another register.')
  return row
}

/** The rejected rows kept with an import. */
export const rejectedRowsOf = async (db: ReadDb, batchId: string): Promise<KeptRow[]> => {
  await findBatch(db, batchId)
  const rows = await db
    .selectFrom('import_rejection')
    .selectAll()
    .where('batch_id', '=', batchId)
    .orderBy('line')
    .execute()
  return rows.map(({ line, reason, cells }) => ({ line, reason, cells: cellsFromJson(cells) }))
}
