import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import { pathwayClocks, pathwayState } from '#shared/features/pathways/public.ts'
import type { Priority } from '#shared/features/pathways/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { addTo, partialFrom } from '../../db/rows.ts'
import { type PathwayEventRow, pathwayEventFrom, signOffFrom } from '../../projections/pathway-summary.ts'
import { readClockRules } from './clock-choices.ts'
import { adjustmentFrom } from './queries.ts'

const deathsOf = async (db: ReadDb, personIds: readonly string[]): Promise<Map<string, PartialDate | null>> => {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'death_date', 'death_date_precision'])
    .where('id', 'in', personIds)
    .execute()
  return new Map(rows.map((row) => [row.id, partialFrom(row.death_date, row.death_date_precision)]))
}

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
  if (pathways.length === 0) return new Set()
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
  const deaths = await deathsOf(
    db,
    pathways.map((pathway) => pathway.person_id),
  )
  const isOver = (pathway: (typeof pathways)[number]): boolean => {
    const facts = {
      priority: pathway.priority as Priority,
      signOffs: signOffs.filter(({ pathway_id }) => pathway_id === pathway.id).map(signOffFrom),
    }
    return pathwayClocks({
      state: pathwayState(facts, (events.get(pathway.id) ?? []).map(pathwayEventFrom)),
      tumourGroup: pathway.tumour_group as TumourGroup,
      adjustments: adjusted.filter(({ pathway_id }) => pathway_id === pathway.id).map(adjustmentFrom),
      rules,
      today,
      died: deaths.get(pathway.person_id) ?? null,
    }).some(({ code, result, startAssumed }) => code === 'treated_62' && result === 'over' && !startAssumed)
  }
  return new Set(pathways.filter(isOver).flatMap(({ episode_id }) => episode_id ?? []))
}
