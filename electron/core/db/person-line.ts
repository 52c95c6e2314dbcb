import type { PersonLine } from '#shared/domain/person-line.ts'
import type { PersonTable } from './schema.ts'

/** What a list reads of the person a row is about, joined as `person`. */
export const PERSON_LINE_COLUMNS = [
  'person.id as line_id',
  'person.title as line_title',
  'person.surname as line_surname',
  'person.given_name as line_given_name',
  'person.nhs_number as line_nhs_number',
  'person.local_id as line_local_id',
  'person.birth_date as line_birth_date',
  'person.sex as line_sex',
] as const

type Line = {
  [
    Column in
      | 'id'
      | 'title'
      | 'surname'
      | 'given_name'
      | 'nhs_number'
      | 'local_id'
      | 'birth_date'
      | 'sex' as `line_${Column}`
  ]: PersonTable[Column] | null
}

/** The person of a row, or null where it is about nobody. */
export const personLineFrom = (row: Line): PersonLine | null =>
  row.line_id === null || row.line_surname === null || row.line_given_name === null || row.line_sex === null
    ? null
    : {
        id: row.line_id,
        title: row.line_title,
        surname: row.line_surname,
        givenName: row.line_given_name,
        nhsNumber: row.line_nhs_number,
        localId: row.line_local_id,
        birthDate: row.line_birth_date,
        sex: row.line_sex,
      }
