import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { eventRowsInOrder } from '../../db/rows.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import { keptRowsOf } from '../../projections/register-row.ts'

/** Every event of a person in journey order. */
export const eventsOfPerson = async (db: ReadDb, personId: string): Promise<JourneyEventTable[]> =>
  eventRowsInOrder(await db.selectFrom('journey_event').selectAll().where('person_id', '=', personId).execute())

/** What has not lapsed at a day, earliest first. */
export const dueOfPerson = async (db: ReadDb, personId: string, today: IsoDate): Promise<DueItem[]> => {
  const [row] = await keptRowsOf(db, [personId], today)
  return row?.due ?? []
}

export const eventFromRow = (row: JourneyEventTable): JourneyEvent => ({
  id: row.id,
  personId: row.person_id,
  episodeId: row.episode_id,
  eventType: row.event_type as JourneyEvent['eventType'],
  lane: row.lane,
  date: row.event_date,
  precision: row.event_date_precision,
  note: row.note,
  toldBy: row.told_by as JourneyEvent['toldBy'],
  answersEventId: row.answers_event_id,
  pathwayId: row.pathway_id,
  hospital: row.hospital,
  method: row.method,
  doneBy: row.done_by,
  template: row.template,
  version: row.version,
})
