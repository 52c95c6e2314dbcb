import type { ReadDb } from '#core/db/database.ts'
import type { PersonSummaryTable } from '#core/db/schema.ts'

type Worked = Omit<PersonSummaryTable, 'number'> & { shown: string }

/** What is worked out of everyone for the lists, without the running numbers, which are new whenever it is made anew. */
export const summaryRows = async (read: ReadDb): Promise<Worked[]> => {
  const rows = await read
    .selectFrom('person_summary')
    .innerJoin('register_row', 'register_row.number', 'person_summary.number')
    .selectAll('person_summary')
    .select('register_row.shown')
    .orderBy('person_id')
    .execute()
  return rows.map(({ number: _number, ...worked }) => worked)
}
