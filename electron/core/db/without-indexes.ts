import { letOthersWork } from '../turn.ts'
import type { WriteHandle } from './database.ts'

/** Tables that grow by several rows with each new person. */
const GROWING = [
  'person',
  'cancer_episode',
  'journey_event',
  'change',
  'person_summary',
  'care_recall',
  'letter_gap',
  'letter_wait',
  'check_hit',
]

/** The indexes that only make reading quick. Those that keep rows apart stay. */
const readingIndexes = ({ statements }: WriteHandle): { name: string; sql: string }[] =>
  statements
    .prepare(
      `SELECT name, sql FROM sqlite_master
       WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' AND tbl_name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(GROWING)) as { name: string; sql: string }[]

/**
 * Does work that stores more people than there were, without the indexes that it would have to keep in order row by row;
 * they are built from the sorted rows afterwards, which takes half the time and leaves them denser. For a few people it
 * would take longer. A failure of the work leaves them to the transaction, which puts everything back.
 */
export const withoutIndexes = async (handle: WriteHandle, work: () => Promise<void>): Promise<void> => {
  const indexes = readingIndexes(handle)
  for (const { name } of indexes) handle.statements.prepare(`DROP INDEX "${name}"`).run()
  await work()
  for (const { sql } of indexes) {
    await letOthersWork()
    handle.statements.prepare(sql).run()
  }
}
