import { formatPartialDate } from '#shared/domain/partial-date.ts'
import type { ReadDb } from '../../db/database.ts'

/** The day on which whom a document is about died, in words; null while they live, and for a document about nobody. */
export const diedOn = async (db: ReadDb, personId: string | null): Promise<string | null> => {
  if (personId === null) return null
  const person = await db
    .selectFrom('person')
    .select(['death_date', 'death_date_precision'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined || person.death_date === null) return null
  return formatPartialDate({ date: person.death_date, precision: person.death_date_precision ?? 'day' })
}
