/**
 * Code lists about people, and how a name is written.
 *
 * Source of codes: COSD 9.0.1 as read by NHS Digital's data_management_system (PERSON STATED GENDER CODE,
 * ETHNIC CATEGORY 2001, death location type). Labels are ours, in plain words.
 */

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
}

/**
 * A name in the order and capitals used for patients across the NHS: `ASHWORTH, Maureen (Mrs)`.
 * Parts that are missing leave no stray punctuation.
 */
export function displayName({ surname, givenName, title }: PersonName): string {
  const given = givenName?.trim() ?? ''
  const shownTitle = title?.trim() ?? ''
  const name = [surname.trim().toUpperCase(), given].filter((part) => part !== '').join(', ')
  return shownTitle === '' ? name : `${name} (${shownTitle})`
}
