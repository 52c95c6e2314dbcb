import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { Stay } from '#shared/domain/registration.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import { DOCUMENTS, inJourneyOrder, LETTER_RULES } from '#shared/features/journey/public.ts'
import { ageGroupAt, ethnicGroupOf, topDeathPlace } from '#shared/features/reports/demographics.ts'
import { BEFORE_REFERRAL_EVENTS } from '#shared/features/reports/before-referral-measure.ts'
import { CARE_RULES } from '#shared/features/reports/rules.ts'
import type { SourceAnalysis, SourceEpisode, SourcePerson } from '#shared/features/reports/source.ts'
import type { ReadDb } from '../../db/database.ts'
import { ownRegistrations } from '../../db/own-registrations.ts'
import { partialFrom, RULE_EPISODE_COLUMNS, RULE_EVENT_COLUMNS, ruleEpisodeFrom, ruleEventFrom } from '../../db/rows.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../../db/schema.ts'
import type { LearningEventTable } from '../../db/schema-of-learning.ts'
import type { HospitalQueryItemTable, PracticeRegistrationTable } from '../../db/schema-of-work.ts'
import { readWays } from './read-ways.ts'

const NONE: ReadonlySet<string> = new Set()
const NOT_KNOWN_SEX: readonly string[] = ['9', 'X']

/** The events that any measure asks about. The rest of the journey is not read. */
const EVENT_TYPES_NEEDED: readonly string[] = [
  ...new Set<string>([
    ...LETTER_RULES.rules.map(({ eventType }) => eventType),
    ...DOCUMENTS.map(({ receivedAs }) => receivedAs),
    ...BEFORE_REFERRAL_EVENTS,
    ...CARE_RULES.flatMap(({ doneBy, declinedBy, unsuitableBy }) => [...doneBy, ...declinedBy, ...unsuitableBy]),
  ]),
]

const EPISODE_COLUMNS = ['person_id', 'stage', 'route', 'hospital', ...RULE_EPISODE_COLUMNS] as const
const EVENT_COLUMNS = ['person_id', ...RULE_EVENT_COLUMNS] as const
const NOT_NEEDED_COLUMNS = ['id', 'person_id', 'event_id', 'state', 'slot'] as const
const REGISTRATION_COLUMNS = [
  'id',
  'person_id',
  'registered_from',
  'registered_from_precision',
  'registered_to',
  'registered_to_precision',
] as const
const ANALYSIS_COLUMNS = ['id', 'person_id', 'episode_id', 'state', 'meeting_date', 'themes', 'avoidable'] as const

const PERSON_COLUMNS = [
  'id',
  'sex',
  'leave_out_of_sharing',
  'birth_date',
  'death_date',
  'death_date_precision',
  'death_place',
  'ethnicity',
  'deprivation_quintile',
] as const

type SourcePersonRow = Pick<PersonTable, (typeof PERSON_COLUMNS)[number]> & { readonly has_nhs_number: unknown }

/** The rows that people of a report are made of, by the tables that hold them. */
export interface SourceRows {
  readonly person: readonly SourcePersonRow[]
  readonly cancer_episode: readonly Pick<CancerEpisodeTable, (typeof EPISODE_COLUMNS)[number]>[]
  readonly journey_event: readonly Pick<JourneyEventTable, (typeof EVENT_COLUMNS)[number]>[]
  readonly hospital_query_item: readonly Pick<HospitalQueryItemTable, (typeof NOT_NEEDED_COLUMNS)[number]>[]
  /** With this practice only. */
  readonly practice_registration: readonly Pick<PracticeRegistrationTable, (typeof REGISTRATION_COLUMNS)[number]>[]
  readonly learning_event: readonly Pick<LearningEventTable, (typeof ANALYSIS_COLUMNS)[number]>[]
}

