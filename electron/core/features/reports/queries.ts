import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Practice } from '#shared/features/access/schema.ts'
import { DOCUMENTS, inJourneyOrder, LETTER_RULES, type RuleEvent } from '#shared/features/journey/public.ts'
import { CARE_RULES } from '#shared/features/reports/rules.ts'
import { type ReportDataset, reportDatasetSchema, type ReportSummary } from '#shared/features/reports/schema.ts'
import type { SourceAnalysis, SourceEpisode, SourcePerson } from '#shared/features/reports/source.ts'
import type { ReadDb } from '../../db/database.ts'
import { addTo, partialFrom } from '../../db/rows.ts'
import type { ReportTable } from '../../db/schema-of-reports.ts'
import { sha256 } from '../../canonical-json.ts'

const NONE: ReadonlySet<string> = new Set()
const NOT_KNOWN_SEX: readonly string[] = ['9', 'X']

/** The events that any measure asks about. The rest of the journey is not read. */
const EVENT_TYPES_NEEDED: readonly string[] = [
  ...new Set<string>([
    ...LETTER_RULES.rules.map(({ eventType }) => eventType),
    ...DOCUMENTS.map(({ receivedAs }) => receivedAs),
    ...CARE_RULES.flatMap(({ doneBy, declinedBy, unsuitableBy }) => [...doneBy, ...declinedBy, ...unsuitableBy]),
  ]),
]

/** @throws AppError `not-found` before the practice is set up. */
export const readReportPractice = async (db: ReadDb): Promise<Practice> => {
  const row = await db.selectFrom('practice').selectAll().executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', 'This register has no practice details yet.')
  return {
    name: row.name,
    odsCode: row.ods_code,
    nation: row.nation,
    listSize: row.list_size,
    listSizeOn: row.list_size_on,
    networkName: row.network_name,
  }
}

