import type { IsoDate } from '#shared/domain/partial-date.ts'
import { compareCodes } from '#shared/features/plan/codes.ts'
import type {
  ActionTarget,
  MeasureRun,
  Plan,
  PlanAction,
  planBaselineSchema,
  PlanMilestone,
} from '#shared/features/plan/schema.ts'
import { planEnd } from '#shared/features/plan/years.ts'
import type { z } from 'zod'
import type { ReadDb } from '../../db/database.ts'
import { addTo } from '../../db/rows.ts'
import type { PlanActionTable, PlanBaselineTable, PlanMilestoneTable, PlanTable } from '../../db/schema-of-plans.ts'
import { figuresOf, type MeasuredFigure, measureWords, runsOf, yearUpTo } from '../measures/public.ts'
import { planRow } from './rows.ts'

const RUN_MONTHS = 24

type Baseline = z.output<typeof planBaselineSchema>

const NO_FIGURE: Baseline['figure'] = {
  value: null,
  lower: null,
  upper: null,
  numerator: 0,
  denominator: null,
  undecided: 0,
}

/** A baseline row in words; one that is not frozen shows the figure as it stands. */
export const baselineFrom = (
  row: PlanBaselineTable,
  standing: MeasuredFigure | undefined,
  months: { readonly from: string; readonly to: string },
): Baseline => {
  const words = measureWords(row.measure_code)
  return {
    id: row.id,
    version: row.version,
    measureCode: row.measure_code,
    measureTitle: words?.title ?? row.measure_code,
    unit: words?.unit ?? '',
    year: row.year,
    from: row.month_from ?? months.from,
    to: row.month_to ?? months.to,
    figure: row.figure === null ? (standing?.figure ?? NO_FIGURE) : (JSON.parse(row.figure) as Baseline['figure']),
    ruleVersion: row.rule_version ?? standing?.ruleVersion ?? words?.version ?? '',
    frozenOn: row.frozen_on,
  }
}

const baselinesOf = async (db: ReadDb, planId: string, today: IsoDate): Promise<Baseline[]> => {
  const rows = await db
    .selectFrom('plan_baseline')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('year')
    .orderBy('id')
    .execute()
  const open = rows.filter((row) => row.frozen_on === null).map(({ measure_code: code }) => code)
  const months = yearUpTo(today)
  const standing = new Map((await figuresOf(db, open, months, today)).map((one) => [one.code, one]))
  return rows.map((row) => baselineFrom(row, standing.get(row.measure_code), months))
}

export const milestoneFrom = ({
  id,
  version,
  title,
  due_on: dueOn,
  met_on: metOn,
}: PlanMilestoneTable): PlanMilestone => ({
  id,
  version,
  title,
  dueOn,
  metOn,
})

/** What belongs to the actions of a plan, by action. */
interface Parts {
  readonly also: Map<string, string[]>
  readonly measures: Map<string, string[]>
  readonly milestones: Map<string, PlanMilestone[]>
  readonly needs: Map<string, string[]>
  readonly updated: Map<string, IsoDate>
  readonly firstPlanned: Map<string, NonNullable<PlanAction['firstPlanned']>>
}

/** Of all actions of a plan, or of one. */
interface Whose {
  readonly planId: string
  readonly actionId?: string
}

const partsOf = async (db: ReadDb, { planId, actionId }: Whose): Promise<Parts> => {
  const ofPlan = db
    .selectFrom('plan_action')
    .select('plan_action.id')
    .where('plan_id', '=', planId)
    .$if(actionId !== undefined, (query) => query.where('plan_action.id', '=', actionId ?? ''))
  const parts: Parts = {
    also: new Map(),
    measures: new Map(),
    milestones: new Map(),
    needs: new Map(),
    updated: new Map(),
    firstPlanned: new Map(),
  }
  const also = await db.selectFrom('plan_action_objective').selectAll().where('action_id', 'in', ofPlan).execute()
  for (const row of also) addTo(parts.also, row.action_id, row.objective_id)
  const measures = await db
    .selectFrom('plan_action_measure')
    .select(['action_id', 'measure_code'])
    .where('action_id', 'in', ofPlan)
    .orderBy('id')
    .execute()
  for (const row of measures) addTo(parts.measures, row.action_id, row.measure_code)
  const milestones = await db
    .selectFrom('plan_milestone')
    .selectAll()
    .where('action_id', 'in', ofPlan)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  for (const row of milestones) addTo(parts.milestones, row.action_id, milestoneFrom(row))
  const needs = await db.selectFrom('plan_need').selectAll().where('action_id', 'in', ofPlan).orderBy('id').execute()
  for (const row of needs) addTo(parts.needs, row.action_id, row.needs_id)
  const updated = await db
    .selectFrom('plan_update')
    .select((read) => ['action_id', read.fn.max('happened_on').as('newest')])
    .where('action_id', 'in', ofPlan)
    .groupBy('action_id')
    .execute()
  for (const row of updated) parts.updated.set(row.action_id, row.newest)
  // The newest first, so that what the oldest move came from is what stays.
  const moves = await db
    .selectFrom('plan_move')
    .select(['action_id', 'from_start', 'from_due'])
    .where('action_id', 'in', ofPlan)
    .orderBy('moved_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  for (const row of moves) parts.firstPlanned.set(row.action_id, { startsOn: row.from_start, dueOn: row.from_due })
  return parts
}

/** The dates of before the first move; none where the action has come back to them. */
const firstPlannedOf = (row: PlanActionTable, parts: Parts): PlanAction['firstPlanned'] => {
  const first = parts.firstPlanned.get(row.id)
  if (first === undefined || (first.startsOn === row.starts_on && first.dueOn === row.due_on)) return null
  return first
}

const actionFrom = (row: PlanActionTable, parts: Parts): PlanAction => ({
  id: row.id,
  version: row.version,
  code: row.code,
  objectiveId: row.objective_id,
  alsoObjectiveIds: parts.also.get(row.id) ?? [],
  title: row.title,
  status: row.status,
  ownerName: row.owner_name,
  partners: row.partners,
  startsOn: row.starts_on,
  dueOn: row.due_on,
  firstPlanned: firstPlannedOf(row, parts),
  endedOn: row.ended_on,
  measureCodes: parts.measures.get(row.id) ?? [],
  milestones: parts.milestones.get(row.id) ?? [],
  needs: parts.needs.get(row.id) ?? [],
  updatedOn: parts.updated.get(row.id) ?? null,
})

/** One action as the board shows it. */
export const boardAction = async (db: ReadDb, row: PlanActionTable): Promise<PlanAction> =>
  actionFrom(row, await partsOf(db, { planId: row.plan_id, actionId: row.id }))

const planFrom = async (db: ReadDb, row: PlanTable, today: IsoDate): Promise<Plan> => {
  const objectives = await db
    .selectFrom('plan_objective')
    .selectAll()
    .where('plan_id', '=', row.id)
    .orderBy('number')
    .execute()
  const actions = await db.selectFrom('plan_action').selectAll().where('plan_id', '=', row.id).execute()
  const parts = await partsOf(db, { planId: row.id })
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    organisation: row.organisation,
    startsOn: row.starts_on,
    strengths: row.strengths,
    gaps: row.gaps,
    state: row.state,
    signedOn: row.signed_on,
    signedBy: row.signed_by,
    endsOn: planEnd(row.starts_on),
    closedOn: row.closed_on,
    closeReason: row.close_reason,
    objectives: objectives.map(({ id, version, number, title, words, own }) => ({
      id,
      version,
      number,
      title,
      words,
      own: own === 1,
    })),
    actions: actions.toSorted((a, b) => compareCodes(a.code, b.code)).map((action) => actionFrom(action, parts)),
    baselines: await baselinesOf(db, row.id, today),
  }
}

