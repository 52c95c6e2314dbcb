import { sql } from 'kysely'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { rankToday } from '#shared/features/today/ranking.ts'
import type { DueRow, RecentJourney, TodayPage } from '#shared/features/today/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { keptRowsOf } from '../../projections/register-row.ts'
import { type JudgedPathway, judgedPathways } from '../pathways/public.ts'
import { checkCandidates, contactCandidates, taskCandidates } from './candidates.ts'
import { letterCandidates, lettersPutOff, queryCandidates } from './letter-candidates.ts'
import { dueReferrals, referralCandidates, referralsPutOff } from './referral-candidates.ts'

const WEEK = 7
const FOUR_WEEKS = 28
const RECENT = 5
/** One person's record is often looked at and written to many times in a row. */
const LOOKS_READ = 400

interface Range {
  readonly from: IsoDate | null
  readonly to: IsoDate
}

const countDue = async (
  db: ReadDb,
  row: 'letters' | 'support_contacts' | 'care_reviews' | 'tasks',
  { from, to }: Range,
  today: IsoDate,
): Promise<number> => {
  if (row === 'tasks') {
    const { total } = await db
      .selectFrom('task')
      .select((where) => where.fn.countAll<number>().as('total'))
      .where('state', '=', sql.lit('open'))
      .where('due_date', '<=', to)
      .$if(from !== null, (query) => query.where('due_date', '>=', from))
      .executeTakeFirstOrThrow()
    return total
  }
  if (row === 'letters') {
    const { total } = await db
      .selectFrom('letter_wait')
      .select((where) => where.fn.countAll<number>().as('total'))
      .where('due_date', '<=', to)
      .where('lapses_date', '>=', today)
      .$if(from !== null, (query) => query.where('due_date', '>=', from))
      .executeTakeFirstOrThrow()
    return total
  }
  const { total } = await db
    .selectFrom('care_recall')
    .select((where) => where.fn.countAll<number>().as('total'))
    .where('kind', '=', row === 'support_contacts' ? 'support_contact' : 'care_review')
    .where('due_date', '<=', to)
    .where('lapses_date', '>=', today)
    .where((where) => where.or([where('no_answer_until', 'is', null), where('no_answer_until', '<', today)]))
    .$if(from !== null, (query) => query.where('due_date', '>=', from))
    .executeTakeFirstOrThrow()
  return total
}

/** How much of each kind is late, due this week and due in four weeks. */
const dueTable = async (db: ReadDb, judged: readonly JudgedPathway[], today: IsoDate): Promise<DueRow[]> => {
  const row = async (name: 'letters' | 'support_contacts' | 'care_reviews' | 'tasks'): Promise<DueRow> => ({
    row: name,
    late: await countDue(db, name, { from: null, to: addDays(today, -1) }, today),
    week: await countDue(db, name, { from: today, to: addDays(today, WEEK) }, today),
    fourWeeks: await countDue(db, name, { from: today, to: addDays(today, FOUR_WEEKS) }, today),
  })
  return [
    await row('letters'),
    await row('support_contacts'),
    await row('care_reviews'),
    dueReferrals(judged, today),
    await row('tasks'),
  ]
}

/** The people somebody looked at last, as the audit trail has it, the newest first. */
const lastLookedAt = async (db: ReadDb, userId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('audit_entry')
    .select('person_id')
    .where('user_id', '=', userId)
    .where('person_id', 'is not', null)
    // Whoever was only in the list behind a figure was not looked at by themselves.
    .where('method', '<>', 'reports.people')
    .orderBy('seq', 'desc')
    .limit(LOOKS_READ)
    .execute()
  return [...new Set(rows.flatMap(({ person_id }) => person_id ?? []))]
}

/** The journeys somebody looked at last, drawn small. */
export const recentJourneys = async (db: ReadDb, userId: string, today: IsoDate): Promise<RecentJourney[]> => {
  const looked = await lastLookedAt(db, userId)
  // Somebody may have been taken off since, so a few more are read than are shown.
  const rows = (await keptRowsOf(db, looked.slice(0, RECENT * 4), today)).slice(0, RECENT)
  return rows.map(({ id, title, surname, givenName, nhsNumber, localId, birthDate, sex, died, marks, due }) => ({
    person: { id, title, surname, givenName, nhsNumber, localId, birthDate, sex },
    died,
    marks,
    letters: due.filter((item) => item.kind === 'letter'),
  }))
}

/** Everything that the first page shows. */
export const todayPage = async (db: ReadDb, userId: string, today: IsoDate): Promise<TodayPage> => {
  const judged = await judgedPathways(db)
  const putOff = new Set(
    (await db.selectFrom('put_off').select('subject').where('until_date', '>', today).execute()).map(
      ({ subject }) => subject,
    ),
  )
  // What was put off while it waited for a date comes back once it waits for a clinician.
  for (const { needsSignOff, pathwayId } of judged) if (needsSignOff) putOff.delete(`referral:${pathwayId}`)
  const candidates = [
    ...(await referralCandidates(db, judged, putOff, today)),
    ...(await letterCandidates(db, today)),
    ...(await queryCandidates(db, today)),
    ...(await contactCandidates(db, 'support_contact', today)),
    ...(await contactCandidates(db, 'care_review', today)),
    ...(await taskCandidates(db, userId, today)),
    ...(await checkCandidates(db)),
  ]
  const left = candidates.filter(({ subject }) => !putOff.has(subject))
  return {
    items: rankToday(left, today),
    // What was done, or went, while it was put off cannot be brought back.
    putOff:
      candidates.length -
      left.length +
      referralsPutOff(judged, putOff, today) +
      (putOff.size === 0 ? 0 : await lettersPutOff(db, today)),
    due: await dueTable(db, judged, today),
  }
}
