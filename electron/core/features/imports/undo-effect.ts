import { DIFFERENCES } from '#shared/features/imports/differences.ts'
import type { KeptPerson, UndoEffect } from '#shared/features/imports/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import type { CancerEpisodeTable, JourneyEventTable } from '../../db/schema.ts'
import type { KeptRow, UndoPlan, UndoStep } from '../../db/undo-plan.ts'
import { partialOf } from './same-thing.ts'
import { diagnosisWords, eventWords } from './words.ts'

/** People named one by one; beyond them only their number is told. */
const PEOPLE_LISTED = 100

const isStill = ({ why, row }: KeptRow): boolean => row !== null && why !== 'gone' && why !== 'as-before'

const personOf = ({ table, id, row }: KeptRow): string => {
  const owner = table === 'person' ? id : row?.['person_id']
  return typeof owner === 'string' ? owner : ''
}

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DIFFERENCES.map(({ code, label }) => [code, label])),
  nhs_number: 'NHS number',
  birth_date: 'Date of birth',
  previous_surname: 'Previous surname',
  kind: 'Kind of diagnosis',
  site: 'Site',
  tumour_group: 'Tumour group',
}

const isOfItsOwn = (column: string): boolean => !column.endsWith('_precision') && column !== 'code_source'

const columnWords = (column: string): string =>
  COLUMN_WORDS[column] ?? `${column.slice(0, 1).toUpperCase()}${column.slice(1)}`.replaceAll('_', ' ')

const rowWords = ({ table, row }: KeptRow): string => {
  if (table === 'person') return 'Their record'
  // What was read of a table has its columns: the name of the table says which they are.
  if (table === 'cancer_episode') {
    const episode = row as unknown as CancerEpisodeTable
    const date = partialOf(episode.diagnosis_date, episode.diagnosis_date_precision)
    return diagnosisWords({ kind: episode.kind, tumourGroup: episode.tumour_group, site: episode.site, date })
  }
  if (table === 'journey_event') {
    const event = row as unknown as JourneyEventTable
    const date = partialOf(event.event_date, event.event_date_precision)
    return eventWords({
      eventType: event.event_type,
      note: event.note,
      date: date ?? { date: event.event_date, precision: 'day' },
    })
  }
  return 'Something that belongs to them'
}

/** What of a kept row stays: all of it, or the fields that were changed since. */
const whatStays = (kept: KeptRow): string => {
  const fields = kept.columns.filter(isOfItsOwn).map(columnWords)
  return fields.length === 0
    ? rowWords(kept)
    : `${fields.join(', ')}${kept.table === 'person' ? '' : ` of ${rowWords(kept)}`}`
}

const keptPeople = async (db: ReadDb, kept: readonly KeptRow[]): Promise<UndoEffect['kept']> => {
  const byPerson = Map.groupBy(kept, personOf)
  const ids = [...byPerson.keys()]
  const rows = await db
    .selectFrom('person')
    .select(PERSON_LINE_COLUMNS)
    .where('person.id', 'in', ids.slice(0, PEOPLE_LISTED))
    .orderBy('person.surname')
    .orderBy('person.given_name')
    .execute()
  const list = rows.flatMap((row): KeptPerson[] => {
    const person = personLineFrom(row)
    return person === null
      ? []
      : [
          {
            person,
            entries: (byPerson.get(person.id) ?? []).map((one) => ({
              what: whatStays(one),
              why: one.why === 'built-on' || one.why === 'no-place' ? one.why : 'changed',
            })),
          },
        ]
  })
  return { entries: kept.length, people: ids.length, list }
}

const removed = (steps: readonly UndoStep[], table: string): number =>
  steps.filter((step) => step.kind === 'remove' && step.table === table).length

type ListEntries = Pick<UndoEffect['goes'], 'listEntries' | 'listEntriesDecided'>

/** What a comparison with a list found about somebody goes with them, decided or not: see FOLLOWERS in db/references. */
const listEntriesOf = async (db: ReadDb, people: ReadonlySet<unknown>): Promise<ListEntries> => {
  if (people.size === 0) return { listEntries: 0, listEntriesDecided: 0 }
  const entries = await db
    .selectFrom('reconciliation_item')
    .select(['person_id', 'decision'])
    .where('person_id', 'is not', null)
    .execute()
  const going = entries.filter(({ person_id: id }) => people.has(id))
  return {
    listEntries: going.length,
    listEntriesDecided: going.filter(({ decision }) => decision !== null).length,
  }
}

/** A plan in the words and counts that people are shown. Rows that are gone already, or as before, are no news. */
export const effectOf = async (db: ReadDb, { steps, kept, restored }: UndoPlan): Promise<UndoEffect> => {
  const updates = steps.filter((step) => step.kind === 'update')
  const still = kept.filter(isStill)
  const people = new Set(
    steps.flatMap(({ kind, table, row }) => (kind === 'remove' && table === 'person' ? [row['id']] : [])),
  )
  return {
    restored,
    goes: {
      people: people.size,
      diagnoses: removed(steps, 'cancer_episode'),
      events: removed(steps, 'journey_event'),
      ...(await listEntriesOf(db, people)),
    },
    putBack: {
      people: new Set(updates.map(({ table, row }) => (table === 'person' ? row['id'] : row['person_id']))).size,
      fields: updates.reduce((sum, { values }) => sum + Object.keys(values).filter(isOfItsOwn).length, 0),
    },
    kept: still.length === 0 ? { entries: 0, people: 0, list: [] } : await keptPeople(db, still),
  }
}
