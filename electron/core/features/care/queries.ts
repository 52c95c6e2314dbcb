import { addDays, type DatePrecision, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { ContactKind } from '#shared/features/journey/public.ts'
import { CONTACT_KINDS } from '#shared/features/care/kinds.ts'
import {
  RECALL_STATES,
  type RecallFilter,
  type RecallPage,
  type RecallRow,
  type RecallState,
} from '#shared/features/care/schema.ts'
import { STANDING_RULES } from '#shared/features/care/standing.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'

/** The people of one state: one range of an index that holds everything the conditions look at. */
const inState = (db: ReadDb, kind: ContactKind, state: RecallState, filter: RecallFilter, today: IsoDate) => {
  const { lead, tumourGroup } = filter
  const soon = addDays(today, STANDING_RULES.soonDays)
  const all = db
    .selectFrom('care_recall as recall')
    .where('recall.kind', '=', kind)
    .where('recall.lapses_date', '>=', today)
    .$if(lead === 'nobody', (query) => query.where('recall.named_lead_id', 'is', null))
    .$if(lead !== 'nobody' && lead !== 'anyone', (query) => query.where('recall.named_lead_id', '=', lead))
    .$if(tumourGroup !== null, (query) => query.where('recall.tumour_group', '=', tumourGroup))
  if (state === 'no_answer') return all.where('recall.no_answer_until', '>=', today)
  return all
    .where((where) =>
      where.or([where('recall.no_answer_until', 'is', null), where('recall.no_answer_until', '<', today)]),
    )
    .$if(state === 'overdue', (query) => query.where('recall.due_date', '<', today))
    .$if(state === 'due', (query) => query.where('recall.due_date', '>=', today).where('recall.due_date', '<=', soon))
    .$if(state === 'later', (query) => query.where('recall.due_date', '>', soon))
}

const partial = (date: IsoDate | null, precision: DatePrecision | null): PartialDate | null =>
  date === null || precision === null ? null : { date, precision }

/** One page of the recall list, the earliest due first. */
export const recallPage = async (
  db: ReadDb,
  page: RecallPage,
  today: IsoDate,
): Promise<{ rows: RecallRow[]; total: number }> => {
  const rows = await inState(db, page.kind, page.state, page, today)
    .innerJoin('person', 'person.id', 'recall.person_id')
    .leftJoin('cancer_episode as episode', 'episode.id', 'recall.episode_id')
    .leftJoin('user_account', 'user_account.id', 'recall.named_lead_id')
    .selectAll('recall')
    .select([
      'episode.site',
      'episode.diagnosis_date',
      'episode.diagnosis_date_precision',
      'user_account.name as named_lead_name',
    ])
    .select(PERSON_LINE_COLUMNS)
    .orderBy('recall.due_date')
    .orderBy('recall.person_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const found = rows.flatMap((row): RecallRow[] => {
    const person = personLineFrom(row)
    if (person === null) return []
    return [
      {
        person,
        kind: row.kind,
        tumourGroup: row.tumour_group as RecallRow['tumourGroup'],
        site: row.site,
        diagnosisDate: partial(row.diagnosis_date, row.diagnosis_date_precision),
        dueDate: row.due_date,
        lapsesDate: row.lapses_date,
        invitations: row.invitations,
        invitedOn: partial(row.invited_on, row.invited_on_precision),
        noAnswerUntil: row.no_answer_until,
        saidNo: row.said_no,
        saidNoOn: partial(row.said_no_on, row.said_no_on_precision),
        namedLeadName: row.named_lead_name,
      },
    ]
  })
  return { rows: found, total: await countInState(db, page.kind, page.state, page, today) }
}

const countInState = async (
  db: ReadDb,
  kind: ContactKind,
  state: RecallState,
  filter: RecallFilter,
  today: IsoDate,
): Promise<number> => {
  const { total } = await inState(db, kind, state, filter, today)
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

export type RecallCounts = Record<ContactKind, Record<RecallState, number>>

/** How many people stand in each state. */
export const recallCounts = async (db: ReadDb, filter: RecallFilter, today: IsoDate): Promise<RecallCounts> => {
  const counts = {} as RecallCounts
  for (const { code: kind } of CONTACT_KINDS) {
    counts[kind] = {} as Record<RecallState, number>
    for (const { code } of RECALL_STATES) counts[kind][code] = await countInState(db, kind, code, filter, today)
  }
  return counts
}
