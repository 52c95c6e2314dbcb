import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { boardPaper, type BoardPaper, boardPaperSchema } from '#shared/features/reviews/board-paper.ts'
import { progressOf } from '#shared/features/reviews/rules.ts'
import {
  type Review,
  type ReviewLine,
  type ReviewStep,
  reviewStepSchema,
  type WalkedAction,
  walkedActionSchema,
} from '#shared/features/reviews/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PlanReviewTable } from '../../db/schema-of-plan-logs.ts'
import { measureRuns, planOf, targetsOf } from '../plan/public.ts'
import { decisionsOf, risksOf } from '../plan-logs/public.ts'

/** What is kept of a review when it is closed. */
const keptSchema = z.object({ paper: boardPaperSchema, steps: z.array(reviewStepSchema) })
type Kept = z.output<typeof keptSchema>

const keptFrom = ({ paper }: Pick<PlanReviewTable, 'paper'>): Kept | null =>
  paper === null ? null : keptSchema.parse(JSON.parse(paper))

/** The actions that a review goes through, as they stood when it began. */
export const walkFrom = ({ walk }: Pick<PlanReviewTable, 'walk'>): WalkedAction[] =>
  z.array(walkedActionSchema).parse(JSON.parse(walk))

/** The stored row of a review. @throws AppError `not-found`. */
export const reviewRow = async (db: ReadDb, id: string): Promise<PlanReviewTable> => {
  const row = await db.selectFrom('plan_review').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This review is gone. It may have been removed on another screen.')
  return row
}

const headFrom = (row: PlanReviewTable) => ({
  id: row.id,
  version: row.version,
  planId: row.plan_id,
  kind: row.kind,
  quarter: row.quarter,
  state: row.state,
  ledBy: row.led_by,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
})

const updatesAt = (db: ReadDb, reviewId: string) =>
  db
    .selectFrom('plan_update')
    .select(['id', 'action_id', 'words', 'next_step', 'ask'])
    .where('review_id', '=', reviewId)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()

/** Moves of the actions of a plan since a day, the oldest first. */
const movesSince = (db: ReadDb, planId: string, day: IsoDate) =>
  db
    .selectFrom('plan_move')
    .innerJoin('plan_action', 'plan_action.id', 'plan_move.action_id')
    .select(['plan_move.action_id', 'plan_move.from_due', 'plan_move.to_due', 'plan_move.reason'])
    .where('plan_action.plan_id', '=', planId)
    .where('plan_move.moved_on', '>=', day)
    .orderBy('plan_move.moved_on')
    .orderBy('plan_move.id')
    .execute()

const carriedOf = (moves: Awaited<ReturnType<typeof movesSince>>, actionId: string): ReviewStep['carried'] => {
  const own = moves.filter((move) => move.action_id === actionId)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined || first.from_due === last.to_due) return null
  return { fromDue: first.from_due, toDue: last.to_due, reason: last.reason }
}

/** The actions that a review goes through, as they stand now. */
const liveSteps = async (db: ReadDb, row: PlanReviewTable): Promise<ReviewStep[]> => {
  const actions = await db
    .selectFrom('plan_action')
    .select(['id', 'title', 'status', 'due_on'])
    .where('plan_id', '=', row.plan_id)
    .execute()
  const updates = await updatesAt(db, row.id)
  const moves = row.kind === 'year_end' ? await movesSince(db, row.plan_id, row.opened_on) : []
  const passed = JSON.parse(row.passed) as string[]
  return walkFrom(row).map(({ status: before, ...walked }) => {
    const action = actions.find(({ id }) => id === walked.actionId)
    const said = updates.filter((one) => one.action_id === walked.actionId)
    const update = said.at(-1)
    return {
      ...walked,
      title: action?.title ?? walked.title,
      before,
      now: action?.status ?? before,
      gone: action === undefined,
      dueOn: action?.due_on ?? null,
      updateId: update?.id ?? null,
      // An action that is spoken of and stopped later in the review has two: neither may be missing from the paper.
      words: said.map(({ words }) => words).join('\n'),
      nextStep: update?.next_step ?? '',
      ask: said.findLast(({ ask }) => ask !== '')?.ask ?? '',
      passed: passed.includes(walked.actionId),
      carried: carriedOf(moves, walked.actionId),
    }
  })
}

const stepsOf = async (db: ReadDb, row: PlanReviewTable): Promise<ReviewStep[]> =>
  keptFrom(row)?.steps ?? liveSteps(db, row)

/** The reviews of a plan, the newest first. */
export const reviewsOf = async (db: ReadDb, planId: string): Promise<ReviewLine[]> => {
  const rows = await db
    .selectFrom('plan_review')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('quarter', 'desc')
    .orderBy('kind', 'desc')
    .execute()
  const lines: ReviewLine[] = []
  for (const row of rows) lines.push({ ...headFrom(row), ...progressOf(await stepsOf(db, row)) })
  return lines
}

const reviewFrom = async (db: ReadDb, row: PlanReviewTable): Promise<Review> => {
  const decisions = await decisionsOf(db, row.plan_id)
  return {
    ...headFrom(row),
    summary: row.summary,
    steps: await stepsOf(db, row),
    decisions: decisions.filter(({ reviewId }) => reviewId === row.id).toReversed(),
  }
}

/** One review, whole. @throws AppError `not-found`. */
export const reviewOf = async (db: ReadDb, id: string): Promise<Review> => reviewFrom(db, await reviewRow(db, id))

const paperNow = async (db: ReadDb, review: Review, today: IsoDate): Promise<BoardPaper> => {
  const plan = await planOf(db, review.planId, today)
  const walked = new Set(review.steps.map(({ actionId }) => actionId))
  const codes = plan.actions.filter(({ id }) => walked.has(id)).flatMap(({ measureCodes }) => measureCodes)
  const risks = await risksOf(db, review.planId)
  return boardPaper({
    plan,
    review,
    risks: risks.filter(({ closedOn }) => closedOn === null),
    runs: await measureRuns(db, [...new Set(codes)], today),
    targets: await targetsOf(db, review.planId),
    today,
  })
}

/** The board paper of a review: as it was at its close, or as it stands. @throws AppError `not-found`. */
export const paperOf = async (db: ReadDb, id: string, today: IsoDate): Promise<BoardPaper> => {
  const row = await reviewRow(db, id)
  return keptFrom(row)?.paper ?? paperNow(db, await reviewFrom(db, row), today)
}

/** What is kept of a review that is closed today. */
export const keptAtClose = async (db: ReadDb, row: PlanReviewTable, today: IsoDate): Promise<Kept> => {
  const review: Review = { ...(await reviewFrom(db, row)), state: 'closed', closedOn: today }
  return { paper: await paperNow(db, review, today), steps: review.steps }
}
