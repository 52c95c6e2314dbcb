import { textOrNull } from '#renderer/app/typed.ts'
import { type DateParts, datePartsOf, dayPartsOf, type IsoDate } from '#shared/domain/partial-date.ts'
import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import { normalisePostcode } from '#shared/domain/postcode.ts'
import { type Person, type PersonFields, personDetailsSchema } from '#shared/features/register/schema.ts'
import { faultList, futureFault, isFilled, type Read, readDate } from './form-reading.ts'

/** Fields that are boxes of text in the form. */
const TEXTS = [
  'title',
  'localId',
  'postcode',
  'usualGp',
  'knownAs',
  'previousSurname',
  'address',
  'deprivationVersion',
  'carerName',
  'carerRelationship',
  'carerPhone',
  'language',
  'communicationNeeds',
  'phoneHome',
  'phoneMobile',
  'email',
  'contactNote',
] as const satisfies readonly (keyof PersonFields)[]
type TextField = (typeof TEXTS)[number]

type ChosenField = Exclude<
  keyof PersonFields,
  TextField | 'surname' | 'givenName' | 'nhsNumber' | 'birthDate' | 'deathDate'
>

/** A person as they stand in the form: text until it is saved, so nothing that was typed is lost or changed. */
export type PersonDraft = Readonly<Record<TextField, string>> &
  Readonly<Pick<PersonFields, ChosenField>> & {
    readonly surname: string
    readonly givenName: string
    readonly nhsNumber: string
    readonly birthDate: DateParts
    readonly deathDate: DateParts
  }

const textsOf = (person: PersonFields): Record<TextField, string> =>
  Object.fromEntries(TEXTS.map((field) => [field, person[field] ?? ''])) as Record<TextField, string>

const readTexts = (draft: PersonDraft): Record<TextField, string | null> =>
  Object.fromEntries(TEXTS.map((field) => [field, textOrNull(draft[field])])) as Record<TextField, string | null>

/** What can be edited of a stored person. */
export const fieldsOfPerson = ({ id: _id, version: _version, namedLeadName: _name, ...fields }: Person): PersonFields =>
  fields

/** A stored person in the form. */
export const draftOfPerson = (person: PersonFields): PersonDraft => ({
  ...person,
  ...textsOf(person),
  nhsNumber: person.nhsNumber ?? '',
  birthDate: dayPartsOf(person.birthDate),
  deathDate: datePartsOf(person.deathDate),
})

/** Nothing typed yet. */
export const emptyPerson: PersonDraft = draftOfPerson({
  title: null,
  surname: '',
  givenName: '',
  nhsNumber: null,
  localId: null,
  birthDate: null,
  sex: 'X',
  postcode: null,
  usualGp: null,
  namedLeadId: null,
  leaveOutOfSharing: false,
  deathDate: null,
  ...personDetailsSchema.parse({}),
})

const surnameFault = ({ surname, localId }: PersonDraft): string | undefined =>
  surname.trim() === '' && localId.trim() === '' ? 'Type the surname, or a local number instead' : undefined

const indexFault = ({ deprivationQuintile, deprivationIndex }: PersonDraft): string | undefined =>
  deprivationQuintile !== null && deprivationIndex === null ? 'Say which index the fifth is from' : undefined

const emailFault = ({ email }: PersonDraft): string | undefined =>
  isFilled(email) && !/^[^\s@]+@[^\s@]+$/.test(email.trim())
    ? 'An email address has an @ in it and no spaces'
    : undefined

/** Reads a person out of the form. */
export const readPerson = (draft: PersonDraft, today: IsoDate): Read<PersonFields> => {
  const birth = readDate(draft.birthDate, true)
  const death = readDate(draft.deathDate, false)
  const number = parseNhsNumber(draft.nhsNumber)
  const texts = readTexts(draft)
  return {
    fields: {
      ...draft,
      ...texts,
      surname: draft.surname.trim(),
      givenName: draft.givenName.trim(),
      nhsNumber: number.ok ? number.nhsNumber : textOrNull(draft.nhsNumber),
      birthDate: birth.value?.date ?? null,
      postcode: texts.postcode === null ? null : normalisePostcode(texts.postcode),
      deathDate: death.value,
    },
    faults: faultList({
      surname: surnameFault(draft),
      nhsNumber: number.ok || number.reason === 'blank' ? undefined : number.message,
      email: emailFault(draft),
      birthDate: birth.fault ?? futureFault(birth.value, today, 'Must be in the past'),
      deprivationIndex: indexFault(draft),
      deathDate: death.fault ?? futureFault(death.value, today, 'Must be in the past'),
    }),
  }
}
