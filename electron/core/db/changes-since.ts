import type { ReadDb } from './database.ts'

/**
 * Tables whose rows say nothing of people, the practice or its work, and that are written every few seconds while
 * somebody types: what is kept in memory of the register holds on through them.
 */
const TYPED_IN = ['toolkit_document', 'toolkit_block', 'toolkit_revision', 'toolkit_comment', 'toolkit_issue']

/** How far the history of changes goes. */
export const changeNumber = async (db: ReadDb): Promise<number> => {
  const { last } = await db
    .selectFrom('change')
    .select((select) => select.fn.max<number | null>('seq').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Whether anything but the documents of the toolkit has changed since the history went so far. */
export const hasChangedSince = async (db: ReadDb, seq: number): Promise<boolean> => {
  const row = await db
    .selectFrom('change')
    .select('seq')
    .where('seq', '>', seq)
    .where('table_name', 'not in', TYPED_IN)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
