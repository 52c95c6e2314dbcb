import type { ReadDb } from '#core/db/database.ts'
import type { PersonSummaryTable } from '#core/db/schema.ts'

/** What is worked out of everyone, without the running numbers, which are new whenever a summary is made anew. */
export const summaryRows = async (read: ReadDb): Promise<PersonSummaryTable[]> => {
  const rows = await read.selectFrom('person_summary').selectAll().orderBy('person_id').execute()
  return rows.map((row) => {
    const { number: _number, ...summary } = row as PersonSummaryTable & { number: number }
    return summary
  })
}