const currentRow = (db: ReadDb): Promise<PlanTable | undefined> =>
  db
    .selectFrom('plan')
    .selectAll()
    .where('state', '<>', 'closed')
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The newest plan that is not closed, by when it starts; `null` where there is none. */
export const currentPlan = async (db: ReadDb, today: IsoDate): Promise<Plan | null> => {
  const row = await currentRow(db)
  return row === undefined ? null : planFrom(db, row, today)
}

/** One plan. @throws AppError `not-found`. */
export const planOf = async (db: ReadDb, id: string, today: IsoDate): Promise<Plan> =>
  planFrom(db, await planRow(db, id), today)

/** The targets of a plan's actions, by action. */
export const targetsOf = async (db: ReadDb, planId: string): Promise<ActionTarget[]> => {
  const rows = await db
    .selectFrom('plan_action_measure')
    .innerJoin('plan_action', 'plan_action.id', 'plan_action_measure.action_id')
    .select(['plan_action.code', 'measure_code', 'target_value', 'target_by'])
    .where('plan_action.plan_id', '=', planId)
    .where('target_value', 'is not', null)
    .execute()
  return rows
    .flatMap(({ code, measure_code: measureCode, target_value: value, target_by: by }) =>
      value === null || by === null ? [] : [{ code, measureCode, value, by }],
    )
    .toSorted((a, b) => compareCodes(a.code, b.code))
}

/** The plans that are not the current one, the newest first. */
export const pastPlans = async (db: ReadDb) => {
  const current = await currentRow(db)
  const rows = await db.selectFrom('plan').selectAll().orderBy('starts_on', 'desc').orderBy('id', 'desc').execute()
  return rows
    .filter(({ id }) => id !== current?.id)
    .map(({ id, title, starts_on: startsOn, state, signed_on: signedOn }) => ({
      id,
      title,
      startsOn,
      endsOn: planEnd(startsOn),
      state,
      signedOn,
    }))
}

/** The runs of measures in small, by the rules of the library's own charts. */
export const measureRuns = async (db: ReadDb, codes: readonly string[], today: IsoDate): Promise<MeasureRun[]> =>
  (await runsOf(db, codes, RUN_MONTHS, today)).map((run) => ({
    measureCode: run.code,
    title: run.title,
    unit: run.unit,
    kind: run.kind,
    better: run.better,
    series: [...run.series],
    mean: run.limits?.mean ?? null,
    lower: run.limits?.lower ?? null,
    upper: run.limits?.upper ?? null,
    variation: run.variation,
    assurance: run.assurance,
    target: run.target,
  }))

/** Milestones of the actions of signed and closed plans that are to move a measure, by their day. */
export const milestonesOf = async (db: ReadDb, measureCode: string) => {
  const rows = await db
    .selectFrom('plan_action_measure as tie')
    .innerJoin('plan_action as action', 'action.id', 'tie.action_id')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .innerJoin('plan_milestone as milestone', 'milestone.action_id', 'action.id')
    .select([
      'action.id as action_id',
      'action.code',
      'action.title as action_title',
      'milestone.id',
      'milestone.title',
      'milestone.due_on',
      'milestone.met_on',
    ])
    .where('tie.measure_code', '=', measureCode)
    .where('plan.signed_on', 'is not', null)
    .orderBy('milestone.due_on')
    .orderBy('milestone.id')
    .execute()
  return rows.map((row) => ({
    actionId: row.action_id,
    code: row.code,
    actionTitle: row.action_title,
    milestoneId: row.id,
    title: row.title,
    dueOn: row.due_on,
    metOn: row.met_on,
  }))
}
