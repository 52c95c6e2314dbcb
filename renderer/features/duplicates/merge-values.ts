import { deprivationWords } from '#shared/domain/deprivation.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import {
  type CodedLabel,
  CONTACT_PREFERENCES,
  DEATH_PLACES,
  ETHNIC_CATEGORIES,
  GENDERS,
  labelOf,
  SEX_CODES,
} from '#shared/domain/people.ts'
import {
  isDisagreement,
  MERGE_FIELDS,
  type MergeField,
  type Side,
  usualSide,
} from '#shared/features/duplicates/merge-fields.ts'
import type { Person } from '#shared/features/register/schema.ts'

const coded = (list: readonly CodedLabel[], code: string | null): string | null =>
  code === null ? null : labelOf(list, code)
const yesNo = (flag: boolean | null): string | null => (flag === null ? null : flag ? 'Yes' : 'No')
const joined = (...parts: readonly (string | null)[]): string | null => {
  const there = parts.filter((part) => part !== null && part !== '')
  return there.length === 0 ? null : there.join(', ')
}

/** What a record has in one field, as people read it; null for nothing. */
const WORDS: Readonly<Record<MergeField, (person: Person) => string | null>> = {
  nhsNumber: ({ nhsNumber }) => (nhsNumber === null ? null : formatNhsNumber(nhsNumber)),
  localId: ({ localId }) => joined(localId),
  title: ({ title }) => joined(title),
  surname: ({ surname }) => joined(surname),
  givenName: ({ givenName }) => joined(givenName),
  knownAs: ({ knownAs }) => joined(knownAs),
  previousSurname: ({ previousSurname }) => joined(previousSurname),
  birthDate: ({ birthDate }) => (birthDate === null ? null : formatIsoDate(birthDate)),
  sex: ({ sex }) => labelOf(SEX_CODES, sex),
  gender: ({ gender }) => coded(GENDERS, gender),
  ethnicity: ({ ethnicity }) => coded(ETHNIC_CATEGORIES, ethnicity),
  address: ({ address, postcode }) => joined(address === null ? null : address.replaceAll('\n', ', '), postcode),
  deprivation: (person) => deprivationWords(person),
  phoneHome: ({ phoneHome }) => joined(phoneHome),
  phoneMobile: ({ phoneMobile }) => joined(phoneMobile),
  email: ({ email }) => joined(email),
  contactPreference: ({ contactPreference }) => coded(CONTACT_PREFERENCES, contactPreference),
  contactNote: ({ contactNote }) => joined(contactNote),
  carer: ({ carerName, carerRelationship, carerPhone }) => joined(carerName, carerRelationship, carerPhone),
  language: ({ language }) => joined(language),
  interpreterNeeded: ({ interpreterNeeded }) => yesNo(interpreterNeeded),
  communicationNeeds: ({ communicationNeeds }) => joined(communicationNeeds),
  usualGp: ({ usualGp }) => joined(usualGp),
  namedLead: ({ namedLeadName }) => joined(namedLeadName),
  leaveOutOfSharing: ({ leaveOutOfSharing }) => yesNo(leaveOutOfSharing),
  deathDate: ({ deathDate }) => (deathDate === null ? null : formatPartialDate(deathDate)),
  deathPlace: ({ deathPlace }) => coded(DEATH_PLACES, deathPlace),
}

/** One field of two records that do not say the same. */
export interface FieldDifference {
  readonly field: MergeField
  readonly label: string
  readonly kept: string | null
  readonly other: string | null
  /** The side that is taken unless somebody chooses. */
  readonly usual: Side
  /** Both have something: somebody has to look. */
  readonly disagree: boolean
}

/** Every field in which two records differ, those that disagree first. */
export const fieldDifferences = (kept: Person, other: Person): readonly FieldDifference[] =>
  MERGE_FIELDS.flatMap(({ field, label, keys }): FieldDifference[] => {
    const words = { kept: WORDS[field](kept), other: WORDS[field](other) }
    if (words.kept === words.other) return []
    const values = [keys.map((key) => kept[key]), keys.map((key) => other[key])] as const
    return [{ field, label, ...words, usual: usualSide(field, ...values), disagree: isDisagreement(field, ...values) }]
  }).toSorted((a, b) => Number(b.disagree) - Number(a.disagree))

/** How many fields say the same on both, and something. */
export const sameFields = (kept: Person, other: Person): number =>
  MERGE_FIELDS.filter(({ field }) => {
    const words = WORDS[field](kept)
    return words !== null && words === WORDS[field](other)
  }).length