/** Everyone on the register, in a steady order. */
export const readPersonIds = async (db: ReadDb): Promise<string[]> => {
  const rows = await db.selectFrom('person').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** What counts of the events of a report that ends on a day. */
export const isEventNeeded = (
  { event_type: type, event_date: date }: Pick<JourneyEventTable, 'event_type' | 'event_date'>,
  until: IsoDate,
): boolean => date <= until && EVENT_TYPES_NEEDED.includes(type)

/** The rows of some people. Nothing that names anyone is read. @param until the end of the period. */
export const readSourceRows = async (
  db: ReadDb,
  personIds: readonly string[],
  until: IsoDate,
): Promise<SourceRows> => ({
  person: await db
    .selectFrom('person')
    .select((column) => [...PERSON_COLUMNS, column('nhs_number', 'is not', null).as('has_nhs_number')])
    .where('id', 'in', personIds)
    .orderBy('id')
    .execute(),
  cancer_episode: await db
    .selectFrom('cancer_episode')
    .select(EPISODE_COLUMNS)
    .where('person_id', 'in', personIds)
    .orderBy('id')
    .execute(),
  journey_event: await db
    .selectFrom('journey_event')
    .select(EVENT_COLUMNS)
    .where('person_id', 'in', personIds)
    .where('event_type', 'in', EVENT_TYPES_NEEDED)
    .where('event_date', '<=', until)
    .execute(),
  hospital_query_item: await db
    .selectFrom('hospital_query_item')
    .select(NOT_NEEDED_COLUMNS)
    .where('person_id', 'in', personIds)
    .where('state', '=', 'not_needed')
    .execute(),
  practice_registration: await ownRegistrations(db)
    .select(REGISTRATION_COLUMNS.map((column) => `registration.${column}` as const))
    .where('registration.person_id', 'in', personIds)
    .orderBy('registration.id')
    .execute(),
  learning_event: await db
    .selectFrom('learning_event')
    .select(ANALYSIS_COLUMNS)
    .where('person_id', 'in', personIds)
    .orderBy('id')
    .execute(),
})

const episodeOf = (row: SourceRows['cancer_episode'][number]): SourceEpisode => ({
  ...ruleEpisodeFrom(row),
  stage: row.stage,
  route: row.route as RouteToDiagnosis,
})

const analysisOf = (row: SourceRows['learning_event'][number]): SourceAnalysis => ({
  episodeId: row.episode_id,
  state: row.state as SourceAnalysis['state'],
  meetingDate: row.meeting_date,
  themes: JSON.parse(row.themes) as string[],
  avoidable: row.avoidable,
})

const stayOf = (row: SourceRows['practice_registration'][number]): Stay => ({
  from: partialFrom(row.registered_from, row.registered_from_precision),
  to: partialFrom(row.registered_to, row.registered_to_precision),
})

const notNeededOf = (items: SourceRows['hospital_query_item'] | undefined): ReadonlySet<string> =>
  items === undefined ? NONE : new Set(items.flatMap(({ event_id }) => event_id ?? []))

const byPerson = <Row extends { readonly person_id: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, (row) => row.person_id)

/** The people whose rows these are, as the measures see them, by id. */
export const peopleOfRows = (rows: SourceRows): Map<string, SourcePerson> => {
  const episodes = byPerson(rows.cancer_episode)
  const events = byPerson(rows.journey_event)
  // Events whose letter somebody said is not needed.
  const notNeeded = byPerson(
    rows.hospital_query_item.filter(
      ({ state, slot, event_id }) => state === 'not_needed' && slot === null && event_id !== null,
    ),
  )
  const registrations = byPerson(rows.practice_registration)
  // What was set aside is no analysis.
  const analyses = byPerson(rows.learning_event.filter(({ state }) => state !== 'set_aside'))
  return new Map(
    rows.person.map((row) => [
      row.id,
      {
        leftOutOfSharing: row.leave_out_of_sharing === 1,
        deathDate: partialFrom(row.death_date, row.death_date_precision),
        registrations: (registrations.get(row.id) ?? []).map(stayOf),
        hasNhsNumber: Boolean(row.has_nhs_number),
        hasBirthDate: row.birth_date !== null,
        hasSex: !NOT_KNOWN_SEX.includes(row.sex),
        episodes: (episodes.get(row.id) ?? []).map(episodeOf),
        events: inJourneyOrder((events.get(row.id) ?? []).map(ruleEventFrom)),
        lettersNotNeeded: notNeededOf(notNeeded.get(row.id)),
        analyses: (analyses.get(row.id) ?? []).map(analysisOf),
      },
    ]),
  )
}

/**
 * The people whose rows these are, with what only the sections on demographics, intervals, hospitals and deaths ask for:
 * groups instead of days and codes, and the ways to each diagnosis.
 * @param rows of now or of an earlier moment. The ways are always those of today.
 */
export const detailedPeople = async (
  db: ReadDb,
  rows: SourceRows,
  today: IsoDate,
): Promise<Map<string, SourcePerson>> => {
  const people = peopleOfRows(rows)
  const ways = await readWays(db, [...people.keys()], today)
  const hospitals = new Map(rows.cancer_episode.map(({ id, hospital }) => [id, hospital]))
  for (const row of rows.person) {
    const person = people.get(row.id)
    if (person === undefined) continue
    const own = ways(row.id)
    people.set(row.id, {
      ...person,
      episodes: person.episodes.map((episode) => ({
        ...episode,
        ...own.wayTo(episode, person.episodes, hospitals.get(episode.id) ?? null),
        ageGroup: ageGroupAt(row.birth_date, episode.diagnosisDate),
      })),
      sex: row.sex,
      ethnicGroup: ethnicGroupOf(row.ethnicity),
      deprivationQuintile: row.deprivation_quintile,
      deathPlace: topDeathPlace(row.death_place),
      clocks: own.clocks,
    })
  }
  return people
}

/** Some people as the measures see them. Nothing that names anyone leaves the database here. @param until the end of the period. */
export const readPeople = async (
  db: ReadDb,
  personIds: readonly string[],
  { until, today }: { readonly until: IsoDate; readonly today: IsoDate },
): Promise<SourcePerson[]> => {
  const people = await detailedPeople(db, await readSourceRows(db, personIds, until), today)
  return [...people.values()]
}
