import { AREA_CODES } from '#shared/features/development/public.ts'
import type { OwnLearning } from '#shared/features/development/schema.ts'
import type { ReadDb } from '../../db/database.ts'

const byArea = ({ area: a }: { area: string }, { area: b }: { area: string }): number =>
  AREA_CODES.findIndex((code) => code === a) - AREA_CODES.findIndex((code) => code === b)

type Dated = Pick<OwnLearning['goals'][number], 'doneOn' | 'byWhen' | 'title'>

/** Open goals first, by when they are wanted and those without a day last; then those reached, the newest first. */
const byStanding = (a: Dated, b: Dated): number => {
  if ((a.doneOn === null) !== (b.doneOn === null)) return a.doneOn === null ? -1 : 1
  if (a.doneOn !== null && b.doneOn !== null && a.doneOn !== b.doneOn) return a.doneOn < b.doneOn ? 1 : -1
  return (a.byWhen ?? '9999').localeCompare(b.byWhen ?? '9999') || a.title.localeCompare(b.title)
}

const needsAndGoals = async (db: ReadDb, userId: string): Promise<Pick<OwnLearning, 'needs' | 'goals'>> => {
  const needs = await db.selectFrom('development_need').selectAll().where('user_id', '=', userId).execute()
  const goals = await db.selectFrom('development_goal').selectAll().where('user_id', '=', userId).execute()
  return {
    needs: needs
      .map(({ id, version, area, words, ...row }) => ({
        kind: 'need' as const,
        id,
        version,
        area,
        words,
        levelNow: row.level_now,
        levelWanted: row.level_wanted,
      }))
      .toSorted(byArea),
    goals: goals
      .map(({ id, version, title, area, why, how, evidence, ...row }) => ({
        kind: 'goal' as const,
        id,
        version,
        title,
        area,
        why,
        how,
        evidence,
        byWhen: row.by_when,
        doneOn: row.done_on,
      }))
      .toSorted(byStanding),
  }
}

const evidenceOf = async (db: ReadDb, userId: string): Promise<OwnLearning['evidence']> => {
  const rows = await db
    .selectFrom('development_evidence')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('learnt_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, version, words, form, hours, reflection, ...row }) => ({
    kind: 'evidence' as const,
    id,
    version,
    words,
    form,
    hours,
    reflection,
    learntOn: row.learnt_on,
    goalId: row.goal_id,
  }))
}

const sessionsOf = async (db: ReadDb, userId: string): Promise<OwnLearning['sessions']> => {
  const rows = await db
    .selectFrom('development_session')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, version, title, role, audience, people, hours, ...row }) => ({
    kind: 'session' as const,
    id,
    version,
    title,
    role,
    audience,
    people,
    hours,
    heldOn: row.held_on,
    metNeed: row.met_need,
    rightLevel: row.right_level,
    willChange: row.will_change,
    wellRun: row.well_run,
    toChange: row.to_change,
  }))
}

const questionsOf = async (db: ReadDb, userId: string): Promise<OwnLearning['questions']> => {
  const rows = await db
    .selectFrom('development_question')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, version, question, answer, useful, ...row }) => ({
    kind: 'question' as const,
    id,
    version,
    question,
    answer,
    contactId: row.contact_id,
    askedOn: row.asked_on,
    answeredOn: row.answered_on,
    useful: useful === null ? null : useful === 1,
  }))
}

/** All that one user has written down of their learning. */
export const learningOf = async (db: ReadDb, userId: string): Promise<OwnLearning> => ({
  ...(await needsAndGoals(db, userId)),
  evidence: await evidenceOf(db, userId),
  sessions: await sessionsOf(db, userId),
  questions: await questionsOf(db, userId),
})
