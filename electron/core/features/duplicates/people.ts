import type { PersonLine } from '#shared/domain/person-line.ts'
import { type MatchFields, type MatchPerson, matchPerson } from '#shared/features/duplicates/match-person.ts'
import type { ReadDb } from '../../db/database.ts'
import type { PersonTable } from '../../db/schema.ts'

/** The columns that records are compared by. */
export const MATCH_COLUMNS = [
  'id',
  'surname',
  'given_name',
  'known_as',
  'previous_surname',
  'birth_date',
  'sex',
  'nhs_number',
  'local_id',
  'postcode',
  'phone_home',
  'phone_mobile',
] as const

type MatchRow = Pick<PersonTable, (typeof MATCH_COLUMNS)[number]>

const fieldsFrom = (row: MatchRow): MatchFields => ({
  id: row.id,
  surname: row.surname,
  givenName: row.given_name,
  knownAs: row.known_as,
  previousSurname: row.previous_surname,
  birthDate: row.birth_date,
  sex: row.sex,
  nhsNumber: row.nhs_number,
  localId: row.local_id,
  postcode: row.postcode,
  phoneHome: row.phone_home,
  phoneMobile: row.phone_mobile,
})

export const matchPersonFrom = (row: MatchRow): MatchPerson => matchPerson(fieldsFrom(row))

export interface Compared {
  readonly match: MatchPerson
  readonly line: PersonLine
}

/** These people as they are now, to be compared and named. */
export const comparedPeople = async (db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, Compared>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select([...MATCH_COLUMNS, 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        match: matchPersonFrom(row),
        line: {
          id: row.id,
          title: row.title,
          surname: row.surname,
          givenName: row.given_name,
          nhsNumber: row.nhs_number,
          localId: row.local_id,
          birthDate: row.birth_date,
          sex: row.sex,
        },
      },
    ]),
  )
}

/** The two ids in the order in which pairs are stored. */
export const inOrder = (one: string, other: string): { person_id: string; other_person_id: string } =>
  one < other ? { person_id: one, other_person_id: other } : { person_id: other, other_person_id: one }
