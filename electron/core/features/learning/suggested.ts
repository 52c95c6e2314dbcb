import { type IsoDate } from '#shared/domain/partial-date.ts'
import type { RouteToDiagnosis } from '#shared/domain/routes.ts'
import {
  LEARNING_EVENT_TYPES,
  type LearningFacts,
  type LearningReason,
  learningReasons,
  suggestedSince,
} from '#shared/features/learning/suggestions.ts'
import { dateOfEvent, eventTypeNumber } from '#shared/features/measures/public.ts'
import type { ReadDb } from '../../db/database.ts'
import { listed } from '../../db/listed.ts'
import { addTo, partialFrom } from '../../db/rows.ts'
import type { CancerEpisodeTable } from '../../db/schema.ts'
import { factsNow } from '../measures/public.ts'
import { diagnosesOver62 } from '../pathways/public.ts'

const TYPES: readonly string[] = Object.values(LEARNING_EVENT_TYPES).flat()

/** Which diagnoses are looked at: all that are recent enough, those of a person, or one whatever its age. */
export interface Looked {
  readonly personId?: string
  readonly episodeId?: string
}

export interface Suggested {
  readonly episode: CancerEpisodeTable
  readonly reasons: readonly LearningReason[]
}

/** What the reasons are found from: of thousands that are looked at few are suggested, and only those are read whole. */
const JUDGED = ['id', 'person_id', 'kind', 'route', 'stage', 'diagnosis_date', 'diagnosis_date_precision'] as const
type Judged = Pick<CancerEpisodeTable, (typeof JUDGED)[number]>

/** New primaries without an analysis. A date known to the year is stored as its first day, hence the whole year before. */
const candidates = (db: ReadDb, { personId, episodeId }: Looked, today: IsoDate): Promise<Judged[]> => {
  const since = `${suggestedSince(today).slice(0, 4)}-01-01`
  return db
    .selectFrom('cancer_episode as episode')
    .select(JUDGED)
    .where('episode.kind', '=', 'new_primary')
    .where((where) =>
      where.or([where('episode.diagnosis_date', 'is', null), where('episode.diagnosis_date', '>=', since)]),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('learning_event')
            .select('learning_event.id')
            .whereRef('learning_event.episode_id', '=', 'episode.id'),
        ),
      ),
    )
    .$if(personId !== undefined, (query) => query.where('episode.person_id', '=', personId ?? ''))
    .$if(episodeId !== undefined, (query) => query.where('episode.id', '=', episodeId ?? ''))
    .execute()
}

const eventsOf = async (
  db: ReadDb,
  personIds: readonly string[],
): Promise<Map<string, LearningFacts['events'][number][]>> => {
  const groups = new Map<string, LearningFacts['events'][number][]>()
  const rows = await db
    .selectFrom('journey_event')
    .select(['person_id', 'episode_id', 'event_type', 'event_date', 'event_date_precision'])
    .where('person_id', 'in', listed(personIds))
    .where('event_type', 'in', TYPES)
    .execute()
  for (const row of rows)
    addTo(groups, row.person_id, {
      eventType: row.event_type,
      episodeId: row.episode_id,
      date: row.event_date,
      precision: row.event_date_precision,
    })
  return groups
}

const NUMBERS = new Map(TYPES.map((code) => [eventTypeNumber(code), code]))

/** The same of everybody whose diagnosis is looked at, from what is in memory of the register. */
const eventsOfAll = async (
  db: ReadDb,
  episodes: readonly Judged[],
  today: IsoDate,
): Promise<Map<string, LearningFacts['events'][number][]>> => {
  const { people, events } = await factsNow(db, today)
  const looked = new Set(episodes.map((episode) => episode.person_id))
  const groups = new Map<string, LearningFacts['events'][number][]>()
  for (const { id, episodes: own, eventsFrom, eventsEnd } of people) {
    if (!looked.has(id)) continue
    for (let row = eventsFrom; row < eventsEnd; row += 1) {
      const eventType = NUMBERS.get(events.type[row] ?? -1)
      if (eventType === undefined) continue
      const episodeId = own[events.episode[row] ?? -1]?.id ?? null
      addTo(groups, id, { eventType, episodeId, ...dateOfEvent(events, row) })
    }
  }
  return groups
}

const wholeEpisodes = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, CancerEpisodeTable>> => {
  const rows = await db.selectFrom('cancer_episode').selectAll().where('id', 'in', listed(ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Diagnoses for which an analysis is suggested today, each with why, the newest first. */
export const suggestedDiagnoses = async (db: ReadDb, looked: Looked, today: IsoDate): Promise<Suggested[]> => {
  const episodes = await candidates(db, looked, today)
  if (episodes.length === 0) return []
  const isOfOne = looked.personId !== undefined || looked.episodeId !== undefined
  const events = isOfOne
    ? await eventsOf(db, [...new Set(episodes.map((episode) => episode.person_id))])
    : await eventsOfAll(db, episodes, today)
  const over = await diagnosesOver62(
    db,
    episodes.map(({ id }) => id),
    today,
  )
  const judged = episodes
    .map((episode) => ({
      id: episode.id,
      reasons: learningReasons(
        {
          id: episode.id,
          kind: episode.kind,
          route: episode.route as RouteToDiagnosis,
          stage: episode.stage,
          diagnosisDate: partialFrom(episode.diagnosis_date, episode.diagnosis_date_precision),
          events: events.get(episode.person_id) ?? [],
          isOver62: over.has(episode.id),
        },
        today,
      ),
    }))
    .filter(({ reasons }) => reasons.length > 0)
  const whole = await wholeEpisodes(
    db,
    judged.map(({ id }) => id),
  )
  return judged
    .flatMap(({ id, reasons }): Suggested[] => {
      const episode = whole.get(id)
      return episode === undefined ? [] : [{ episode, reasons }]
    })
    .toSorted((a, b) => ((a.episode.diagnosis_date ?? '') < (b.episode.diagnosis_date ?? '') ? 1 : -1))
}
