import { sql } from 'kysely'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { HARM_RULES } from '#shared/features/today/ranking.ts'
import type { Candidate } from '#shared/features/today/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import { ENOUGH } from './enough.ts'

/** Contacts that are overdue or due this week. Whoever was invited in the last days has time to answer. */
export const contactCandidates = async (
  db: ReadDb,
  kind: 'support_contact' | 'care_review',
  today: IsoDate,
): Promise<Candidate[]> => {
  const rows = await db
    .selectFrom('care_recall as recall')
    .innerJoin('person', 'person.id', 'recall.person_id')
    .select(PERSON_LINE_COLUMNS)
    .select(['recall.due_date', 'recall.invitations', 'recall.said_no'])
    .where('recall.kind', '=', kind)
    .where('recall.due_date', '<=', addDays(today, HARM_RULES.contactAheadDays))
    .where('recall.lapses_date', '>=', today)
    .where((where) =>
      where.or([where('recall.no_answer_until', 'is', null), where('recall.no_answer_until', '<', today)]),
    )
    .where((where) =>
      where.or([
        where('recall.invited_on', 'is', null),
        where('recall.invited_on', '<=', addDays(today, -HARM_RULES.invitedPatienceDays)),
      ]),
    )
    .orderBy('recall.due_date')
    .limit(ENOUGH)
    .execute()
  return rows.map((row) => ({
    subject: `${kind}:${row.line_id}`,
    person: personLineFrom(row),
    facts: { kind, dueDate: row.due_date, invitations: row.invitations, putAside: row.said_no !== null },
  }))
}

/** Tasks that are due, of whoever looks and of nobody. */
export const taskCandidates = async (db: ReadDb, userId: string, today: IsoDate): Promise<Candidate[]> => {
  const due = (owner: string | null) =>
    db
      .selectFrom('task')
      .leftJoin('person', 'person.id', 'task.person_id')
      .leftJoin('person_summary as summary', 'summary.person_id', 'task.person_id')
      .select(PERSON_LINE_COLUMNS)
      .select('summary.died')
      .select(['task.id', 'task.version', 'task.title', 'task.due_date', 'task.repeats'])
      .where('task.state', '=', sql.lit('open'))
      .where('task.owner_id', owner === null ? 'is' : '=', owner)
      .where('task.due_date', '<=', today)
      .orderBy('task.due_date')
      .limit(ENOUGH)
      .execute()
  return [...(await due(userId)), ...(await due(null))].map((row) => ({
    subject: `task:${row.id}`,
    person: personLineFrom(row),
    facts: {
      kind: 'task',
      taskId: row.id,
      version: row.version,
      title: row.title,
      dueDate: row.due_date ?? today,
      repeats: row.repeats !== 'never',
      died: row.died === 1,
    },
  }))
}

/** Entries that cannot be right. */
export const checkCandidates = async (db: ReadDb): Promise<Candidate[]> => {
  const rows = await db
    .selectFrom('check_hit')
    .innerJoin('person', 'person.id', 'check_hit.person_id')
    .select(PERSON_LINE_COLUMNS)
    .select(['check_hit.rule', 'check_hit.subject_id'])
    .where('check_hit.severity', '=', sql.lit('error'))
    .orderBy('check_hit.person_id')
    .orderBy('check_hit.rule')
    .limit(ENOUGH)
    .execute()
  return rows.map((row) => ({
    subject: `check:${row.rule}:${row.subject_id}`,
    person: personLineFrom(row),
    facts: { kind: 'check', rule: row.rule, subjectId: row.subject_id },
  }))
}
