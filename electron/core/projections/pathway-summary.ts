import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { Priority } from '#shared/features/pathways/schema.ts'
import {
  clockRulesFor,
  pathwayClocks,
  type PathwayEvent,
  pathwayState,
  pathwayWords,
  waitingSince,
} from '#shared/features/pathways/public.ts'
import type { WriteHandle } from '../db/database.ts'
import type { PathwaySignOffTable, PathwaySummaryTable, PathwayTable } from '../db/schema-of-work.ts'
import type { JourneyEventTable } from '../db/schema.ts'

/** What the state machine looks at of an event row. */
export type PathwayEventRow = Pick<
  JourneyEventTable,
  'id' | 'pathway_id' | 'event_type' | 'event_date' | 'event_date_precision'
>

type SignOffRow = Pick<
  PathwaySignOffTable,
  'id' | 'version' | 'event_id' | 'decision' | 'note' | 'signed_by' | 'signed_on'
>

/** An event row as the rules take it. */
export const pathwayEventFrom = (row: PathwayEventRow): PathwayEvent => ({
  id: row.id,
  eventType: row.event_type,
  date: row.event_date,
  precision: row.event_date_precision,
})

/** A sign-off as the contract has it. */
export const signOffFrom = (row: SignOffRow) => ({
  id: row.id,
  version: row.version,
  eventId: row.event_id,
  decision: row.decision,
  note: row.note,
  signedBy: row.signed_by,
  signedOn: row.signed_on,
})

/** England's clocks are the most there are; a list takes those that its own nation counts. */
const ALL_CLOCKS = clockRulesFor('england')

/** Where one pathway stands, for lists. A death closes it: nobody is waiting any more. */
export const summaryOf = (
  pathway: Pick<PathwayTable, 'id' | 'person_id' | 'priority'>,
  events: readonly PathwayEventRow[],
  signOffs: readonly SignOffRow[],
  died: boolean,
  today: IsoDate,
): PathwaySummaryTable => {
  const facts = { priority: pathway.priority as Priority, signOffs: signOffs.map(signOffFrom) }
  const state = pathwayState(facts, events.map(pathwayEventFrom))
  const clock = pathwayWords.leadingClock(pathwayClocks({ state, adjustments: [], rules: ALL_CLOCKS, today }))
  const start = clock?.start ?? waitingSince(state)
  const open = state.open && !died
  return {
    pathway_id: pathway.id,
    person_id: pathway.person_id,
    priority: state.priority,
    state: state.place,
    stage: state.stage,
    state_date: state.placeEvent?.date ?? null,
    state_date_precision: state.placeEvent?.precision ?? null,
    state_event_id: state.placeEvent?.id ?? null,
    open: open ? 1 : 0,
    needs_sign_off: open && state.needsSignOff ? 1 : 0,
    decision: state.signOff?.decision ?? null,
    clock: clock?.code ?? null,
    start_date: start?.date ?? null,
    start_date_precision: start?.precision ?? null,
    out_of_order: state.trail.filter(({ outOfOrder }) => outOfOrder !== null).length,
  }
}

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

const COLUMNS = [
  'pathway_id',
  'person_id',
  'priority',
  'state',
  'stage',
  'state_date',
  'state_date_precision',
  'state_event_id',
  'open',
  'needs_sign_off',
  'decision',
  'clock',
  'start_date',
  'start_date_precision',
  'out_of_order',
] as const satisfies readonly (keyof PathwaySummaryTable)[]

const INSERT = `INSERT INTO pathway_summary (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`

/**
 * Makes the pathway summaries of these people anew, inside the transaction that changed them. People without a pathway
 * cost one look at an index.
 * @param events by person: the rows that the other projections have in hand.
 * @param died who has died.
 */
export const projectPathways = async (
  handle: WriteHandle,
  personIds: readonly string[],
  events: ReadonlyMap<string, readonly PathwayEventRow[]>,
  died: ReadonlySet<string>,
  today: IsoDate,
): Promise<void> => {
  await handle.db.deleteFrom('pathway_summary').where('person_id', 'in', personIds).execute()
  const pathways = await handle.db
    .selectFrom('pathway')
    .select(['id', 'person_id', 'priority'])
    .where('person_id', 'in', personIds)
    .execute()
  if (pathways.length === 0) return
  const signOffs = grouped(
    await handle.db
      .selectFrom('pathway_sign_off')
      .selectAll()
      .where('person_id', 'in', personIds)
      .orderBy('signed_on')
      .orderBy('id')
      .execute(),
    (row) => row.pathway_id,
  )
  const insert = handle.statements.prepare(INSERT)
  for (const pathway of pathways) {
    const own = (events.get(pathway.person_id) ?? []).filter((event) => event.pathway_id === pathway.id)
    const summary = summaryOf(pathway, own, signOffs.get(pathway.id) ?? [], died.has(pathway.person_id), today)
    insert.run(...COLUMNS.map((column) => summary[column]))
  }
}
