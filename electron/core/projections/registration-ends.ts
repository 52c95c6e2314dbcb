import type { PartialDate } from '#shared/domain/partial-date.ts'
import { registrationEnd } from '#shared/domain/registration.ts'
import type { ReadDb } from '../db/database.ts'
import { partialFrom } from '../db/rows.ts'

/**
 * The end of each person's registration with this practice: known by its code, or by its name where no code is recorded,
 * as the measures know it. Whoever is registered still, or was never said to be, is not in it.
 */
export const registrationEnds = async (
  db: ReadDb,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PartialDate>> => {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('practice_registration as registration')
    .innerJoin('practice', (join) =>
      join.on((where) =>
        where.or([
          where('registration.ods_code', '=', where.ref('practice.ods_code')),
          where.and([
            where('registration.ods_code', 'is', null),
            where('registration.practice_name', '=', where.ref('practice.name')),
          ]),
        ]),
      ),
    )
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
