import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { PlanActionDetail } from '#shared/features/plan/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PlanActionTable, PlanBaselineTable } from '../../db/schema-of-plans.ts'
import { yearUpTo } from '../measures/public.ts'
import { baselineFrom, boardAction } from './queries.ts'
import { actionRow, objectiveIn, planRow } from './rows.ts'

const updatesOf = async (db: ReadDb, actionId: string): Promise<PlanActionDetail['updates']> => {
  const rows = await db
    .selectFrom('plan_update')
    .selectAll()
    .where('action_id', '=', actionId)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    on: row.happened_on,
    words: row.words,
    status: row.status,
    nextStep: row.next_step,
    ask: row.ask,
    by: row.by_name,
    reviewId: row.review_id,
  }))
}

const cyclesOf = async (db: ReadDb, actionId: string): Promise<PlanActionDetail['cycles']> => {
  const rows = await db
    .selectFrom('plan_cycle')
    .selectAll()
    .where('action_id', '=', actionId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    number: row.number,
    aim: row.aim,
    plan: row.plan_words,
    doing: row.do_words,
    study: row.study_words,
    act: row.act_words,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    outcome: row.outcome,
  }))
}

const movesOf = async (db: ReadDb, actionId: string): Promise<PlanActionDetail['moves']> => {
  const rows = await db
    .selectFrom('plan_move')
    .selectAll()
    .where('action_id', '=', actionId)
    .orderBy('moved_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    on: row.moved_on,
    by: row.by_name,
    fromStart: row.from_start,
    toStart: row.to_start,
    fromDue: row.from_due,
    toDue: row.to_due,
    reason: row.reason,
    reviewId: row.review_id,
  }))
}

const measuresOf = async (
  db: ReadDb,
  { id, plan_id: planId }: PlanActionTable,
  today: IsoDate,
): Promise<PlanActionDetail['measures']> => {
  const ties = await db
    .selectFrom('plan_action_measure')
    .selectAll()
    .where('action_id', '=', id)
    .orderBy('id')
    .execute()
  const frozen = await db
    .selectFrom('plan_baseline')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('frozen_on', 'is not', null)
    .orderBy('year')
    .execute()
  const newest = (code: string): PlanBaselineTable | undefined => frozen.findLast((row) => row.measure_code === code)
  return ties.map((tie) => {
    const baseline = newest(tie.measure_code)
    return {
      id: tie.id,
      version: tie.version,
      measureCode: tie.measure_code,
      target:
        tie.target_value === null || tie.target_by === null ? null : { value: tie.target_value, by: tie.target_by },
      baseline: baseline === undefined ? null : baselineFrom(baseline, undefined, yearUpTo(today)),
    }
  })
}

const answerOf = (row: PlanActionTable): PlanActionDetail['answer'] =>
  row.answer_words === null || row.answer_by === null || row.answer_on === null
    ? null
    : { words: row.answer_words, by: row.answer_by, on: row.answer_on }

/** One action, whole. @throws AppError `not-found`. */
export const actionOf = async (db: ReadDb, id: string, today: IsoDate): Promise<PlanActionDetail> => {
  const row = await actionRow(db, id)
  const plan = await planRow(db, row.plan_id)
  const objective = await objectiveIn(db, plan.id, row.objective_id)
  const waiting = await db
    .selectFrom('plan_need')
    .select('action_id')
    .where('needs_id', '=', id)
    .orderBy('id')
    .execute()
  return {
    ...(await boardAction(db, row)),
    planId: plan.id,
    planState: plan.state,
    objectiveNumber: objective.number,
    objectiveTitle: objective.title,
    words: row.words,
    costWords: row.cost_words,
    costPence: row.cost_pence,
    riskWords: row.risk_words,
    evidenceWords: row.evidence_words,
    answer: answerOf(row),
    origin:
      row.origin_kind === null ? null : { kind: row.origin_kind, id: row.origin_id, words: row.origin_words ?? '' },
    measures: await measuresOf(db, row, today),
    updates: await updatesOf(db, id),
    cycles: await cyclesOf(db, id),
    moves: await movesOf(db, id),
    neededBy: waiting.map(({ action_id: waits }) => waits),
  }
}
