import { sql } from 'kysely'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import {
  byHarmOfWaiting,
  allowanceFor,
  type ClockRules,
  countBoth,
  LEADING_CLOCKS,
  type LinkCandidate,
  lateReasons,
  pathwayState,
} from '#shared/features/pathways/public.ts'
import type {
  Adjustment,
  ClockCode,
  Pathway,
  PathwayPlace,
  PathwayStage,
  Priority,
  SafetyNetRow,
} from '#shared/features/pathways/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import type { ClockAdjustmentTable, PathwaySummaryTable, PathwayTable } from '../../db/schema-of-work.ts'
import { pathwayEventFrom, signOffFrom } from '../../projections/pathway-summary.ts'
import { readClockRules } from './clock-choices.ts'

/** A row of days taken off, as the contract has it. */
export const adjustmentFrom = (row: ClockAdjustmentTable): Adjustment => ({
  id: row.id,
  version: row.version,
  clock: row.clock,
  days: row.days,
  reasonCode: row.reason_code,
  reason: row.reason,
  fallsOn: row.falls_on,
})

const pathwayFrom = (row: PathwayTable): Omit<Pathway, 'signOffs' | 'adjustments'> => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  episodeId: row.episode_id,
  tumourGroup: row.tumour_group as TumourGroup,
  priority: row.priority as Priority,
  hospital: row.hospital,
  reference: row.reference,
  note: row.note,
})

/** Every pathway of a person in the order they were started, each with its own sign-offs and adjusted days. */
export const pathwaysOf = async (db: ReadDb, personId: string): Promise<Pathway[]> => {
  const rows = await db.selectFrom('pathway').selectAll().where('person_id', '=', personId).orderBy('id').execute()
  if (rows.length === 0) return []
  const signOffs = await db
    .selectFrom('pathway_sign_off')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('signed_on')
    .orderBy('id')
    .execute()
  const adjustments = await db
    .selectFrom('clock_adjustment')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...pathwayFrom(row),
    signOffs: signOffs.filter((one) => one.pathway_id === row.id).map(signOffFrom),
    adjustments: adjustments.filter((one) => one.pathway_id === row.id).map(adjustmentFrom),
  }))
}

/** The pathways of a person with the state each is in, for deciding where an event goes. */
export const candidatesOf = async (db: ReadDb, personId: string): Promise<LinkCandidate[]> => {
  const pathways = await pathwaysOf(db, personId)
  if (pathways.length === 0) return []
  const events = await db
    .selectFrom('journey_event')
    .select(['id', 'pathway_id', 'event_type', 'event_date', 'event_date_precision'])
    .where('person_id', '=', personId)
    .execute()
  return pathways.map((pathway) => ({
    id: pathway.id,
    facts: pathway,
    state: pathwayState(pathway, events.filter((event) => event.pathway_id === pathway.id).map(pathwayEventFrom)),
  }))
}

interface ClockHere {
  readonly clock: ClockCode | null
  readonly daysAllowed: number | null
}

/** What a pathway is judged by here: its clock, or where the nation does not count that, the next one from the same day. */
const clockHere = (row: Pick<PathwaySummaryTable, 'clock' | 'start_date'>, rules: ClockRules): ClockHere => {
  const { clock: leading, start_date: start } = row
  if (leading === null || start === null) return { clock: null, daysAllowed: null }
  const clock = LEADING_CLOCKS.slice(LEADING_CLOCKS.findIndex((code) => code === leading)).find(
    (code) => rules.standards[code] !== undefined,
  )
  if (clock === undefined) return { clock: null, daysAllowed: null }
  return { clock, daysAllowed: allowanceFor(rules, clock, start)?.days ?? null }
}

const openRows = (db: ReadDb, ids: readonly string[] | null) =>
  db
    .selectFrom('pathway_summary as summary')
    .innerJoin('pathway', 'pathway.id', 'summary.pathway_id')
    .innerJoin('person', 'person.id', 'summary.person_id')
    .select([
      ...PERSON_LINE_COLUMNS,
      'pathway.id as pathway_id',
      'pathway.version',
      'pathway.tumour_group',
      'pathway.hospital',
      'pathway.reference',
      'summary.priority',
      'summary.state',
      'summary.stage',
      'summary.state_date',
      'summary.state_date_precision',
      'summary.state_event_id',
      'summary.needs_sign_off',
      'summary.decision',
      'summary.clock',
      'summary.start_date',
      'summary.start_date_precision',
      'summary.out_of_order',
    ])
    .where('summary.open', '=', sql.lit(1))
    .$if(ids !== null, (query) => query.where('summary.pathway_id', 'in', ids ?? []))
    .execute()

