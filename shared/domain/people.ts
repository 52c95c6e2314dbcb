/**
 * Code lists about people, and how a name is written.
 *
 * Source of codes: COSD 9.0.1 as read by NHS Digital's data_management_system (PERSON STATED GENDER CODE,
 * ETHNIC CATEGORY 2001, death location type). Labels are ours, in plain words.
 */

import { normaliseName } from './text-match.ts'

export interface CodedLabel<Code extends string = string> {
  code: Code
  label: string
}

/** PERSON STATED GENDER CODE. */
export const SEX_CODES = [
  { code: '1', label: 'Male' },
  { code: '2', label: 'Female' },
  { code: '9', label: 'Indeterminate' },
  { code: 'X', label: 'Not known' },
] as const satisfies readonly CodedLabel[]
export type SexCode = (typeof SEX_CODES)[number]['code']

/** How far an NHS number has been checked against the national register: NHS NUMBER STATUS INDICATOR (CR1350). */
export const NHS_NUMBER_STATUSES = [
  { code: '01', label: 'Checked and right' },
  { code: '02', label: 'Looked for and not found' },
  { code: '03', label: 'Still to be looked for' },
  { code: '04', label: 'Looked for, no match' },
  { code: '05', label: 'Looked for, more than one match' },
  { code: '06', label: 'Being looked for' },
  { code: '07', label: 'No number, and none needed' },
  { code: '08', label: 'Looking for it was put off' },
] as const satisfies readonly CodedLabel[]

/** Gender in the person's own words, apart from sex. A list of ours: there is no agreed national one. */
export const GENDERS = [
  { code: 'woman', label: 'Woman' },
  { code: 'man', label: 'Man' },
  { code: 'non_binary', label: 'Non-binary' },
  { code: 'another', label: 'Another gender' },
  { code: 'not_stated', label: 'Asked, would rather not say' },
] as const satisfies readonly CodedLabel[]

/** How somebody would like to be reached. A list of ours. */
export const CONTACT_PREFERENCES = [
  { code: 'phone', label: 'By phone' },
  { code: 'letter', label: 'By letter' },
  { code: 'email', label: 'By email' },
  { code: 'text', label: 'By text message' },
  { code: 'through_carer', label: 'Through their carer' },
] as const satisfies readonly CodedLabel[]

/** Ethnic category 2001. There is no I, O or Q. `Z` was asked and not stated; `99` was never asked. */
export const ETHNIC_CATEGORIES = [
  { code: 'A', label: 'White British' },
  { code: 'B', label: 'White Irish' },
  { code: 'C', label: 'Other White background' },
  { code: 'D', label: 'White and Black Caribbean' },
  { code: 'E', label: 'White and Black African' },
  { code: 'F', label: 'White and Asian' },
  { code: 'G', label: 'Other mixed background' },
  { code: 'H', label: 'Indian' },
  { code: 'J', label: 'Pakistani' },
  { code: 'K', label: 'Bangladeshi' },
  { code: 'L', label: 'Other Asian background' },
  { code: 'M', label: 'Caribbean' },
  { code: 'N', label: 'African' },
  { code: 'P', label: 'Other Black background' },
  { code: 'R', label: 'Chinese' },
  { code: 'S', label: 'Other ethnic group' },
  { code: 'Z', label: 'Not stated' },
  { code: '99', label: 'Not known' },
] as const satisfies readonly CodedLabel[]

/** Where someone died. 21 and 22 are kinds of 20; 41 and 42 are kinds of 40. */
export const DEATH_PLACES = [
  { code: '10', label: 'Hospital' },
  { code: '20', label: 'Private home' },
  { code: '21', label: 'Own home' },
  { code: '22', label: 'Another private home' },
  { code: '30', label: 'Hospice' },
  { code: '40', label: 'Care home' },
  { code: '41', label: 'Care home with nursing' },
  { code: '42', label: 'Care home without nursing' },
  { code: '50', label: 'Somewhere else' },
] as const satisfies readonly CodedLabel[]

/** The four nations: rules and targets differ between them. */
export const NATIONS = [
  { code: 'england', label: 'England' },
  { code: 'scotland', label: 'Scotland' },
  { code: 'wales', label: 'Wales' },
  { code: 'northern-ireland', label: 'Northern Ireland' },
] as const satisfies readonly CodedLabel[]
export type NationCode = (typeof NATIONS)[number]['code']

/** What a user of the database may do, widest first. */
export const ACCESS_ROLES = [
  { code: 'lead', label: 'Cancer lead' },
  { code: 'clinical', label: 'Clinical' },
  { code: 'admin', label: 'Administration' },
  { code: 'read-only', label: 'Read only' },
] as const satisfies readonly CodedLabel[]
export type AccessRole = (typeof ACCESS_ROLES)[number]['code']

/** The label of a code in one of the lists above, or `Not recorded` when there is none. */
export function labelOf(list: readonly CodedLabel[], code: string | null | undefined): string {
  return list.find((entry) => entry.code === code)?.label ?? 'Not recorded'
}

const SEX_WORDS: Readonly<Record<string, SexCode>> = {
  '1': '1',
  m: '1',
  male: '1',
  man: '1',
  '2': '2',
  f: '2',
  female: '2',
  woman: '2',
  '9': '9',
  i: '9',
  indeterminate: '9',
  x: 'X',
  u: 'X',
  unknown: 'X',
  'not known': 'X',
}

/**
 * Reads a sex as systems export it (`Male`, `F`, `1`). Unknown words return `null`, and so does `0`, which
 * means "not known" in one dictionary and is unused in another.
 */
export function parseSex(text: string): SexCode | null {
  return SEX_WORDS[text.trim().toLowerCase()] ?? null
}

export interface PersonName {
  surname: string
  givenName?: string | null | undefined
  title?: string | null | undefined
  /** The practice's own number: all there is to call somebody by whose name is not recorded. */
  localId?: string | null | undefined
}

/** Comes after every name in the order of a register. */
const AFTER_ALL_NAMES = '\u{10FFFD}'

/** What a register is sorted by: the name as it is searched for. Those without one come last, by their local number. */
export function nameToSortBy({ surname, givenName, localId }: PersonName): string {
  const name = normaliseName(`${surname} ${givenName ?? ''}`)
  return name === '' ? `${AFTER_ALL_NAMES} ${localId ?? ''}` : name
}

/**
 * A name in the order and capitals used for patients across the NHS: `ASHWORTH, Maureen (Mrs)`.
 * Parts that are missing leave no stray punctuation. Without any name: `No name recorded (local id 123)`.
 */
export function displayName({ surname, givenName, title, localId }: PersonName): string {
  const given = givenName?.trim() ?? ''
  const shownTitle = title?.trim() ?? ''
  const name = [surname.trim().toUpperCase(), given].filter((part) => part !== '').join(', ')
  if (name === '') {
    const number = localId?.trim() ?? ''
    return number === '' ? 'No name recorded' : `No name recorded (local id ${number})`
  }
  return shownTitle === '' ? name : `${name} (${shownTitle})`
}
