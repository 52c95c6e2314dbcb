import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import { daysWaited, lateReasons } from '#shared/features/pathways/public.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
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
    .select(['recall.due_date', 'recall.invitations'])
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
    facts: { kind, dueDate: row.due_date, invitations: row.invitations },
  }))
}

/** Tasks that are due, of whoever looks and of nobody. */
export const taskCandidates = async (db: ReadDb, userId: string, today: IsoDate): Promise<Candidate[]> => {
  const due = (owner: string | null) =>
    db
      .selectFrom('task')
      .leftJoin('person', 'person.id', 'task.person_id')
      .select(PERSON_LINE_COLUMNS)
      .select(['task.id', 'task.version', 'task.title', 'task.due_date', 'task.repeats'])
      .where('task.state', '=', 'open')
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
    .where('check_hit.severity', '=', 'error')
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

/** Referrals that are late, as the list of referrals has them. */
export const referralCandidates = (
  open: readonly SafetyNetRow[],
  putOff: ReadonlySet<string>,
  today: IsoDate,
): Candidate[] => {
  const found: Candidate[] = []
  for (const row of open) {
    const [reason] = lateReasons(row, today)
    if (reason === undefined || putOff.has(`referral:${row.pathwayId}`)) continue
    found.push({
      subject: `referral:${row.pathwayId}`,
      person: row.person,
      facts: {
        kind: 'referral',
        reason,
        pathwayId: row.pathwayId,
        tumourGroup: row.tumourGroup,
        place: row.place,
        placeDate: row.placeDate,
        daysWaited: daysWaited(row, today) ?? 0,
        daysAllowed: row.daysAllowed,
      },
    })
    if (found.length === ENOUGH) break
  }
  return found
}

/** How many days a referral's clock has left; null where none runs or it is past. */
export const daysLeft = (row: SafetyNetRow, today: IsoDate): number | null => {
  const waited = daysWaited(row, today)
  if (waited === null || row.daysAllowed === null) return null
  return row.daysAllowed - waited < 0 ? null : row.daysAllowed - waited
}
