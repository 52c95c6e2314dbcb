import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { type ClockFacts, factDate, type PathwayFacts, type TaskFacts } from '#shared/features/measures/facts.ts'
import { daysTakenOff } from '#shared/features/pathways/public.ts'
import type { ReadDb } from '../../db/database.ts'
import { listed } from '../../db/listed.ts'
import { addTo } from '../../db/rows.ts'
import { readKeptClocks } from '../../projections/kept-clocks.ts'

/** The place of a row of one person among others of theirs, or -1. */
type PlaceOf = (personId: string, id: string | null) => number

/** Whom to read; everybody where nobody is named. */
type Only = readonly string[] | undefined

const readAdjustments = async (db: ReadDb, only: Only) =>
  Map.groupBy(
    await db
      .selectFrom('clock_adjustment')
      .select(['pathway_id', 'clock', 'days', 'falls_on as fallsOn'])
      .$if(only !== undefined, (query) => query.where('person_id', 'in', listed(only ?? [])))
      .execute(),
    (row) => row.pathway_id,
  )

/** The referrals of everybody, with their clocks that stopped. */
export const readPathways = async (db: ReadDb, only: Only, placeOf: PlaceOf): Promise<Map<string, PathwayFacts[]>> => {
  const adjustments = await readAdjustments(db, only)
  const rows = await db
    .selectFrom('pathway')
    .innerJoin('pathway_summary as summary', 'summary.pathway_id', 'pathway.id')
    .select([
      'pathway.id',
      'pathway.person_id',
      'pathway.episode_id',
      'pathway.tumour_group',
      'pathway.priority as asked_for',
      'summary.priority',
      'summary.state',
      'summary.stage',
      'summary.state_date',
      'summary.state_date_precision',
      'summary.clock',
      'summary.start_date',
      'summary.start_date_precision',
      'summary.clocks',
    ])
    .$if(only !== undefined, (query) => query.where('pathway.person_id', 'in', listed(only ?? [])))
    .execute()
  const groups = new Map<string, PathwayFacts[]>()
  for (const row of rows) {
    const kept = readKeptClocks(row.clocks)
    const own = adjustments.get(row.id) ?? []
    addTo(groups, row.person_id, {
      id: row.id,
      episode: placeOf(row.person_id, row.episode_id),
      tumourGroup: row.tumour_group,
      priority: row.priority,
      state: row.state,
      stage: row.stage,
      stateDate: factDate(row.state_date, row.state_date_precision),
      clock: row.clock,
      startDate: factDate(row.start_date, row.start_date_precision),
      askedFor: row.asked_for,
      sent: kept.sent,
      clocks: kept.clocks.map(({ ordinal, ...clock }): ClockFacts => ({
        ...clock,
        daysTakenOff:
          own.length === 0
            ? 0
            : daysTakenOff(own, {
                code: clock.code,
                ordinal,
                startDate: isoFromDayNumber(clock.start.from),
              }).reduce((sum, { days }) => sum + days, 0),
      })),
    })
  }
  return groups
}

/** The tasks of everybody that are about a referral and have a day. */
export const readTasks = async (db: ReadDb, only: Only, placeOf: PlaceOf): Promise<Map<string, TaskFacts[]>> => {
  const rows = await db
    .selectFrom('task')
    .select(['person_id', 'pathway_id', 'due_date', 'state', 'finished_on'])
    .where('pathway_id', 'is not', null)
    .where('person_id', 'is not', null)
    .where('due_date', 'is not', null)
    .$if(only !== undefined, (query) => query.where('person_id', 'in', listed(only ?? [])))
    .execute()
  const groups = new Map<string, TaskFacts[]>()
  for (const { person_id, pathway_id, due_date, state, finished_on } of rows) {
    if (person_id === null || due_date === null) continue
    addTo(groups, person_id, {
      pathway: placeOf(person_id, pathway_id),
      due: dayNumber(due_date),
      state,
      finished: finished_on === null ? null : dayNumber(finished_on),
    })
  }
  return groups
}
