import { type RawBuilder, sql } from 'kysely'
import { sentenceFor } from '#shared/features/audit/public.ts'
import { fieldChanges, type RecordNames, rowTitle, type StoredRow } from '#shared/features/history/public.ts'
import type { PlanHistory } from '#shared/features/plan/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { ChangeTable } from '../../db/schema.ts'
import type { PlanLogTables } from '../../db/schema-of-plan-logs.ts'
import type { PlanTables } from '../../db/schema-of-plans.ts'
import { measureWords } from '../measures/public.ts'

/** Tables whose rows hang on an action, and on the plan through it. */
const OF_ACTION = [
  'plan_action_objective',
  'plan_milestone',
  'plan_update',
  'plan_need',
  'plan_cycle',
  'plan_move',
  'plan_action_measure',
] as const satisfies readonly (keyof PlanTables)[]

/** Tables whose rows name their plan. */
const OF_PLAN = [
  'plan_objective',
  'plan_action',
  'plan_baseline',
  'plan_driver',
] as const satisfies readonly (keyof PlanTables)[]

/** The logs of a plan, and its reviews: their rows name their plan too. */
const OF_LOGS = [
  'plan_risk',
  'plan_decision',
  'plan_session',
  'plan_funding',
  'plan_review',
] as const satisfies readonly (keyof PlanLogTables)[]

/** Columns that say whose a row is, or keep count: nothing that anybody changed. */
const HIDDEN: readonly string[] = [
  'plan_id',
  'last_code',
  'last_objective',
  'position',
  'figure',
  'review_id',
  'walk',
  'paper',
]

/** Tables whose rows other rows are told to belong to. */
const NAMED: readonly string[] = ['plan_objective', 'plan_action', 'plan_driver']

const MOST_LINES = 60

interface Change {
  readonly seq: number
  readonly entry: number
  readonly table: string
  readonly ids: readonly string[]
  readonly kind: ChangeTable['kind']
  readonly before: StoredRow | null
  readonly after: StoredRow | null
}

interface Known {
  readonly table: string
  readonly row: StoredRow
}

const parsed = (json: string | null): StoredRow | null => (json === null ? null : (JSON.parse(json) as StoredRow))

/** Changes to some tables. @param which worded as the index of just these is, so that it is used. */
const changesTo = async (db: ReadDb, which: RawBuilder<boolean>): Promise<Change[]> => {
  const rows = await db.selectFrom('change').selectAll().where(which).execute()
  return rows.map((row) => ({
    seq: row.seq,
    entry: row.audit_seq,
    table: row.table_name,
    ids: row.row_id === null ? (JSON.parse(row.row_ids ?? '[]') as string[]) : [row.row_id],
    kind: row.kind,
    before: parsed(row.before_values),
    after: parsed(row.after_values),
  }))
}

/** Every change to plans and to the people that a lead works with, the newest first. */
const changesToPlans = async (db: ReadDb): Promise<Change[]> =>
  [
    ...(await changesTo(db, sql<boolean>`table_name GLOB 'plan*'`)),
    ...(await changesTo(db, sql<boolean>`table_name = 'contact'`)),
  ].toSorted((a, b) => b.seq - a.seq)

/** The rows of all plans, and contacts, by id: as they are, and those that are gone as they went. */
const knownRows = async (db: ReadDb, changes: readonly Change[]): Promise<Map<string, Known>> => {
  const known = new Map<string, Known>()
  for (const table of ['plan', ...OF_PLAN, ...OF_ACTION, ...OF_LOGS, 'contact'] as const) {
    // Each of these tables has an id; the cast names one of them for the builder.
    const rows = await db
      .selectFrom(table as 'plan')
      .selectAll()
      .execute()
    for (const row of rows) known.set(row.id, { table, row })
  }
  for (const { kind, table, ids, before } of changes)
    if (kind === 'remove' && before !== null && !known.has(ids[0] ?? ''))
      known.set(ids[0] ?? '', { table, row: before })
  return known
}

/** The plan and the action that a row belongs to. */
const ownerOf = (
  known: ReadonlyMap<string, Known>,
  id: string,
): { readonly planId: string | null; readonly actionId: string | null } => {
  const found = known.get(id)
  if (found === undefined) return { planId: null, actionId: null }
  const { table, row } = found
  if (table === 'plan') return { planId: id, actionId: null }
  if (table === 'plan_action') return { planId: String(row['plan_id']), actionId: id }
  if (table === 'contact') return { planId: null, actionId: null }
  if (typeof row['plan_id'] === 'string') return { planId: row['plan_id'], actionId: null }
  const actionId = String(row['action_id'])
  return { planId: ownerOf(known, actionId).planId, actionId }
}

