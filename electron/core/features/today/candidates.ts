import { sql } from 'kysely'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import { daysWaited, lateReasons } from '#shared/features/pathways/public.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { HARM_RULES } from '#shared/features/today/ranking.ts'
import type { Candidate } from '#shared/features/today/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'

/** Enough of each kind that two of one person, and what was put off meanwhile, still leave five. */
const ENOUGH = 60

type Document = DueItem['document']

/** What a letter is worth at a day, reckoned in SQL from the same table as the rule, so that the worst come first. */
const letterPoints = (today: IsoDate) => {
  const cases = Object.entries(HARM_RULES.documents).map(([code, points]) => sql`WHEN ${code} THEN ${points}`)
  const { most } = HARM_RULES.kinds.letter.waiting
  return sql<number>`CASE due_item.document ${sql.join(cases, sql` `)} ELSE ${HARM_RULES.otherDocument} END
    + min(${most}, julianday(${today}) - julianday(due_item.due_date))`
}

interface WorstLetter {
  readonly personId: string
  readonly document: Document
  readonly dueDate: IsoDate
  readonly sourceId: string
}

/** Which letters wait worst: first over the one index, so that names and events are read for the few that count. */
const worstLetters = async (db: ReadDb, today: IsoDate): Promise<WorstLetter[]> => {
  const rows = await db
    .selectFrom('due_item')
    .select(['person_id', 'document', 'due_date', 'source_event_id'])
    .where('kind', '=', 'letter')
    .where('due_date', '<', today)
    .where('due_date', '>=', addDays(today, -HARM_RULES.lettersLateAtMostDays))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('hospital_query_item')
            .select('hospital_query_item.id')
            .whereRef('hospital_query_item.event_id', '=', 'due_item.source_event_id')
            .where('hospital_query_item.state', '=', 'open'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('put_off')
            .select('put_off.id')
            .where('put_off.subject', '=', sql<string>`'letter:' || due_item.source_event_id`)
            .where('put_off.until_date', '>', today),
        ),
      ),
    )
    .orderBy(letterPoints(today), 'desc')
    .orderBy('due_date')
    .limit(ENOUGH)
    .execute()
  return rows.flatMap((row) =>
    row.source_event_id === null
      ? []
      : [
          {
            personId: row.person_id,
            document: row.document as Document,
            dueDate: row.due_date,
            sourceId: row.source_event_id,
          },
        ],
  )
}

/** Letters that are missing and that nobody has asked for, the worst first. */
export const letterCandidates = async (db: ReadDb, today: IsoDate): Promise<Candidate[]> => {
  const worst = await worstLetters(db, today)
  if (worst.length === 0) return []
  const rows = await db
    .selectFrom('journey_event as source')
    .innerJoin('person', 'person.id', 'source.person_id')
    .leftJoin('cancer_episode as episode', 'episode.id', 'source.episode_id')
    .select(PERSON_LINE_COLUMNS)
    .select(['source.id', 'source.event_type', 'source.event_date', 'source.event_date_precision', 'source.hospital'])
    .select('episode.hospital as usual_hospital')
    .where(
      'source.id',
      'in',
      worst.map(({ sourceId }) => sourceId),
    )
    .execute()
  const sources = new Map(rows.map((row) => [row.id, row]))
  return worst.flatMap(({ document, dueDate, sourceId }): Candidate[] => {
    const source = sources.get(sourceId)
    if (source === undefined) return []
    return [
      {
        subject: `letter:${sourceId}`,
        person: personLineFrom(source),
        facts: {
          kind: 'letter',
          document,
          dueDate,
          sourceEventId: sourceId,
          sourceType: source.event_type,
          sourceDate: source.event_date,
          sourcePrecision: source.event_date_precision,
          hospital: source.hospital ?? source.usual_hospital,
        },
      },
    ]
  })
}

/** Questions to a hospital whose day to ring again has come. */
export const queryCandidates = async (db: ReadDb, today: IsoDate): Promise<Candidate[]> => {
  const rows = await db
    .selectFrom('hospital_query as query')
    .innerJoin('person', 'person.id', 'query.person_id')
    .leftJoin('hospital_query_item as item', (join) =>
      join.on('item.id', '=', (where) =>
        where
          .selectFrom('hospital_query_item as first')
          .select((least) => least.fn.min('first.id').as('id'))
          .whereRef('first.query_id', '=', 'query.id')
          .where('first.state', '=', 'open'),
      ),
    )
    .leftJoin('due_item', (join) =>
      join
        .onRef('due_item.person_id', '=', 'query.person_id')
        .onRef('due_item.source_event_id', '=', 'item.event_id')
        .on('due_item.kind', '=', 'letter'),
    )
    .select(PERSON_LINE_COLUMNS)
    .select(['query.id', 'item.document', 'query.subject', 'item.event_id', 'query.hospital'])
    .select(['query.department', 'query.phone', 'query.opened_on', 'query.ring_again_on', 'due_item.due_date'])
    .select((where) =>
      where
        .selectFrom('hospital_query_step as step')
        .select((count) => count.fn.countAll<number>().as('times'))
        .whereRef('step.query_id', '=', 'query.id')
        .where('step.kind', 'in', ['letter', 'call'])
        .as('times_asked'),
    )
    .where('query.state', '=', 'open')
    .where('query.ring_again_on', '<=', today)
    .orderBy('query.ring_again_on')
    .limit(ENOUGH)
    .execute()
  return rows.map((row) => ({
    subject: `query:${row.id}`,
    person: personLineFrom(row),
    facts: {
      kind: 'query',
      queryId: row.id,
      document: row.document as Document,
      about: row.subject,
      sourceEventId: row.event_id,
      hospital: row.hospital,
      department: row.department,
      phone: row.phone,
      openedOn: row.opened_on,
      ringAgainOn: row.ring_again_on ?? row.opened_on,
      timesAsked: row.times_asked ?? 0,
      dueDate: row.due_date,
    },
  }))
}

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
