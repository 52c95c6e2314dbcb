import {
  type DateParts,
  formatPartialDate,
  type IsoDate,
  isFuture,
  type PartialDate,
  partialDateFromParts,
} from '#shared/domain/partial-date.ts'
import { parseNhsNumber } from '#shared/domain/nhs-number.ts'
import type { SexCode } from '#shared/domain/people.ts'
import type { Person, PersonFields } from '#shared/features/register/schema.ts'

/** A person as they stand in the form: text until it is saved, so nothing that was typed is lost or changed. */
export interface PersonDraft {
  readonly title: string
  readonly surname: string
  readonly givenName: string
  readonly nhsNumber: string
  readonly localId: string
  readonly birthDate: DateParts
  readonly sex: SexCode
  readonly postcode: string
  readonly usualGp: string
  readonly namedLeadId: string | null
  readonly leaveOutOfSharing: boolean
  readonly deathDate: DateParts
}

const blankDate: DateParts = { day: '', month: '', year: '' }

export const emptyPerson: PersonDraft = {
  title: '',
  surname: '',
  givenName: '',
  nhsNumber: '',
  localId: '',
  birthDate: blankDate,
  sex: 'X',
  postcode: '',
  usualGp: '',
  namedLeadId: null,
  leaveOutOfSharing: false,
  deathDate: blankDate,
}

/** A stored date as its boxes. */
export const partsOf = (date: PartialDate | null): DateParts => {
  if (date === null) return blankDate
  const [year = '', month = '', day = ''] = date.date.split('-')
  return {
    year,
    month: date.precision === 'year' ? '' : String(Number(month)),
    day: date.precision === 'day' ? String(Number(day)) : '',
  }
}

/** What can be edited of a stored person. */
export const fieldsOfPerson = ({ id: _id, version: _version, namedLeadName: _name, ...fields }: Person): PersonFields =>
  fields

/** A stored person in the form. */
export const draftOfPerson = (person: PersonFields): PersonDraft => ({
  ...person,
  title: person.title ?? '',
  nhsNumber: person.nhsNumber ?? '',
  localId: person.localId ?? '',
  birthDate: partsOf(person.birthDate === null ? null : { date: person.birthDate, precision: 'day' }),
  postcode: person.postcode ?? '',
  usualGp: person.usualGp ?? '',
  deathDate: partsOf(person.deathDate),
})

/** What was typed, read as far as the form itself can: the core checks the rest. */
export interface Read<Fields> {
  readonly fields: Fields
  /** Words for a field that cannot be sent at all, by the name of the field. */
  readonly faults: Readonly<Record<string, string>>
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

interface ReadDate {
  readonly value: PartialDate | null
  readonly fault?: string
}

/** A date in boxes. All of them blank is no date; a fault is what is wrong with it, in words. */
export const readDate = (parts: DateParts, exact: boolean): ReadDate => {
  const result = partialDateFromParts(parts)
  if (!result.ok) return result.reason === 'blank' ? { value: null } : { value: null, fault: result.message }
  if (exact && result.value.precision !== 'day') return { value: null, fault: 'Enter the day, month and year' }
  return { value: result.value }
}

/** `faults` with those that are there. */
export const faultList = (faults: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** The words for a date that has not come yet. */
export const futureFault = (date: PartialDate | null, today: IsoDate, words: string): string | undefined =>
  date !== null && isFuture(date, today) ? words : undefined

/** Reads a person out of the form. */
export const readPerson = (draft: PersonDraft, today: IsoDate): Read<PersonFields> => {
  const birth = readDate(draft.birthDate, true)
  const death = readDate(draft.deathDate, false)
  const number = parseNhsNumber(draft.nhsNumber)
  return {
    fields: {
      title: textOrNull(draft.title),
      surname: draft.surname.trim(),
      givenName: draft.givenName.trim(),
      nhsNumber: number.ok ? number.nhsNumber : textOrNull(draft.nhsNumber),
      localId: textOrNull(draft.localId),
      birthDate: birth.value?.date ?? null,
      sex: draft.sex,
      postcode: textOrNull(draft.postcode)?.toUpperCase() ?? null,
      usualGp: textOrNull(draft.usualGp),
      namedLeadId: draft.namedLeadId,
      leaveOutOfSharing: draft.leaveOutOfSharing,
      deathDate: death.value,
    },
    faults: faultList({
      surname: draft.surname.trim() === '' ? 'Type the surname' : undefined,
      givenName: draft.givenName.trim() === '' ? 'Type the first name' : undefined,
      nhsNumber: number.ok || number.reason === 'blank' ? undefined : number.message,
      birthDate: birth.fault ?? futureFault(birth.value, today, 'Must be in the past'),
      deathDate: death.fault ?? futureFault(death.value, today, 'Must be in the past'),
    }),
  }
}

/** The words for a date in boxes, for a sentence; null while it cannot be read. */
export const dateWords = (parts: DateParts): string | null => {
  const { value } = readDate(parts, false)
  return value === null ? null : formatPartialDate(value)
}
