import { ETHNIC_CATEGORIES, GENDERS, NHS_NUMBER_STATUSES } from '#shared/domain/people.ts'
import type { PersonTable } from '../../db/schema.ts'
import type { PersonContext } from './person-context.ts'
import {
  conceptIn,
  filled,
  ownExtension,
  ownIdentifier,
  pseudonym,
  type Resource,
  resource,
  some,
  ukCoreExtension,
} from './resource.ts'
import type { Telling } from './telling.ts'

const UK_CODES = 'https://fhir.hl7.org.uk/CodeSystem'
/** From this age on a year of birth points to too few people, and is left out where there are no names. */
const FEW_ARE_OLDER = 90
const SEXES = { '1': 'male', '2': 'female', '9': 'other', X: 'unknown' } as const

const coded = (system: string, code: string): object => ({ coding: [{ system: `${UK_CODES}/${system}`, code }] })

const nhsNumber = ({ nhs_number: number, nhs_number_status: status }: PersonTable): object | undefined =>
  number === null
    ? undefined
    : {
        ...(NHS_NUMBER_STATUSES.some(({ code }) => code === status)
          ? {
              extension: [
                {
                  url: ukCoreExtension('NHSNumberVerificationStatus'),
                  valueCodeableConcept: coded('UKCore-NHSNumberVerificationStatusEngland', status ?? ''),
                },
              ],
            }
          : {}),
        system: 'https://fhir.nhs.uk/Id/nhs-number',
        value: number,
      }

const localNumber = (value: string | undefined): object | undefined =>
  value === undefined ? undefined : { use: 'secondary', system: ownIdentifier('local-number'), value }

const namesOf = (person: PersonTable, { typed }: Telling): object[] | undefined => {
  const name = (use: string, family: string | null, given: string | null, title: string | null): object | undefined => {
    const parts = filled({ family: typed(family), given: some([typed(given)]), prefix: some([typed(title)]) })
    return parts && { use, ...parts }
  }
  return some([
    name('official', person.surname, person.given_name, person.title),
    name('usual', null, person.known_as, null),
    name('old', person.previous_surname, null, null),
  ])
}

const telecomsOf = (person: PersonTable, { typed }: Telling): object[] | undefined => {
  const contact = (system: string, value: string | null, use?: string): object | undefined => {
    const text = typed(value)
    return text === undefined ? undefined : { system, value: text, use }
  }
  return some([
    contact('phone', person.phone_home, 'home'),
    contact('phone', person.phone_mobile, 'mobile'),
    contact('email', person.email),
  ])
}

/** Somebody with a way to reach them: a relationship alone says nobody. */
const carerOf = (person: PersonTable, { typed }: Telling): object | undefined => {
  const name = typed(person.carer_name)
  const phone = typed(person.carer_phone)
  if (name === undefined && phone === undefined) return undefined
  const relationship = typed(person.carer_relationship)
  return {
    relationship: relationship === undefined ? undefined : [{ text: relationship }],
    name: name === undefined ? undefined : { text: name },
    telecom: phone === undefined ? undefined : [{ system: 'phone', value: phone }],
  }
}

const extensionsOf = ({ ethnicity, gender }: PersonTable): object[] | undefined => {
  const inOwnWords = conceptIn('gender', GENDERS, gender)
  return some([
    ethnicity !== null && ethnicity !== '99' && ETHNIC_CATEGORIES.some(({ code }) => code === ethnicity)
      ? {
          url: ukCoreExtension('EthnicCategory'),
          valueCodeableConcept: coded('UKCore-EthnicCategoryEngland', ethnicity),
        }
      : undefined,
    inOwnWords && { url: ownExtension('gender'), valueCodeableConcept: inOwnWords },
  ])
}

const languageOf = (person: PersonTable, { typed }: Telling): object[] | undefined => {
  const text = typed(person.language)
  return text === undefined ? undefined : [{ language: { text } }]
}

const addressOf = (person: PersonTable, { typed }: Telling): object[] | undefined => {
  const address = filled({ text: typed(person.address), postalCode: typed(person.postcode) })
  return address && [{ use: 'home', ...address }]
}

const byName = ({ person, telling }: PersonContext): Record<string, unknown> => ({
  extension: extensionsOf(person),
  identifier: some([nhsNumber(person), localNumber(telling.typed(person.local_id))]),
  name: namesOf(person, telling),
  telecom: telecomsOf(person, telling),
  birthDate: telling.date(person.birth_date, 'day'),
  address: addressOf(person, telling),
  contact: some([carerOf(person, telling)]),
  communication: languageOf(person, telling),
  generalPractitioner: some([filled({ display: telling.typed(person.usual_gp) })]),
})

const withheld = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
}

const withoutName = ({ person, telling }: PersonContext, id: string): Record<string, unknown> => {
  const year = person.birth_date?.slice(0, 4)
  const age = year === undefined ? 0 : Number(telling.today.slice(0, 4)) - Number(year)
  return {
    identifier: [pseudonym(id)],
    ...(age >= FEW_ARE_OLDER ? { _birthDate: withheld } : { birthDate: year }),
  }
}

/** A death is known from the record or else from the journey. */
const deathOf = ({ person, events, telling }: PersonContext): string | undefined => {
  const died = events.find((event) => event.event_type === 'died')
  return (
    telling.date(person.death_date, person.death_date_precision) ??
    telling.date(died?.event_date ?? null, died?.event_date_precision ?? null)
  )
}

export const mapPatient = (context: PersonContext): Resource => {
  const { person, telling, shared } = context
  const id = telling.id('Patient', person.id)
  return resource('Patient', id, telling, {
    ...(telling.identity === 'identifiable' ? byName(context) : withoutName(context, id)),
    gender: SEXES[person.sex],
    deceasedDateTime: deathOf(context),
    managingOrganization: shared.practice,
  })
}
