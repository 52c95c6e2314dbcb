import type { Decision, Funding, Risk, Session } from '#shared/features/plan-logs/schema.ts'
import { compareRisks } from '#shared/features/plan-logs/risks.ts'
import type { ReadDb } from '../../db/database.ts'

/** The risks of a plan, those that stand and the greatest first. */
export const risksOf = async (db: ReadDb, planId: string): Promise<Risk[]> => {
  const rows = await db.selectFrom('plan_risk').selectAll().where('plan_id', '=', planId).execute()
  return rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      words: row.words,
      likelihood: row.likelihood,
      impact: row.impact,
      response: row.response,
      ownerName: row.owner_name,
      actionId: row.action_id,
      raisedOn: row.raised_on,
      closedOn: row.closed_on,
    }))
    .toSorted(compareRisks)
}

/** The decisions of a plan, the newest first. */
export const decisionsOf = async (db: ReadDb, planId: string): Promise<Decision[]> => {
  const rows = await db
    .selectFrom('plan_decision')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    decidedOn: row.decided_on,
    words: row.words,
    why: row.why,
    decidedBy: row.decided_by,
    actionId: row.action_id,
    reviewId: row.review_id,
  }))
}

/** What a plan is funded with, and its sessions, the newest first. */
export const budgetOf = async (
  db: ReadDb,
  planId: string,
): Promise<{ readonly funding: Funding[]; readonly sessions: Session[] }> => {
  const funding = await db
    .selectFrom('plan_funding')
    .select(['id', 'version', 'year', 'hours', 'pence'])
    .where('plan_id', '=', planId)
    .orderBy('year')
    .execute()
  const sessions = await db
    .selectFrom('plan_session')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return {
    funding,
    sessions: sessions.map((row) => ({
      id: row.id,
      version: row.version,
      heldOn: row.held_on,
      hours: row.hours,
      words: row.words,
      actionId: row.action_id,
    })),
  }
}
