import { dayNumber, isoFromDayNumber } from '#shared/domain/calendar.ts'
import { outwardPostcode } from '#shared/domain/postcode.ts'
import { normaliseName } from '#shared/domain/text-match.ts'
import type { NewRow } from '../../db/recorder.ts'
import type { Ids } from '../../ids.ts'
import type { Chance } from './chance.ts'
import {
  CARERS,
  DEATH_PLACES,
  EARLIER_PRACTICES,
  EARLIER_SURNAMES,
  ENGLISH,
  ETHNICITIES,
  LANGUAGES,
  MAUREEN,
  NEEDS,
  NOTES,
  NUMBER_CHECKS,
  PRACTICE,
  PREFERENCES,
  RELATIONSHIPS_OF_MEN,
  RELATIONSHIPS_OF_WOMEN,
  SHORT_NAMES,
  STREETS,
} from './detail-lists.ts'
import { episodeDetails } from './episode-details.ts'
import { MAUREEN_NHS_NUMBER } from './maureen.ts'
import { type Community, communityOf } from './names.ts'
import type { DemoPerson } from './rows.ts'

/** What the details of everybody in one demo practice are drawn with: draws of their own, so that no journey moves. */
export interface DetailSetting {
  readonly chance: Chance
  /** Days since 1 January 1970. */
  readonly today: number
  readonly ids: Ids
}

/** A made-up person with everything that a register may hold of them. */
export interface DetailedPerson extends DemoPerson {
  readonly registrations: readonly NewRow<'practice_registration'>[]
}

type Details = Omit<
  NewRow<'person'>,
  keyof DemoPerson['person'] & ('id' | 'surname' | 'given_name' | 'sex' | 'leave_out_of_sharing')
>

/** Numbers that the regulator keeps for stories: nobody has them. */
const landline = (chance: Chance): string => `01632 960 ${chance.whole(200, 999)}`
const mobile = (chance: Chance): string => `07700 900${chance.whole(100, 999)}`

const maybe = <T>(chance: Chance, share: number, value: () => T): T | null => (chance.happens(share) ? value() : null)

const ethnicityOf = (chance: Chance, community: Community): string | null =>
  chance.weighted([
    [chance.weighted(ETHNICITIES[community]), 88],
    ['Z', 2],
    ['99', 2],
    [null, 8],
  ])

const genderOf = (chance: Chance, sex: string): string | null => {
  const usual = sex === '2' ? 'woman' : 'man'
  return chance.weighted([
    [usual, 480],
    ['non_binary', 1],
    ['not_stated', 19],
    [null, 500],
  ])
}

const languageOf = (chance: Chance, community: Community): Pick<Details, 'language' | 'interpreter_needed'> => {
  const language = maybe(chance, 0.85, () => chance.weighted(LANGUAGES[community] ?? ENGLISH))
  if (language === null) return { language, interpreter_needed: null }
  const needed = language !== 'English' && chance.happens(0.5)
  return { language, interpreter_needed: needed ? 1 : 0 }
}

/** Fifths go by the district of the postcode, as neighbours live alike. */
const deprivationOf = (chance: Chance, postcode: string | null): Partial<Details> => {
  const district = Number(postcode?.charAt(2) ?? '')
  const known = postcode !== null && chance.happens(0.94)
  if (!known) return { deprivation_quintile: null, deprivation_index: null, deprivation_version: null }
  return {
    deprivation_quintile: 1 + ((district * 2) % 5),
    deprivation_index: 'IMD',
    deprivation_version: '2025',
  }
}

const carerOf = (chance: Chance, sex: string): Pick<Details, 'carer_name' | 'carer_relationship' | 'carer_phone'> => {
  if (!chance.happens(0.3)) return { carer_name: null, carer_relationship: null, carer_phone: null }
  return {
    carer_name: chance.pick(CARERS),
    carer_relationship: chance.weighted(sex === '2' ? RELATIONSHIPS_OF_WOMEN : RELATIONSHIPS_OF_MEN),
    carer_phone: maybe(chance, 0.8, () => mobile(chance)),
  }
}

const personDetails = (chance: Chance, { person }: DemoPerson): Details => {
  const community = communityOf(person.surname)
  const onlyArea = chance.happens(0.03)
  const name = (text: string): string => normaliseName(text).replaceAll(' ', '')
  return {
    nhs_number_status: person.nhs_number === null ? null : chance.weighted(NUMBER_CHECKS),
    known_as: chance.happens(0.6) ? (SHORT_NAMES[person.given_name] ?? null) : null,
    previous_surname: maybe(chance, person.sex === '2' ? 0.07 : 0.005, () => chance.pick(EARLIER_SURNAMES)),
    gender: genderOf(chance, person.sex),
    ethnicity: ethnicityOf(chance, community),
    address: onlyArea ? null : `${chance.whole(1, 98)} ${chance.pick(STREETS)}\nBrackenfold`,
    postcode: onlyArea && person.postcode !== null ? outwardPostcode(person.postcode) : person.postcode,
    ...deprivationOf(chance, person.postcode),
    ...carerOf(chance, person.sex),
    ...languageOf(chance, community),
    communication_needs: maybe(chance, 0.09, () => chance.pick(NEEDS)),
    phone_home: maybe(chance, 0.72, () => landline(chance)),
    phone_mobile: maybe(chance, 0.78, () => mobile(chance)),
    email: maybe(chance, 0.4, () => `${name(person.given_name)}.${name(person.surname)}@example.org`),
    contact_preference: chance.weighted(PREFERENCES),
    contact_note: maybe(chance, 0.06, () => chance.pick(NOTES)),
    death_place: person.death_date === null ? null : chance.weighted(DEATH_PLACES),
  }
}

const DAYS_A_YEAR = 365

/** Since when somebody has been registered here, and for a few the practice before. */
const registrationsOf = (
  { chance, today, ids }: DetailSetting,
  { person }: DemoPerson,
): DetailedPerson['registrations'] => {
  const born = person.birth_date === null ? today - 60 * DAYS_A_YEAR : dayNumber(person.birth_date)
  const since = Math.max(born, today - chance.whole(DAYS_A_YEAR, 40 * DAYS_A_YEAR))
  const exact = chance.happens(0.7)
  const day = isoFromDayNumber(since)
  const start = exact ? day : `${day.slice(0, 4)}-01-01`
  const precision = exact ? 'day' : 'year'
  const here = {
    id: ids.next(),
    person_id: person.id,
    ...PRACTICE,
    registered_from: start,
    registered_from_precision: precision,
    registered_to: person.death_date,
    registered_to_precision: person.death_date_precision ?? null,
  } as const
  if (!chance.happens(0.97)) return []
  if (!chance.happens(0.08)) return [here]
  return [
    here,
    {
      ...here,
      id: ids.next(),
      practice_name: chance.pick(EARLIER_PRACTICES),
      ods_code: null,
      registered_from: null,
      registered_from_precision: null,
      registered_to: start,
      registered_to_precision: precision,
    },
  ]
}

/** Gives a made-up person and their diagnoses what a register may hold beyond the journey: mostly filled, some gaps. */
export const withDetails = (setting: DetailSetting, made: DemoPerson): DetailedPerson => {
  const story = made.person.nhs_number === MAUREEN_NHS_NUMBER ? MAUREEN : undefined
  return {
    ...made,
    person: { ...made.person, ...personDetails(setting.chance, made), ...story?.person },
    episodes: made.episodes.map((episode) => ({
      ...episode,
      ...episodeDetails(setting.chance, episode, setting.today),
      ...story?.episode,
    })),
    registrations: registrationsOf(setting, made),
  }
}