/** Everyone on the register, in a steady order. */
export const readPersonIds = async (db: ReadDb): Promise<string[]> => {
  const rows = await db.selectFrom('person').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

const readEpisodes = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, SourceEpisode[]>> => {
  const rows = await db
    .selectFrom('cancer_episode')
    .select([
      'id',
      'person_id',
      'kind',
      'tumour_group',
      'site',
      'icd10_code',
      'behaviour',
      'diagnosis_date',
      'diagnosis_date_precision',
      'stage',
      'route',
      'on_practice_register',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('id')
    .execute()
  const groups = new Map<string, SourceEpisode[]>()
  for (const row of rows) {
    addTo(groups, row.person_id, {
      id: row.id,
      kind: row.kind,
      tumourGroup: row.tumour_group as TumourGroup,
      site: row.site,
      icd10Code: row.icd10_code,
      behaviour: row.behaviour as SourceEpisode['behaviour'],
      diagnosisDate: partialFrom(row.diagnosis_date, row.diagnosis_date_precision),
      stage: row.stage,
      route: row.route as RouteToDiagnosis,
      onPracticeRegister: row.on_practice_register === null ? null : row.on_practice_register === 1,
    })
  }
  return groups
}

const readEvents = async (
  db: ReadDb,
  personIds: readonly string[],
  until: IsoDate,
): Promise<Map<string, RuleEvent[]>> => {
  const rows = await db
    .selectFrom('journey_event')
    .select(['id', 'person_id', 'episode_id', 'event_type', 'event_date', 'event_date_precision', 'answers_event_id'])
    .where('person_id', 'in', personIds)
    .where('event_type', 'in', EVENT_TYPES_NEEDED)
    .where('event_date', '<=', until)
    .execute()
  const groups = new Map<string, RuleEvent[]>()
  for (const row of rows) {
    addTo(groups, row.person_id, {
      id: row.id,
      episodeId: row.episode_id,
      eventType: row.event_type,
      date: row.event_date,
      precision: row.event_date_precision,
      answersEventId: row.answers_event_id,
    })
  }
  return groups
}

/** Events whose letter somebody said is not needed, by person. */
const readLettersNotNeeded = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, Set<string>>> => {
  const rows = await db
    .selectFrom('hospital_query_item')
    .select(['person_id', 'event_id'])
    .where('person_id', 'in', personIds)
    .where('state', '=', 'not_needed')
    .where('slot', 'is', null)
    .where('event_id', 'is not', null)
    .execute()
  const groups = Map.groupBy(rows, ({ person_id }) => person_id)
  return new Map([...groups].map(([id, items]) => [id, new Set(items.flatMap(({ event_id }) => event_id ?? []))]))
}

/** Learning event analyses by person. What was set aside is none. */
const readAnalyses = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, SourceAnalysis[]>> => {
  const rows = await db
    .selectFrom('learning_event')
    .select(['person_id', 'episode_id', 'state', 'meeting_date', 'themes', 'avoidable'])
    .where('person_id', 'in', personIds)
    .where('state', '<>', 'set_aside')
    .orderBy('id')
    .execute()
  const groups = new Map<string, SourceAnalysis[]>()
  for (const row of rows)
    addTo(groups, row.person_id, {
      episodeId: row.episode_id,
      state: row.state as SourceAnalysis['state'],
      meetingDate: row.meeting_date,
      themes: JSON.parse(row.themes) as string[],
      avoidable: row.avoidable,
    })
  return groups
}

/** Some people as the measures see them. Nothing that names anyone leaves the database here. @param until the end of the period. */
export const readPeople = async (db: ReadDb, personIds: readonly string[], until: IsoDate): Promise<SourcePerson[]> => {
  const rows = await db
    .selectFrom('person')
    .select((column) => [
      'id',
      'sex',
      'leave_out_of_sharing',
      'death_date',
      'death_date_precision',
      column('nhs_number', 'is not', null).as('has_nhs_number'),
      column('birth_date', 'is not', null).as('has_birth_date'),
    ])
    .where('id', 'in', personIds)
    .orderBy('id')
    .execute()
  const episodes = await readEpisodes(db, personIds)
  const events = await readEvents(db, personIds, until)
  const notNeeded = await readLettersNotNeeded(db, personIds)
  const analyses = await readAnalyses(db, personIds)
  return rows.map((row) => ({
    leftOutOfSharing: row.leave_out_of_sharing === 1,
    deathDate: partialFrom(row.death_date, row.death_date_precision),
    hasNhsNumber: Boolean(row.has_nhs_number),
    hasBirthDate: Boolean(row.has_birth_date),
    hasSex: !NOT_KNOWN_SEX.includes(row.sex),
    episodes: episodes.get(row.id) ?? [],
    events: inJourneyOrder(events.get(row.id) ?? []),
    lettersNotNeeded: notNeeded.get(row.id) ?? NONE,
    analyses: analyses.get(row.id) ?? [],
  }))
}

const summaryOf = (row: Omit<ReportTable, 'dataset' | 'measured' | 'version'>): ReportSummary => ({
  id: row.id,
  title: row.title,
  from: row.period_from,
  to: row.period_to,
  frozenAt: row.frozen_at,
  frozenBy: row.frozen_by,
  smallNumbers: row.small_numbers as ReportSummary['smallNumbers'],
  sha256: row.sha256,
  kind: row.kind,
})

/** Reports frozen so far, newest first. */
export const listReports = async (db: ReadDb): Promise<ReportSummary[]> => {
  const rows = await db
    .selectFrom('report')
    .select(['id', 'title', 'period_from', 'period_to', 'frozen_at', 'frozen_by', 'small_numbers', 'sha256', 'kind'])
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(summaryOf)
}

export interface FrozenReport {
  readonly summary: ReportSummary
  readonly dataset: ReportDataset
  /** The canonical JSON that the fingerprint is of. */
  readonly text: string
  /** The true counts as they are kept; null where they are not. */
  readonly measured: string | null
}

/**
 * A frozen report, with its fingerprint checked.
 * @throws AppError `not-found`, or `conflict` when what is stored is no longer what was frozen.
 */
export const openReport = async (db: ReadDb, id: string): Promise<FrozenReport> => {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This report is no longer there. Choose another, or make a new one.')
  if (sha256(row.dataset) !== row.sha256) {
    throw new AppError(
      'conflict',
      'This report no longer matches its fingerprint, so it is not shown and cannot be sent. Make a new one for the same period.',
    )
  }
  return {
    summary: summaryOf(row),
    dataset: reportDatasetSchema.parse(JSON.parse(row.dataset)),
    text: row.dataset,
    measured: row.measured,
  }
}

/** A report that left the practice, with the last time it did. */
export interface SentReport extends FrozenReport {
  readonly sentAt: string
  readonly recipient: string
}

/** Reports that were written to files with small numbers hidden, newest first, each once. @param except one left out. */
export const readSentReports = async (db: ReadDb, except: string): Promise<SentReport[]> => {
  const rows = await db
    .selectFrom('report_export')
    .innerJoin('report', 'report.id', 'report_export.report_id')
    .select(['report_export.report_id', 'report_export.exported_at', 'report_export.recipient'])
    .where('report.small_numbers', '!=', 'none')
    .where('report.id', '!=', except)
    .orderBy('report_export.exported_at', 'desc')
    .orderBy('report_export.id', 'desc')
    .execute()
  const last = new Map(rows.toReversed().map((row) => [row.report_id, row]))
  const sent: SentReport[] = []
  for (const { report_id, exported_at, recipient } of [...last.values()].toReversed())
    sent.push({ ...(await openReport(db, report_id)), sentAt: exported_at, recipient })
  return sent
}