type OpenRow = Awaited<ReturnType<typeof openRows>>[number]

const rowFrom = (row: OpenRow, rules: ClockRules, adjusted: ReadonlyMap<string, number>): SafetyNetRow[] => {
  const person = personLineFrom(row)
  const { clock, daysAllowed } = clockHere(row, rules)
  if (person === null) return []
  return [
    {
      pathwayId: row.pathway_id,
      version: row.version,
      person,
      tumourGroup: row.tumour_group as TumourGroup,
      priority: row.priority as Priority,
      hospital: row.hospital,
      reference: row.reference,
      place: row.state as PathwayPlace,
      stage: row.stage as PathwayStage,
      placeDate: row.state_date,
      placePrecision: row.state_date_precision,
      placeEventId: row.state_event_id,
      needsSignOff: row.needs_sign_off === 1,
      decision: row.decision,
      startDate: row.start_date,
      startPrecision: row.start_date_precision,
      clock,
      daysAllowed,
      daysAdjusted: clock === null ? 0 : (adjusted.get(`${row.pathway_id} ${clock}`) ?? 0),
      outOfOrder: row.out_of_order,
    },
  ]
}

/** Days taken off the clocks that open pathways run on now, by pathway and clock: not those of an earlier referral. */
const adjustedDays = async (db: ReadDb): Promise<Map<string, number>> => {
  const adjustments = await db
    .selectFrom('clock_adjustment')
    .innerJoin('pathway_summary', 'pathway_summary.pathway_id', 'clock_adjustment.pathway_id')
    .select((where) => [
      'clock_adjustment.pathway_id',
      'clock_adjustment.clock',
      where.fn.sum<number>('clock_adjustment.days').as('days'),
    ])
    .where('pathway_summary.open', '=', 1)
    .where((where) =>
      where.or([
        where('clock_adjustment.falls_on', 'is', null),
        where('clock_adjustment.falls_on', '>=', where.ref('pathway_summary.start_date')),
      ]),
    )
    .groupBy(['clock_adjustment.pathway_id', 'clock_adjustment.clock'])
    .execute()
  return new Map(adjustments.map((row) => [`${row.pathway_id} ${row.clock}`, row.days]))
}

/**
 * Every open pathway, most harm of waiting first.
 * @param ids only these; null: all.
 */
export const openPathways = async (
  db: ReadDb,
  today: IsoDate,
  ids: readonly string[] | null = null,
): Promise<SafetyNetRow[]> => {
  const rules = await readClockRules(db)
  const adjusted = await adjustedDays(db)
  const rows = await openRows(db, ids)
  return byHarmOfWaiting(
    rows.flatMap((row) => rowFrom(row, rules, adjusted)),
    today,
  )
}

/** What lateness is judged by. */
export type JudgedPathway = Pick<
  SafetyNetRow,
  'pathwayId' | 'place' | 'needsSignOff' | 'clock' | 'daysAllowed' | 'daysAdjusted' | 'startDate' | 'startPrecision'
> & { readonly personId: string }

/** Every open pathway as far as lateness goes: one index, no names, so that thousands are judged in milliseconds. */
export const judgedPathways = async (db: ReadDb): Promise<JudgedPathway[]> => {
  const rules = await readClockRules(db)
  const adjusted = await adjustedDays(db)
  const rows = await db
    .selectFrom('pathway_summary')
    .select(['pathway_id', 'person_id', 'state', 'needs_sign_off', 'clock', 'start_date', 'start_date_precision'])
    .where('open', '=', sql.lit(1))
    .execute()
  return rows.map((row) => {
    const { clock, daysAllowed } = clockHere(row, rules)
    return {
      pathwayId: row.pathway_id,
      personId: row.person_id,
      place: row.state as PathwayPlace,
      needsSignOff: row.needs_sign_off === 1,
      clock,
      daysAllowed,
      daysAdjusted: clock === null ? 0 : (adjusted.get(`${row.pathway_id} ${clock}`) ?? 0),
      startDate: row.start_date,
      startPrecision: row.start_date_precision,
    }
  })
}

/** How many are late: what the rail's badge says. */
export const latePathways = async (db: ReadDb, today: IsoDate): Promise<{ pathways: number; people: number }> =>
  countBoth(
    (await judgedPathways(db))
      .filter((row) => lateReasons(row, today).length > 0)
      .map(({ personId }) => ({ person: { id: personId } })),
  )
