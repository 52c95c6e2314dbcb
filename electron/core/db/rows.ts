import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { inJourneyOrder, type RuleEpisode, type RuleEvent } from '#shared/features/journey/public.ts'
import type { CancerEpisodeTable, JourneyEventTable } from './schema.ts'

/** Adds a row to those of its person, or of whatever else they are put together by. */
export const addTo = <T>(groups: Map<string, T[]>, key: string, item: T): void => {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [item])
  else group.push(item)
}

/** A date with its precision, from the two columns that hold it. */
export const partialFrom = (date: IsoDate | null, precision: PartialDate['precision'] | null): PartialDate | null =>
  date === null || precision === null ? null : { date, precision }

/** Event rows of one person in journey order, as the pages have it: the rules pair letters by it. */
export const eventRowsInOrder = <Row extends Pick<JourneyEventTable, 'id' | 'event_date' | 'event_date_precision'>>(
  rows: readonly Row[],
): Row[] =>
  inJourneyOrder(
    rows.map((row) => ({ id: row.id, date: row.event_date, precision: row.event_date_precision, row })),
  ).map(({ row }) => row)

/** The columns that {@link ruleEventFrom} reads. */
export const RULE_EVENT_COLUMNS = [
  'id',
  'episode_id',
  'event_type',
  'event_date',
  'event_date_precision',
  'answers_event_id',
] as const

/** An event as the rules of letters and of what is due take it. */
export const ruleEventFrom = (row: Pick<JourneyEventTable, (typeof RULE_EVENT_COLUMNS)[number]>): RuleEvent => ({
  id: row.id,
  episodeId: row.episode_id,
  eventType: row.event_type,
  date: row.event_date,
  precision: row.event_date_precision,
  answersEventId: row.answers_event_id,
})

/** The columns that {@link ruleEpisodeFrom} reads. */
export const RULE_EPISODE_COLUMNS = [
  'id',
  'kind',
  'tumour_group',
  'site',
  'icd10_code',
  'behaviour',
  'diagnosis_date',
  'diagnosis_date_precision',
  'on_practice_register',
] as const

/** A diagnosis as the rules of what is due take it. Codes are what the table's own checks let in. */
export const ruleEpisodeFrom = (row: Pick<CancerEpisodeTable, (typeof RULE_EPISODE_COLUMNS)[number]>): RuleEpisode => ({
  id: row.id,
  kind: row.kind,
  tumourGroup: row.tumour_group as RuleEpisode['tumourGroup'],
  site: row.site,
  icd10Code: row.icd10_code,
  behaviour: row.behaviour as RuleEpisode['behaviour'],
  diagnosisDate: partialFrom(row.diagnosis_date, row.diagnosis_date_precision),
  onPracticeRegister: row.on_practice_register === null ? null : row.on_practice_register === 1,
})