type Line = PlanHistory['changes'][number]

/** What a measure is called stands for its code, and what actions are called for a list of them. */
const inWords = (row: StoredRow, names: RecordNames): StoredRow => {
  const { measure_code: measure, passed } = row
  return {
    ...row,
    ...(typeof measure === 'string' ? { measure_code: measureWords(measure)?.title ?? measure } : {}),
    ...(typeof passed === 'string'
      ? { passed: (JSON.parse(passed) as string[]).map((id) => names.get(id) ?? 'one that is gone').join(', ') }
      : {}),
  }
}

const linesOf = (
  { table, kind, before: noted, after: became }: Change,
  before: StoredRow,
  after: StoredRow,
  names: RecordNames,
): Line[] => {
  const what = rowTitle(table, kind === 'insert' ? after : before)
  if (kind !== 'update') return [{ field: what, before: '', after: kind === 'insert' ? 'Added' : 'Removed' }]
  const columns = Object.keys(noted ?? {}).filter((column) => !HIDDEN.includes(column))
  const fields = fieldChanges(table, columns, inWords(before, names), inWords({ ...after, ...became }, names), names)
  return fields.map(({ label, ...rest }) => ({ field: `${what}: ${label}`, ...rest }))
}

/** An entry of hundreds of rows says of the first what they are, and of the rest how many. */
const shortened = (lines: readonly Line[]): Line[] =>
  lines.length <= MOST_LINES
    ? [...lines]
    : [
        ...lines.slice(0, MOST_LINES),
        { field: `And ${(lines.length - MOST_LINES).toLocaleString('en-GB')} more`, before: '', after: '' },
      ]

interface Telling {
  readonly changes: readonly Change[]
  readonly known: ReadonlyMap<string, Known>
  readonly belongs: (id: string, change: Change) => boolean
  readonly limit: number
}

/**
 * Goes back through the changes from the newest, so that each row is told as it was then, until there are enough entries.
 * What an action or an objective is called is what it is called now.
 */
const tellBackwards = ({ changes, known, belongs, limit }: Telling): Map<number, Line[]> => {
  const names = new Map<string, string>()
  for (const [id, { table, row }] of known) if (NAMED.includes(table)) names.set(id, rowTitle(table, row))
  const states = new Map([...known].map(([id, { row }]) => [id, row]))
  const told = new Map<number, Line[]>()
  for (const change of changes) {
    if (told.size >= limit && !told.has(change.entry)) break
    for (const id of change.ids.toReversed()) {
      const after = states.get(id)
      if (after === undefined) continue
      const before = { ...after, ...change.before }
      states.set(id, before)
      if (!belongs(id, change)) continue
      const lines = told.get(change.entry) ?? []
      told.set(change.entry, lines)
      lines.push(...linesOf(change, before, after, names).toReversed())
    }
  }
  return told
}

/** The changes from the one that began a plan to the one that closed it: contacts belong to no plan, but to its time. */
const timeOf = (
  changes: readonly Change[],
  known: ReadonlyMap<string, Known>,
  planId: string,
): { readonly from: number; readonly to: number } => {
  const own = changes.filter(({ table, ids }) => table === 'plan' && ids.includes(planId)).map(({ entry }) => entry)
  const isClosed = known.get(planId)?.row['state'] === 'closed'
  return { from: own.at(-1) ?? Infinity, to: isClosed ? (own[0] ?? Infinity) : Infinity }
}

interface Wanted {
  readonly planId: string
  readonly actionId: string | null
  readonly limit: number
}

/**
 * What happened to a plan or to one of its actions, the newest first, in words. That of a plan has its reviews and logs,
 * and what was written of contacts while it ran.
 */
export const planHistory = async (db: ReadDb, { planId, actionId, limit }: Wanted): Promise<PlanHistory[]> => {
  const changes = await changesToPlans(db)
  const known = await knownRows(db, changes)
  const time = timeOf(changes, known, planId)
  const belongs = (id: string, { table, entry }: Change): boolean => {
    if (table === 'contact') return actionId === null && entry >= time.from && entry <= time.to
    const owner = ownerOf(known, id)
    return owner.planId === planId && (actionId === null || owner.actionId === actionId)
  }
  const told = tellBackwards({ changes, known, belongs, limit })
  if (told.size === 0) return []
  const entries = await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'user_name', 'method'])
    .where('seq', 'in', [...told.keys()])
    .orderBy('seq', 'desc')
    .execute()
  return entries.map((entry) => ({
    at: entry.at,
    by: entry.user_name,
    what: sentenceFor(entry.method),
    changes: shortened((told.get(entry.seq) ?? []).toReversed()),
  }))
}
