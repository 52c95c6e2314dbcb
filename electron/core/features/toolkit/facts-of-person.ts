import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import { tumourGroupLabel, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import { documentLabel } from '#shared/features/journey/public.ts'
import { fact, type Facts, type FactsAsked, type FactSource } from './fact.ts'

/** The newest diagnosis: what a letter of today is about. */
const newestEpisode = ({ db }: FactsAsked, personId: string) =>
  db
    .selectFrom('cancer_episode')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('diagnosis_date', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

const missingLetters = async ({ db, today }: FactsAsked, personId: string): Promise<string> => {
  const rows = await db
    .selectFrom('letter_wait')
    .select(['document', 'since_date', 'hospital'])
    .where('person_id', '=', personId)
    .where('due_date', '<', today)
    .where('lapses_date', '>=', today)
    .where('document', 'is not', null)
    .orderBy('since_date')
    .execute()
  return rows
    .map(({ document, since_date: since, hospital }) => {
      const from = hospital === null ? '' : ` from ${hospital}`
      return `${documentLabel(document ?? '')}${from}, of ${formatIsoDate(since)}`
    })
    .join('; ')
}

/** The person whom a document is about. */
export const factsOfPerson: FactSource = async (asked, codes): Promise<Facts> => {
  const personId = asked.document?.personId ?? null
  if (personId === null) return new Map()
  const person = await asked.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (person === undefined) return new Map()
  const episode = await newestEpisode(asked, personId)
  const of = (words: string | null | undefined) => fact('Register', words ?? null, { asAt: asked.today })
  const { diagnosis_date: date, diagnosis_date_precision: precision } = episode ?? {}
  const letters = codes.has('person.missing-letters') ? await missingLetters(asked, personId) : ''
  return new Map([
    ['person.name', of([person.title, person.given_name, person.surname].filter(Boolean).join(' '))],
    ['person.known-as', of(person.known_as ?? person.given_name)],
    ['person.nhs-number', of(person.nhs_number === null ? null : formatNhsNumber(person.nhs_number))],
    ['person.birth-date', of(person.birth_date === null ? null : formatIsoDate(person.birth_date))],
    ['person.address', of([person.address, person.postcode].filter(Boolean).join(', '))],
    [
      'person.diagnosis',
      of(episode === undefined ? null : (episode.site ?? tumourGroupLabel(episode.tumour_group as TumourGroup))),
    ],
    ['person.diagnosis-date', of(date == null ? null : formatPartialDate({ date, precision: precision ?? 'day' }))],
    ['person.hospital', of(episode?.hospital)],
    ['person.consultant', of(episode?.consultant)],
    ['person.nurse', of(episode?.nurse_specialist)],
    ['person.gp', of(person.usual_gp)],
    ['person.missing-letters', of(letters)],
  ])
}
