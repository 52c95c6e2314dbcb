import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { DueItemTable } from './schema.ts'

/** A date with its precision, from the two columns that hold it. */
export const partialFrom = (date: IsoDate | null, precision: PartialDate['precision'] | null): PartialDate | null =>
  date === null || precision === null ? null : { date, precision }

/** Something that is due, as the rules made it. */
export const dueItemFrom = (row: DueItemTable): DueItem => ({
  kind: row.kind,
  document: row.document as DueItem['document'],
  dueDate: row.due_date,
  lapsesDate: row.lapses_date,
  sourceEventId: row.source_event_id,
  episodeId: row.episode_id,
})
