import { dateSpan, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { EVENT_TYPES } from '#shared/features/journey/public.ts'
import { aarhusIntervals, daysKnown, opensInterval, type PathwayEvent } from '#shared/features/pathways/public.ts'
import type { SourceClock, SourceEpisode } from '#shared/features/reports/source.ts'
import type { ReadDb } from '../../db/database.ts'
import { addTo } from '../../db/rows.ts'
import { type ClockedPathway, clockedPathways } from '../pathways/public.ts'

const OPENING_TYPES: readonly string[] = EVENT_TYPES.map(({ code }) => code).filter(opensInterval)

interface OpeningEvent extends PathwayEvent {
  readonly episodeId: string | null
  readonly pathwayId: string | null
}

interface Diagnosis {
  readonly id: string
  readonly diagnosisDate: PartialDate | null
}

/** The last day that the diagnosis before another can mean: what was there by then led to that one. */
const lastDayBefore = ({ diagnosisDate }: Diagnosis, all: readonly Diagnosis[]): IsoDate | null => {
  if (diagnosisDate === null) return null
  const earlier = all.flatMap((other) => (other.diagnosisDate === null ? [] : [dateSpan(other.diagnosisDate).to]))
  return (
    earlier
      .filter((day) => day < dateSpan(diagnosisDate).from)
      .toSorted()
      .at(-1) ?? null
  )
}

/** What is known of one person's ways to their diagnoses. */
interface Ways {
  readonly clocks: readonly SourceClock[]
  /** @param episode one diagnosis of theirs. @param all of them. @param hospital that of the diagnosis itself. */
  wayTo(
    episode: Diagnosis,
    all: readonly Diagnosis[],
    hospital: string | null,
  ): Pick<SourceEpisode, 'referredTo' | 'toReferral' | 'toDiagnosis'>
}

const readOpenings = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, OpeningEvent[]>> => {
  const rows = await db
    .selectFrom('journey_event')
    .select(['id', 'person_id', 'episode_id', 'pathway_id', 'event_type', 'event_date', 'event_date_precision'])
    .where('person_id', 'in', personIds)
    .where('event_type', 'in', OPENING_TYPES)
    .execute()
  const groups = new Map<string, OpeningEvent[]>()
  for (const row of rows)
    addTo(groups, row.person_id, {
      id: row.id,
      eventType: row.event_type,
      date: row.event_date,
      precision: row.event_date_precision,
      episodeId: row.episode_id,
      pathwayId: row.pathway_id,
    })
  return groups
}

const stoppedClocks = ({ clocks, tumourGroup }: ClockedPathway): SourceClock[] =>
  clocks.flatMap(({ code, stop, result, startAssumed }) =>
    stop === null || result === null ? [] : [{ code, tumourGroup, stop, result, startAssumed }],
  )

/** The pathways, clocks and intervals of some people, by the rules that the journey screens go by. */
export const readWays = async (
  db: ReadDb,
  personIds: readonly string[],
  today: IsoDate,
): Promise<(personId: string) => Ways> => {
  const pathways = Map.groupBy(await clockedPathways(db, personIds, today), ({ personId }) => personId)
  const openings = await readOpenings(db, personIds)
  return (personId) => {
    const own = pathways.get(personId) ?? []
    const events = openings.get(personId) ?? []
    return {
      clocks: own.flatMap(stoppedClocks),
      wayTo(episode, all, hospital) {
        const { id, diagnosisDate } = episode
        const after = lastDayBefore(episode, all)
        const led = own.filter(({ episodeId }) => episodeId === id)
        const ledIds = new Set(led.map((pathway) => pathway.pathwayId))
        const about = events.filter(
          ({ episodeId, pathwayId, date }) =>
            (after === null || date > after) &&
            (episodeId === null || episodeId === id) &&
            (pathwayId === null || ledIds.has(pathwayId)),
        )
        const intervals = aarhusIntervals(about, diagnosisDate)
        const end = (code: 'primary_care' | 'secondary_care', side: 'from' | 'to'): PartialDate | null =>
          intervals.find((interval) => interval.code === code)?.[side] ?? null
        const referred = end('secondary_care', 'from')
        return {
          referredTo: led.find((pathway) => pathway.hospital !== null)?.hospital ?? hospital,
          toReferral: daysKnown(end('primary_care', 'from'), referred),
          toDiagnosis: daysKnown(referred, diagnosisDate),
        }
      },
    }
  }
}
