import type { Chance, Weighted } from './chance.ts'
import { SHORT_NAMES } from './detail-lists.ts'
import type { DetailedPerson } from './details.ts'

/** What every real register has a little of: entries that are unusual, and people who are there twice. */

/** Shares of people with an unusual entry, and of second records of somebody who is there already. */
const UNUSUAL = 0.012
const TWICE = 0.01
const MOST_YEARS_APART = 8
/** Of so many people one is nearly always of much the same age. */
const REMEMBERED = 40

export interface SlipSetting {
  /** Draws of their own, so that no journey moves. */
  readonly chance: Chance
  /** The last living women and men without a slip, of whom somebody may make a second record. */
  readonly lastOf: Map<string, DetailedPerson[]>
}

type Episode = DetailedPerson['episodes'][number]

const OTHER_SIDE: Readonly<Record<string, 'L' | 'R'>> = { L: 'R', R: 'L' }

/** One value that does not go with the others, as a finger slips. */
const slipped = (episode: Episode): Episode => {
  const other = OTHER_SIDE[episode.laterality ?? '']
  if (other !== undefined && /\b(?:left|right)\b/.test(episode.site ?? '')) return { ...episode, laterality: other }
  if (episode.stage?.startsWith('1') === true && typeof episode.n_category === 'string')
    return { ...episode, n_category: 'N2' }
  return episode.icd10_code?.startsWith('C') === true ? { ...episode, behaviour: 'benign' } : episode
}

/** `Ashworth` as `Ahsworth`: two letters the other way round, never the first. */
const turned = (surname: string): string => {
  const [first = '', second = '', third = '', ...rest] = surname
  return second === third || rest.length === 0 ? surname : [first, third, second, ...rest].join('')
}

const yearOf = (date: string | null): number => Number(date?.slice(0, 4) ?? 0)

/** True when one could be taken for the other’s second record: of one sex, much the same age, and both living. */
const couldBeTwice = ({ person }: DetailedPerson, first: DetailedPerson): boolean => {
  const apart = yearOf(person.birth_date) - yearOf(first.person.birth_date)
  return person.death_date === null && apart >= 0 && apart <= MOST_YEARS_APART
}

/** What a second record says as the first does, whoever types it: it is asked of one person both times. */
const identityOf = ({ person }: DetailedPerson): Partial<DetailedPerson['person']> => ({
  title: person.title,
  surname: person.surname,
  given_name: person.given_name,
  known_as: person.known_as ?? null,
  previous_surname: person.previous_surname ?? null,
  birth_date: person.birth_date,
  gender: person.gender ?? null,
  ethnicity: person.ethnicity ?? null,
  language: person.language ?? null,
  interpreter_needed: person.interpreter_needed ?? null,
  address: person.address ?? null,
  postcode: person.postcode,
  deprivation_quintile: person.deprivation_quintile ?? null,
  deprivation_index: person.deprivation_index ?? null,
  deprivation_version: person.deprivation_version ?? null,
  phone_home: person.phone_home ?? null,
  phone_mobile: person.phone_mobile ?? null,
  email: person.email ?? null,
  carer_name: person.carer_name ?? null,
  carer_relationship: person.carer_relationship ?? null,
  carer_phone: person.carer_phone ?? null,
})

type Mistake = 'surname' | 'first_name' | 'birth_date'
const MISTAKES: Weighted<Mistake> = [
  ['surname', 4],
  ['first_name', 3],
  ['birth_date', 3],
]

/** `1964-05-11` as `1964-11-05`, where that is another date. */
const dayAndMonthTurned = (date: string): string | null => {
  const [year, month, day] = date.split('-')
  return day === undefined || day === month || Number(day) > 12 ? null : [year, day, month].join('-')
}

/** What the second record has otherwise: the name or the date of birth, never more than one of them. */
const mistaken = (chance: Chance, { person }: DetailedPerson): Partial<DetailedPerson['person']> => {
  const mistake = chance.weighted(MISTAKES)
  const short = SHORT_NAMES[person.given_name]
  if (mistake === 'first_name' && short !== undefined) return { given_name: short, known_as: null }
  const birth_date = person.birth_date === null ? null : dayAndMonthTurned(person.birth_date)
  if (mistake === 'birth_date' && birth_date !== null) return { birth_date }
  return { surname: turned(person.surname) }
}

/** The same journey under somebody else’s name: a second record, typed without the NHS number. */
const secondRecordOf = (
  chance: Chance,
  first: DetailedPerson,
  { person, ...rest }: DetailedPerson,
): DetailedPerson => ({
  ...rest,
  person: {
    ...person,
    ...identityOf(first),
    ...mistaken(chance, first),
    nhs_number: null,
    nhs_number_status: '03',
  },
})

/** The person, now and then with something unusual or as a second record of somebody before them. */
export const withSlips = <P extends DetailedPerson>({ chance, lastOf }: SlipSetting, whole: P): P => {
  const share = chance.share()
  const { sex, death_date } = whole.person
  const earlier = lastOf.get(sex) ?? []
  if (share < UNUSUAL) {
    const [episode, ...others] = whole.episodes
    return episode === undefined ? whole : { ...whole, episodes: [slipped(episode), ...others] }
  }
  const first = share < UNUSUAL + TWICE ? earlier.find((one) => couldBeTwice(whole, one)) : undefined
  if (first !== undefined) {
    lastOf.set(
      sex,
      earlier.filter((one) => one !== first),
    )
    return { ...whole, ...secondRecordOf(chance, first, whole) }
  }
  if (death_date === null) lastOf.set(sex, [...earlier.slice(-REMEMBERED), whole])
  return whole
}
