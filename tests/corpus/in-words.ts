import { COLUMN_CLASSES } from '#shared/privacy/columns.ts'
import type { TestCore } from '#tests/support/test-core.ts'

const asKnown = (date: string | null, precision: string | null): string => {
  if (date === null) return '?'
  return date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)
}

/** Everybody on the register, each on a line: number, name, birth, sex where known, diagnoses, then what happened. */
export const peopleInWords = async ({ session }: TestCore): Promise<string[]> => {
  const { read } = session().database
  const people = await read.selectFrom('person').selectAll().execute()
  const episodes = await read.selectFrom('cancer_episode').selectAll().orderBy('diagnosis_date').execute()
  const events = await read.selectFrom('journey_event').selectAll().orderBy('event_date').execute()
  return people.map((person) => {
    const sex = person.sex === 'X' ? '' : ` ${person.sex}`
    const cancers = episodes
      .filter(({ person_id }) => person_id === person.id)
      .map(
        ({ tumour_group, diagnosis_date, diagnosis_date_precision, stage }) =>
          ` / ${tumour_group} ${asKnown(diagnosis_date, diagnosis_date_precision)}${stage === null ? '' : ` stage ${stage}`}`,
      )
    const happened = events
      .filter(({ person_id }) => person_id === person.id)
      .map(
        ({ event_type, event_date, event_date_precision, note }) =>
          ` / ${event_type} ${asKnown(event_date, event_date_precision)}${note === null ? '' : `: ${note}`}`,
      )
    const name = `${person.surname}, ${person.given_name}`
    return `${person.nhs_number ?? person.local_id ?? '-'} ${name} ${person.birth_date ?? '-'}${sex}${[...cancers, ...happened].join('')}`
  })
}

/** Tables that only remember, or that are worked out from others under running numbers. */
const NOT_COMPARED = /^(?:audit_entry|change|import_batch|import_rejection|projection|register_row|person_search)$/

/**
 * Every row of every table that holds what is known of people, without the version that each write counts up, as
 * sorted text: two registers that come to the same say the same.
 */
export const registerInWords = async ({ session }: TestCore): Promise<Record<string, string[]>> => {
  const { read } = session().database
  const known: Record<string, string[]> = {}
  for (const table of Object.keys(COLUMN_CLASSES).filter((name) => !NOT_COMPARED.test(name))) {
    const rows = await read
      .selectFrom(table as 'person')
      .selectAll()
      .execute()
    known[table] = rows.map(({ version: _version, ...row }) => JSON.stringify({ ...row, number: undefined })).toSorted()
  }
  return known
}
