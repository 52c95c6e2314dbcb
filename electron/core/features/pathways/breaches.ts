import { isoFromDayNumber } from '#shared/domain/calendar.ts'
import {
  allowanceFor,
  type ClockRules,
  COUNTED_FROM_RECEIPT,
  type PathwayClock,
  pathwayClocks,
  pathwayState,
} from '#shared/features/pathways/public.ts'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { PathwayPlace, Priority } from '#shared/features/pathways/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { listed } from '../../db/listed.ts'
import { addTo, partialFrom } from '../../db/rows.ts'
import type { PathwayTable } from '../../db/schema-of-work.ts'
import { type PathwayEventRow, pathwayEventFrom, signOffFrom } from '../../projections/pathway-summary.ts'
import { readKeptClocks } from '../../projections/kept-clocks.ts'
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
    .where('id', 'in', listed(personIds))
    .execute()
  return new Map(rows.map((row) => [row.id, partialFrom(row.death_date, row.death_date_precision)]))
}

const clocked = async (db: ReadDb, pathways: readonly PathwayTable[], today: IsoDate): Promise<ClockedPathway[]> => {
  if (pathways.length === 0) return []
  const ids = pathways.map(({ id }) => id)
  const rules = await readClockRules(db)
  const signOffs = await db.selectFrom('pathway_sign_off').selectAll().where('pathway_id', 'in', listed(ids)).execute()
  const adjusted = await db.selectFrom('clock_adjustment').selectAll().where('pathway_id', 'in', listed(ids)).execute()
  const rows = await db
    .selectFrom('journey_event')
    .select(['id', 'pathway_id', 'event_type', 'event_date', 'event_date_precision'])
    .where('pathway_id', 'in', listed(ids))
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

/** Where a clock that has not stopped is over without a verdict. */
const ENDED: readonly string[] = ['told_no_cancer', 'care_complete'] satisfies readonly PathwayPlace[]

interface KeptPathway {
  /** null: nothing is kept of it yet. */
  readonly kept_priority: string | null
  readonly clocks: string | null
  readonly state: string | null
  readonly is_adjusted: unknown
}

/** Whether the 62 days are over by what is kept of a pathway; null: its events have to be read to know. */
const isOver62 = (
  { kept_priority: priority, clocks, state, is_adjusted: adjusted }: KeptPathway,
  rules: ClockRules,
) => {
  if (priority === null) return null
  const kept = readKeptClocks(clocks ?? '').clocks.find(({ code }) => code === 'treated_62')
  if (kept !== undefined) {
    const allowed = allowanceFor(rules, 'treated_62', isoFromDayNumber(kept.start.from))
    const isLong = allowed !== null && !kept.startAssumed && kept.stop.from - kept.start.to > allowed.days
    return isLong && Boolean(adjusted) ? null : isLong
  }
  const hasClock = priority === 'consultant_upgrade' || COUNTED_FROM_RECEIPT.has(priority as Priority)
  return hasClock && !ENDED.includes(state ?? '') ? null : false
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
  const rules = await readClockRules(db)
  const rows = await db
    .selectFrom('pathway')
    .leftJoin('pathway_summary as summary', 'summary.pathway_id', 'pathway.id')
    .select([
      'pathway.id',
      'pathway.episode_id',
      'summary.clocks',
      'summary.state',
      'summary.priority as kept_priority',
    ])
    .select((where) =>
      where
        .exists(
          where
            .selectFrom('clock_adjustment')
            .select('clock_adjustment.id')
            .whereRef('clock_adjustment.pathway_id', '=', 'pathway.id'),
        )
        .as('is_adjusted'),
    )
    .where('pathway.episode_id', 'in', listed(episodeIds))
    .execute()
  const byKept = Map.groupBy(rows, (row) => isOver62(row, rules))
  const isOver = ({ clocks }: ClockedPathway): boolean =>
    clocks.some(({ code, result, startAssumed }) => code === 'treated_62' && result === 'over' && !startAssumed)
  const unsure = (byKept.get(null) ?? []).map(({ id }) => id)
  const looked = await clocked(
    db,
    await db.selectFrom('pathway').selectAll().where('id', 'in', listed(unsure)).execute(),
    today,
  )
  return new Set([
    ...(byKept.get(true) ?? []).flatMap(({ episode_id: id }) => id ?? []),
    ...looked.filter(isOver).flatMap(({ episodeId }) => episodeId ?? []),
  ])
}
