import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'

type Death = Pick<NewJourneyEvent, 'date' | 'precision'>

/** When somebody died, where an event says so. */
export const deathIn = ({ eventType, date, precision }: NewJourneyEvent): Death | null =>
  eventType === 'died' ? { date, precision } : null

/** The death that was logged first, of those the journey still has. */
const remainingDeath = async (db: ReadDb, personId: string): Promise<Death | null> => {
  const row = await db
    .selectFrom('journey_event')
    .select(['event_date as date', 'event_date_precision as precision'])
    .where('person_id', '=', personId)
    .where('event_type', '=', 'died')
    .orderBy('id')
    .executeTakeFirst()
  return row ?? null
}

/** Calls that carry a death from the journey to the record, or take that back. A merge brings both along from elsewhere. */
const CARRYING = ['journey.logEvent', 'journey.saveEvent', 'journey.removeEvent', 'audit.undo']

/** True when the date of death on the record came there from the journey and was not typed on the record itself. */
const cameFromJourney = async (db: ReadDb, personId: string): Promise<boolean> => {
  const changes = await db
    .selectFrom('change')
    .innerJoin('audit_entry', 'audit_entry.seq', 'change.audit_seq')
    .select(['change.after_values', 'audit_entry.method'])
    .where('change.table_name', '=', 'person')
    .where('change.row_id', '=', personId)
    .where('change.kind', '=', 'update')
    .orderBy('change.seq', 'desc')
    .execute()
  const last = changes.find(({ after_values }) => after_values !== null && 'death_date' in JSON.parse(after_values))
  return last !== undefined && CARRYING.includes(last.method)
}

/**
 * Lists and reports count deaths by the date on the record, so a death in the journey stands there too: written when
 * the record has none, moved while it is still the one that came from the journey, and then taken from another death in the
 * journey, or away where there is none. A date that was typed on the record stays. One undo takes back both.
 * @param before, after the death that the event told and tells; null where it is not a death.
 */
export const carryDeath = async (
  { db, update }: CommandContext,
  personId: string,
  before: Death | null,
  after: Death | null,
): Promise<void> => {
  if (before === null && after === null) return
  const person = await db
    .selectFrom('person')
    .select(['death_date', 'death_date_precision'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (person === undefined) return
  if (person.death_date !== (before?.date ?? null) || person.death_date_precision !== (before?.precision ?? null))
    return
  if (before !== null && !(await cameFromJourney(db, personId))) return
  const death = after ?? (await remainingDeath(db, personId))
  await update(
    'person',
    personId,
    { death_date: death?.date ?? null, death_date_precision: death?.precision ?? null },
    null,
  )
}
