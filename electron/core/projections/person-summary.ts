import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { nameToSortBy } from '#shared/domain/people.ts'
import { normaliseName, searchKey } from '#shared/domain/text-match.ts'
import { dueItems } from '#shared/features/journey/due-rules.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { OpenDatabase, WriteHandle } from '../db/database.ts'
import { partialFrom } from '../db/rows.ts'
import type { CancerEpisodeTable, JourneyEventTable, PersonTable } from '../db/schema.ts'
import { storeCareRecall } from './care-recall.ts'
import { projectPathways } from './pathway-summary.ts'

/**
 * What is worked out from a person's rows and kept beside them, so that the register can be searched, filtered and
 * sorted in SQL: the headline diagnosis, the words to search in, what is due. Never edited, always made anew.
 */

const CHUNK = 400

/** The diagnosis a list shows: the newest new primary, else the newest of any kind. Undated ones come last. */
export const headlineEpisode = <E extends { kind: string; diagnosis_date: IsoDate | null }>(
  episodes: readonly E[],
): E | null => {
  const primaries = episodes.filter((episode) => episode.kind === 'new_primary')
  const candidates = primaries.length > 0 ? primaries : episodes
  return candidates.reduce<E | null>(
    (best, episode) => (best === null || (episode.diagnosis_date ?? '') > (best.diagnosis_date ?? '') ? episode : best),
    null,
  )
}

/** What is due next at a day: the earliest obligation that has not lapsed. */
export const nextDue = (items: readonly DueItem[], today: IsoDate): DueItem | null =>
  items
    .filter((item) => item.lapsesDate === null || item.lapsesDate >= today)
    .reduce<DueItem | null>((first, item) => (first === null || item.dueDate < first.dueDate ? item : first), null)

/** What the due rules look at; notes and sources stay unread, which halves the reading of a large import. */
const RULE_COLUMNS = [
  'id',
  'person_id',
  'episode_id',
  'event_type',
  'event_date',
  'event_date_precision',
  'answers_event_id',
  'pathway_id',
] as const
type RuleEventRow = Pick<JourneyEventTable, (typeof RULE_COLUMNS)[number]>

const dueOf = (
  person: PersonTable,
  episodes: readonly CancerEpisodeTable[],
  events: readonly RuleEventRow[],
): DueItem[] =>
  dueItems({
    episodes: episodes.map((episode) => ({
      id: episode.id,
      kind: episode.kind,
      diagnosisDate: partialFrom(episode.diagnosis_date, episode.diagnosis_date_precision),
    })),
    events: events.map((event) => ({
      id: event.id,
      episodeId: event.episode_id,
      eventType: event.event_type,
      date: event.event_date,
      precision: event.event_date_precision,
      answersEventId: event.answers_event_id,
    })),
    deathDate: partialFrom(person.death_date, person.death_date_precision),
  })

/** A death counts from the record or from the journey, as it does for what is due. */
const hasDied = (person: PersonTable, events: readonly RuleEventRow[]): boolean =>
  person.death_date !== null || events.some((event) => event.event_type === 'died')

const groupBy = <T extends { person_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.person_id)
    if (group === undefined) groups.set(row.person_id, [row])
    else group.push(row)
  }
  return groups
}

const searchText = (person: PersonTable, headline: CancerEpisodeTable | null): string =>
  [
    normaliseName(`${person.surname} ${person.given_name}`),
    searchKey(person.surname),
    person.nhs_number ?? '',
    person.local_id ?? '',
    normaliseName(headline?.site ?? ''),
  ].join(' | ')

const project = (
  handle: WriteHandle,
  person: PersonTable,
  episodes: readonly CancerEpisodeTable[],
  events: readonly RuleEventRow[],
  today: IsoDate,
): void => {
  const { statements } = handle
  const headline = headlineEpisode(episodes)
  const due = dueOf(person, episodes, events)
  const next = nextDue(due, today)
  for (const item of due) {
    statements
      .prepare(
        'INSERT INTO due_item (person_id, kind, document, due_date, lapses_date, source_event_id, episode_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(person.id, item.kind, item.document, item.dueDate, item.lapsesDate, item.sourceEventId, item.episodeId)
  }
  storeCareRecall(handle, person, episodes, events, due, today)
  statements
    .prepare(
      `INSERT INTO person_summary (person_id, sort_name, search_text, episode_id, tumour_group, site, stage, diagnosis_date,
         diagnosis_date_precision, died, next_due_date, next_due_lapses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      person.id,
      nameToSortBy({ surname: person.surname, givenName: person.given_name, localId: person.local_id }),
      searchText(person, headline),
      headline?.id ?? null,
      headline?.tumour_group ?? null,
      headline?.site ?? null,
      headline?.stage ?? null,
      headline?.diagnosis_date ?? null,
      headline?.diagnosis_date_precision ?? null,
      hasDied(person, events) ? 1 : 0,
      next?.dueDate ?? null,
      next?.lapsesDate ?? null,
    )
}

/** Brings the summaries of these people up to date inside the transaction that changed them. Removed people go. */
export const projectPeople = async (
  handle: WriteHandle,
  personIds: readonly string[],
  today: IsoDate,
): Promise<void> => {
  for (let start = 0; start < personIds.length; start += CHUNK) {
    const ids = personIds.slice(start, start + CHUNK)
    await handle.db.deleteFrom('due_item').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('care_recall').where('person_id', 'in', ids).execute()
    await handle.db.deleteFrom('person_summary').where('person_id', 'in', ids).execute()
    const people = await handle.db.selectFrom('person').selectAll().where('id', 'in', ids).execute()
    const episodes = groupBy(
      await handle.db.selectFrom('cancer_episode').selectAll().where('person_id', 'in', ids).execute(),
    )
    const events = groupBy(
      await handle.db
        .selectFrom('journey_event')
        .select(RULE_COLUMNS)
        .where('person_id', 'in', ids)
        .orderBy('event_date')
        .execute(),
    )
    const died = new Set<string>()
    for (const person of people) {
      const own = events.get(person.id) ?? []
      if (hasDied(person, own)) died.add(person.id)
      project(handle, person, episodes.get(person.id) ?? [], own, today)
    }
    await projectPathways(handle, ids, events, died, today)
  }
}

/**
 * Moves on whatever lapsed since the register was last open: run once when it opens, and when a new day comes.
 * @returns how many people it moved on.
 */
export const refreshLapsedPeople = (database: OpenDatabase, today: IsoDate): Promise<number> =>
  database.write(async (handle) => {
    const lapsed = await handle.db
      .selectFrom('person_summary')
      .select('person_id')
      .where('next_due_lapses', '<', today)
      .execute()
    await projectPeople(
      handle,
      lapsed.map((row) => row.person_id),
      today,
    )
    return lapsed.length
  })

/** A diagnosis counts as new for 24 months, as the care-review rules look back. */
export const newSince = (today: IsoDate): IsoDate => addMonths(today, -24)
