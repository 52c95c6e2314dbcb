import { DEPRIVATION_QUINTILES } from '#shared/domain/deprivation.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import {
  type CodedLabel,
  CONTACT_PREFERENCES,
  DEATH_PLACES,
  ETHNIC_CATEGORIES,
  GENDERS,
  labelOf,
  NHS_NUMBER_STATUSES,
  SEX_CODES,
} from '#shared/domain/people.ts'
import { type Difference, differencesBetween } from './differences.ts'
import { dateWords } from './form-reading.ts'
import type { PersonDraft } from './person-draft.ts'
import { PERSON_LABELS, type PersonLabelled } from './person-sections.ts'

const LISTS: Partial<Record<PersonLabelled, readonly CodedLabel[]>> = {
  sex: SEX_CODES,
  nhsNumberStatus: NHS_NUMBER_STATUSES,
  gender: GENDERS,
  ethnicity: ETHNIC_CATEGORIES,
  contactPreference: CONTACT_PREFERENCES,
  deathPlace: DEATH_PLACES,
  deprivationQuintile: DEPRIVATION_QUINTILES,
}

const yesOrNo = (answer: boolean): string => (answer ? 'yes' : 'no')

const wordsOf = (draft: PersonDraft, field: PersonLabelled, leadName: (id: string) => string): string => {
  const value = draft[field]
  if (value === null) return ''
  if (typeof value === 'boolean') return yesOrNo(value)
  if (typeof value === 'object') return dateWords(value) ?? ''
  const list = LISTS[field]
  if (list !== undefined) return labelOf(list, String(value))
  if (field === 'nhsNumber') return formatNhsNumber(String(value))
  return field === 'namedLeadId' ? leadName(String(value)) : String(value)
}

const FIELDS = Object.entries(PERSON_LABELS).map(
  ([path, label]) => [path.slice('person.'.length) as PersonLabelled, label] as const,
)

/** What is there now, and what was typed, in every field of a person that differs. @param leadName by account id. */
export const differencesOf = (
  now: PersonDraft,
  typed: PersonDraft,
  leadName: (id: string) => string,
): readonly Difference[] =>
  differencesBetween(now, typed, (draft) => FIELDS.map(([field, label]) => [label, wordsOf(draft, field, leadName)]))
