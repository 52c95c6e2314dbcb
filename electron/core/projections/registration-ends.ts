import type { PartialDate } from '#shared/domain/partial-date.ts'
import { registrationEnd } from '#shared/domain/registration.ts'
import type { ReadDb } from '../db/database.ts'
import { ownRegistrations } from '../db/own-registrations.ts'
import { partialFrom } from '../db/rows.ts'

/**
 * The end of each person's registration with this practice. Whoever is registered still, or was never said to be, is not
 * in it.
 */
export const registrationEnds = async (
  db: ReadDb,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PartialDate>> => {
  if (personIds.length === 0) return new Map()
  const rows = await ownRegistrations(db)
    .select(['registration.person_id', 'registration.registered_to', 'registration.registered_to_precision'])
    .where('registration.person_id', 'in', personIds)
    .execute()
  const ends = new Map<string, PartialDate>()
  for (const [personId, own] of Map.groupBy(rows, ({ person_id }) => person_id)) {
    const end = registrationEnd(own.map((row) => ({ to: partialFrom(row.registered_to, row.registered_to_precision) })))
    if (end !== null) ends.set(personId, end)
  }
  return ends
}
