import type { IsoDate } from '#shared/domain/partial-date.ts'
import type { RegisterFilter, RegisterRow, RegisterView } from '#shared/features/register/schema.ts'
import { REGISTER_VIEWS } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { keptRowsOf, nextDue, type RowAsKept, rowAsKept } from '../../projections/register-row.ts'
import { countFound, idsQuery, numbersQuery, type RegisterPageQuery } from './list-query.ts'

/** One page of the list. */
export const registerPage = async (
  db: ReadDb,
  page: RegisterPageQuery,
  today: IsoDate,
): Promise<{ rows: RegisterRow[]; total: number }> => {
  const total = await countFound(db, page, today)
  const numbers = (await numbersQuery(db, page, today, total, page).execute()).map(({ number }) => number)
  const stored = await db.selectFrom('register_row').selectAll().where('number', 'in', numbers).execute()
  const names = await namesOfStaff(db)
  const rows = new Map(
    stored.map(({ number, shown }) => [number, shownRow(rowAsKept(shown, today), names, today)] as const),
  )
  return { rows: numbers.flatMap((number) => rows.get(number) ?? []), total }
}

/** The rows of these people, in the order given. */
export const rowsOfPeople = async (db: ReadDb, ids: readonly string[], today: IsoDate): Promise<RegisterRow[]> => {
  const names = await namesOfStaff(db)
  return (await keptRowsOf(db, ids, today)).map((row) => shownRow(row, names, today))
}

const namesOfStaff = async (db: ReadDb): Promise<ReadonlyMap<string, string>> => {
  const staff = await db.selectFrom('user_account').select(['id', 'name']).execute()
  return new Map(staff.map(({ id, name }) => [id, name]))
}

const shownRow = (
  { namedLeadId, due, ...kept }: RowAsKept,
  names: ReadonlyMap<string, string>,
  today: IsoDate,
): RegisterRow => ({
  ...kept,
  nextDue: nextDue(due, today),
  namedLeadName: namedLeadId === null ? null : (names.get(namedLeadId) ?? null),
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
