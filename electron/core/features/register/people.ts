import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { hasLeft } from '#shared/domain/registration.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { Episode, Person, RegisterFilter, Registration } from '#shared/features/register/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { registrationEnds } from '../../projections/registration-ends.ts'
import { episodeFrom } from './episode-rows.ts'
import { countFound, idsQuery } from './list-query.ts'
import { personFrom } from './person-rows.ts'
import { registrationsOf } from './registrations.ts'

/** What the register holds of one person. */
export interface WholePerson {
  person: Person
  episodes: Episode[]
  registrations: Registration[]
  /** The end of their registration with this practice, once it is over. */
  leftOn: PartialDate | null
}

/** One person with their diagnoses and registrations, each newest first. @throws AppError `not-found`. */
export const personWithEpisodes = async (db: ReadDb, id: string, today: IsoDate): Promise<WholePerson> => {
  const row = await db
    .selectFrom('person')
    .leftJoin('user_account', 'user_account.id', 'person.named_lead_id')
    .selectAll('person')
    .select('user_account.name as named_lead_name')
    .where('person.id', '=', id)
    .executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This person is not on the register. They may have been removed on another screen.')
  const episodes = await db
    .selectFrom('cancer_episode')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('diagnosis_date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const end = (await registrationEnds(db, [id])).get(id) ?? null
  return {
    person: personFrom(row),
    episodes: episodes.map(episodeFrom),
    registrations: await registrationsOf(db, id),
    leftOn: hasLeft(end, today) ? end : null,
  }
}

interface Found {
  id: string
  surname: string
  givenName: string
  birthDate: string | null
  nhsNumber: string | null
  localId: string | null
}

/** People for the finder, by name. */
export const findPeople = async (db: ReadDb, text: string, limit: number, today: string): Promise<Found[]> => {
  if (text === '') return []
  const filter: RegisterFilter = { view: 'everyone', search: text, tumourGroups: [], living: null, due: null }
  const list = { ...filter, sort: 'name', descending: false } as const
  const total = await countFound(db, filter, today)
  const found = await idsQuery(db, list, today, total, { limit, offset: 0 }).execute()
  const people = await db
    .selectFrom('person')
    .select(['id', 'surname', 'given_name', 'birth_date', 'nhs_number', 'local_id'])
    .where(
      'id',
      'in',
      found.map((row) => row.person_id),
    )
    .execute()
  const byId = new Map(people.map((row) => [row.id, row]))
  const rows = found.flatMap((row) => byId.get(row.person_id) ?? [])
  return rows.map((row) => ({
    id: row.id,
    surname: row.surname,
    givenName: row.given_name,
    birthDate: row.birth_date,
    nhsNumber: row.nhs_number,
    localId: row.local_id,
  }))
}

export interface Likeness {
  nhsNumber: string | null
  surname: string
  givenName: string
  birthDate: string | null
  exceptId: string | null
}

/** Who might be the same person: the same NHS number, or the same name. Only how they are alike, not what they have. */
export const possibleDuplicates = async (
  db: ReadDb,
  like: Likeness,
): Promise<{ id: string; sameNhsNumber: boolean; sameNameAndBirth: boolean; sameName: boolean }[]> => {
  const name = normaliseName(`${like.surname} ${like.givenName}`)
  // Two questions with an index each: asked in one, with an "or" across two tables, everybody would be read.
  const alike = db
    .selectFrom('person_summary as summary')
    .innerJoin('person', 'person.id', 'summary.person_id')
    .select(['person.id', 'person.nhs_number', 'person.birth_date', 'summary.sort_name'])
    .limit(20)
  const named = name === '' ? [] : await alike.where('summary.sort_name', '=', name).execute()
  const numbered = like.nhsNumber === null ? [] : await alike.where('person.nhs_number', '=', like.nhsNumber).execute()
  const rows = [...numbered, ...named.filter(({ id }) => !numbered.some((one) => one.id === id))]
  return rows
    .filter((row) => row.id !== like.exceptId)
    .map((row) => ({
      id: row.id,
      sameNhsNumber: like.nhsNumber !== null && row.nhs_number === like.nhsNumber,
      sameNameAndBirth: row.sort_name === name && row.birth_date !== null && row.birth_date === like.birthDate,
      sameName: row.sort_name === name,
    }))
}
