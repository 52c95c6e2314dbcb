import { type PathwayClock, pathwayClocks, pathwayState } from '#shared/features/pathways/public.ts'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Priority } from '#shared/features/pathways/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { addTo, partialFrom } from '../../db/rows.ts'
import type { PathwayTable } from '../../db/schema-of-work.ts'
import { type PathwayEventRow, pathwayEventFrom, signOffFrom } from '../../projections/pathway-summary.ts'
import { readClockRules } from './clock-choices.ts'
import { adjustmentFrom } from './queries.ts'

/** One pathway with its clocks by the rules of the nation, for whoever counts them. */
export interface ClockedPathway {
  readonly pathwayId: string
  readonly personId: string
  readonly episodeId: string | null
  readonly tumourGroup: TumourGroup
  readonly hospital: string | null
  readonly clocks: readonly PathwayClock[]
}

const deathsOf = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, PartialDate | null>> => {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'death_date', 'death_date_precision'])
    .where('id', 'in', personIds)
    .execute()
  return new Map(rows.map((row) => [row.id, partialFrom(row.death_date, row.death_date_precision)]))
}

const clocked = async (db: ReadDb, pathways: readonly PathwayTable[], today: IsoDate): Promise<ClockedPathway[]> => {
  if (pathways.length === 0) return []
  const ids = pathways.map(({ id }) => id)
  const rules = await readClockRules(db)
  const signOffs = await db.selectFrom('pathway_sign_off').selectAll().where('pathway_id', 'in', ids).execute()
  const adjusted = await db.selectFrom('clock_adjustment').selectAll().where('pathway_id', 'in', ids).execute()
  const rows = await db
    .selectFrom('journey_event')
    .select(['id', 'pathway_id', 'event_type', 'event_date', 'event_date_precision'])
    .where('pathway_id', 'in', ids)
    .execute()
  const events = new Map<string, PathwayEventRow[]>()
  for (const row of rows) addTo(events, row.pathway_id ?? '', row)
  const signed = Map.groupBy(signOffs, ({ pathway_id }) => pathway_id)
  const takenOff = Map.groupBy(adjusted, ({ pathway_id }) => pathway_id)
  const deaths = await deathsOf(db, [...new Set(pathways.map(({ person_id }) => person_id))])
  return pathways.map((pathway) => {
    const facts = {
      priority: pathway.priority as Priority,
      signOffs: (signed.get(pathway.id) ?? []).map(signOffFrom),
    }
    const tumourGroup = pathway.tumour_group as TumourGroup
    return {
      pathwayId: pathway.id,
      personId: pathway.person_id,
      episodeId: pathway.episode_id,
      tumourGroup,
      hospital: pathway.hospital,
      clocks: pathwayClocks({
        state: pathwayState(facts, (events.get(pathway.id) ?? []).map(pathwayEventFrom)),
        tumourGroup,
        adjustments: (takenOff.get(pathway.id) ?? []).map(adjustmentFrom),
        rules,
        today,
        died: deaths.get(pathway.person_id) ?? null,
      }),
    }
  })
}

/** Every pathway of some people with its clocks, in the order in which they were started. */
export const clockedPathways = async (
  db: ReadDb,
  personIds: readonly string[],
  today: IsoDate,
): Promise<ClockedPathway[]> =>
  clocked(
    db,
    await db.selectFrom('pathway').selectAll().where('person_id', 'in', personIds).orderBy('id').execute(),
    today,
  )

/**
 * Of some diagnoses, those that a pathway led to whose 62 days to treatment are surely over: by the rules of the nation,
 * less what was taken off, and counted from a receipt that is in the record.
 */
export const diagnosesOver62 = async (
  db: ReadDb,
  episodeIds: readonly string[],
  today: IsoDate,
): Promise<Set<string>> => {
  const pathways = await db.selectFrom('pathway').selectAll().where('episode_id', 'in', episodeIds).execute()
  const isOver = ({ clocks }: ClockedPathway): boolean =>
    clocks.some(({ code, result, startAssumed }) => code === 'treated_62' && result === 'over' && !startAssumed)
  return new Set((await clocked(db, pathways, today)).filter(isOver).flatMap(({ episodeId }) => episodeId ?? []))
}
