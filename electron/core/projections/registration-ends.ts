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

/** What a practice's own registrations are known by. */
const KNOWN_BY = ['name', 'ods_code']

/**
 * Everybody whose registration a change of the practice itself may have made its own, or no longer its own. Empty where
 * the change set left its name and code as they were.
 */
export const peopleOfRenamedPractice = async (db: ReadDb, auditSeq: number): Promise<string[]> => {
  const changes = await db
    .selectFrom('change')
    .select('after_values')
    .where('audit_seq', '=', auditSeq)
    .where('table_name', '=', 'practice')
    .execute()
  const renamed = changes.some(({ after_values: after }) =>
    KNOWN_BY.some((column) => column in (JSON.parse(after ?? '{}') as object)),
  )
  if (!renamed) return []
  const registered = await db.selectFrom('practice_registration').select('person_id').distinct().execute()
  return registered.map(({ person_id }) => person_id)
}
