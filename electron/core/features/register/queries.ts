import { addMonths, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { RegisterFilter, RegisterRow, RegisterView } from '#shared/features/register/schema.ts'
import { REGISTER_VIEWS } from '#shared/features/register/schema.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { dueItemFrom } from '../../db/rows.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import { nextDue } from '../../projections/person-summary.ts'
import { filtered, type RegisterPageQuery, sorted } from './list-query.ts'

const STRIP_MONTHS = 12

/** Names, dates and due work of one page. Marks and due items come in two more statements, not one for each row. */
export const registerPage = async (
  db: ReadDb,
  page: RegisterPageQuery,
  today: IsoDate,
): Promise<{ rows: RegisterRow[]; total: number }> => {
  const base = filtered(db, page, today)
  const joined = base
    .innerJoin('person', 'person.id', 'summary.person_id')
    .leftJoin('user_account', 'user_account.id', 'person.named_lead_id')
  const rows = (await sorted(joined as never, page.sort, page.descending)
    .select([
      'person.id',
      'person.title',
      'person.surname',
      'person.given_name',
      'person.nhs_number',
      'person.local_id',
      'person.birth_date',
      'person.sex',
      'summary.died',
      'summary.tumour_group',
      'summary.site',
      'summary.stage',
      'summary.diagnosis_date',
      'summary.diagnosis_date_precision',
      'user_account.name as named_lead_name',
    ] as never)
    .limit(page.limit)
    .offset(page.offset)
    .execute()) as unknown as ListedRow[]
  const { total } = await base.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = rows.map((row) => row.id)
  const marks = await marksOf(db, ids, addMonths(today, -STRIP_MONTHS))
  const due = await dueItemsOf(db, ids)
  return { rows: rows.map((row) => rowFrom(row, marks.get(row.id) ?? [], due.get(row.id) ?? [], today)), total }
}

interface ListedRow {
  id: string
  title: string | null
  surname: string
  given_name: string
  nhs_number: string | null
  local_id: string | null
  birth_date: IsoDate | null
  sex: RegisterRow['sex']
  died: number
  tumour_group: RegisterRow['tumourGroup']
  site: string | null
  stage: string | null
  diagnosis_date: IsoDate | null
  diagnosis_date_precision: PartialDate['precision'] | null
  named_lead_name: string | null
}

type Mark = RegisterRow['marks'][number]

const collect = <T extends { person_id: string }, U>(rows: readonly T[], make: (row: T) => U): Map<string, U[]> => {
  const found = new Map<string, U[]>()
  for (const row of rows) {
    const list = found.get(row.person_id)
    if (list === undefined) found.set(row.person_id, [make(row)])
    else list.push(make(row))
  }
  return found
}

const markFrom = (
  row: Pick<JourneyEventTable, 'id' | 'event_type' | 'event_date' | 'event_date_precision' | 'answers_event_id'>,
): Mark => ({
  id: row.id,
  eventType: row.event_type,
  date: row.event_date,
  precision: row.event_date_precision,
  answersEventId: row.answers_event_id,
})

const marksOf = async (db: ReadDb, ids: readonly string[], since: IsoDate): Promise<Map<string, Mark[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('journey_event')
    .select(['person_id', 'id', 'event_type', 'event_date', 'event_date_precision', 'answers_event_id'])
    .where('person_id', 'in', ids)
    .where('event_date', '>=', since)
    .orderBy('event_date')
    .execute()
  return collect(rows, markFrom)
}

const dueItemsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, DueItem[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('due_item').selectAll().where('person_id', 'in', ids).orderBy('due_date').execute()
  return collect(rows, dueItemFrom)
}

const rowFrom = (row: ListedRow, marks: Mark[], due: DueItem[], today: IsoDate): RegisterRow => ({
  id: row.id,
  title: row.title,
  surname: row.surname,
  givenName: row.given_name,
  nhsNumber: row.nhs_number,
  localId: row.local_id,
  birthDate: row.birth_date,
  sex: row.sex,
  died: row.died === 1,
  tumourGroup: row.tumour_group,
  site: row.site,
  stage: row.stage,
  diagnosisDate:
    row.diagnosis_date === null || row.diagnosis_date_precision === null
      ? null
      : { date: row.diagnosis_date, precision: row.diagnosis_date_precision },
  nextDue: nextDue(due, today),
  namedLeadName: row.named_lead_name,
  marks,
  letters: due.filter((item) => item.kind === 'letter'),
})

/** How many people each saved view holds today. */
export const viewCounts = async (db: ReadDb, today: IsoDate): Promise<Record<RegisterView, number>> => {
  const none: RegisterFilter = { view: 'everyone', search: '', tumourGroups: [], living: null, due: null }
  const counts = {} as Record<RegisterView, number>
  for (const { code } of REGISTER_VIEWS) {
    const row = await filtered(db, { ...none, view: code }, today)
      .select((where) => where.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    counts[code] = row.total
  }
  return counts
}

/** The people a filter finds, in the order of the list. */
export const filteredIds = async (db: ReadDb, page: RegisterPageQuery, today: IsoDate): Promise<string[]> => {
  const joined = filtered(db, page, today).innerJoin('person', 'person.id', 'summary.person_id')
  const rows = (await sorted(joined as never, page.sort, page.descending)
    .select('summary.person_id' as never)
    .execute()) as unknown as { person_id: string }[]
  return rows.map((row) => row.person_id)
}
