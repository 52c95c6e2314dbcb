import { addMonths, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import type { RegisterFilter, RegisterRow, RegisterView } from '#shared/features/register/schema.ts'
import { REGISTER_VIEWS } from '#shared/features/register/schema.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { dueItemFrom } from '../../db/rows.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import { nextDue } from '../../projections/person-summary.ts'
import { countFound, idsQuery, type RegisterPageQuery } from './list-query.ts'

const STRIP_MONTHS = 12

/** One page of the list. Names, marks and due items of its people come in one statement each. */
export const registerPage = async (
  db: ReadDb,
  page: RegisterPageQuery,
  today: IsoDate,
): Promise<{ rows: RegisterRow[]; total: number }> => {
  const total = await countFound(db, page, today)
  const found = await idsQuery(db, page, today, total, page).execute()
  const ids = found.map((row) => row.person_id)
  return { rows: await rowsOfPeople(db, ids, today), total }
}

/** The rows of these people, in the order given. */
export const rowsOfPeople = async (db: ReadDb, ids: readonly string[], today: IsoDate): Promise<RegisterRow[]> => {
  const rows = new Map((await rowsOf(db, ids)).map((row) => [row.id, row]))
  const marks = await marksOf(db, ids, addMonths(today, -STRIP_MONTHS))
  const due = await dueItemsOf(db, ids)
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [rowFrom(row, marks.get(id) ?? [], due.get(id) ?? [], today)]
  })
}

const rowsOf = (db: ReadDb, ids: readonly string[]): Promise<ListedRow[]> =>
  db
    .selectFrom('person')
    .innerJoin('person_summary as summary', 'summary.person_id', 'person.id')
    .leftJoin('user_account', 'user_account.id', 'person.named_lead_id')
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
    ])
    .where('person.id', 'in', ids)
    .execute() as Promise<ListedRow[]>

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
  for (const { code } of REGISTER_VIEWS) counts[code] = await countFound(db, { ...none, view: code }, today)
  return counts
}

/** The people a filter finds, in the order of the list. */
export const filteredIds = async (db: ReadDb, page: RegisterPageQuery, today: IsoDate): Promise<string[]> => {
  const rows = await idsQuery(db, page, today, await countFound(db, page, today)).execute()
  return rows.map((row) => row.person_id)
}
