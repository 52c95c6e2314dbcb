import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { TumourGroup } from '#shared/domain/tumour-groups.ts'
import type { Priority, SignOff } from '#shared/features/pathways/schema.ts'
import {
  EVERY_CLOCK,
  pathwayClocks,
  type PathwayEvent,
  pathwayState,
  pathwayWords,
  stepOf,
  waitingSince,
} from '#shared/features/pathways/public.ts'
import type { WriteHandle } from '../db/database.ts'
import { type Columns, RowInserter } from '../db/insert-rows.ts'
import type { NewRow } from '../db/recorder.ts'
import type { PathwaySummaryTable, PathwayTable } from '../db/schema-of-work.ts'
import type { JourneyEventTable } from '../db/schema.ts'
import { keptClocks } from './kept-clocks.ts'

/** What the state machine looks at of an event row. */
export type PathwayEventRow = Pick<
  JourneyEventTable,
  'id' | 'pathway_id' | 'event_type' | 'event_date' | 'event_date_precision'
>

type PathwayRow = Pick<PathwayTable, 'id' | 'person_id' | 'tumour_group' | 'priority'>
type SignOffRow = Omit<NewRow<'pathway_sign_off'>, 'person_id'>

/** An event row as the rules take it. */
export const pathwayEventFrom = (row: PathwayEventRow): PathwayEvent => ({
  id: row.id,
  eventType: row.event_type,
  date: row.event_date,
  precision: row.event_date_precision,
})

/** A sign-off as the contract has it. */
export const signOffFrom = (row: SignOffRow & { readonly version?: number }): SignOff => ({
  id: row.id,
  version: row.version ?? 1,
  eventId: row.event_id,
  decision: row.decision,
  note: row.note ?? null,
  signedBy: row.signed_by,
  signedOn: row.signed_on,
})

/** Most events of a pathway are letters and scans, which neither move it nor stop a clock. */
const moves = ({ event_type }: PathwayEventRow): boolean =>
  stepOf(event_type) !== null || event_type === 'decision_to_treat'

/** Where one pathway stands, for lists. A death closes it: nobody is waiting any more. */
export const summaryOf = (
  pathway: PathwayRow,
  events: readonly PathwayEventRow[],
  signOffs: readonly SignOffRow[],
  died: boolean,
  today: IsoDate,
): PathwaySummaryTable => {
  const facts = { priority: pathway.priority as Priority, signOffs: signOffs.map(signOffFrom) }
  const state = pathwayState(facts, events.filter(moves).map(pathwayEventFrom))
  const tumourGroup = pathway.tumour_group as TumourGroup
  const clocks = pathwayClocks({ state, tumourGroup, adjustments: [], rules: EVERY_CLOCK, today })
  // No clock of a closed pathway runs.
  const clock = state.open ? pathwayWords.leadingClock(clocks) : null
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
    clocks: keptClocks(state, clocks),
  }
}

const grouped = <T extends { person_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.person_id)
    if (group === undefined) groups.set(row.person_id, [row])
    else group.push(row)
  }
  return groups
}

/** The summaries of one person's pathways, from rows in hand. */
export const pathwayRows = (
  pathways: readonly PathwayRow[],
  signOffs: readonly SignOffRow[],
  events: readonly PathwayEventRow[],
  died: boolean,
  today: IsoDate,
): Columns<PathwaySummaryTable>[] =>
  pathways.map((pathway) =>
    summaryOf(
      pathway,
      events.filter((event) => event.pathway_id === pathway.id),
      signOffs.filter((signOff) => signOff.pathway_id === pathway.id),
      died,
      today,
    ),
  )

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
    .select(['id', 'person_id', 'tumour_group', 'priority'])
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
  )
  const rows = [...grouped(pathways)].flatMap(([person, own]) =>
    pathwayRows(own, signOffs.get(person) ?? [], events.get(person) ?? [], died.has(person), today),
  )
  new RowInserter(handle.statements).insert('pathway_summary', rows)
}
