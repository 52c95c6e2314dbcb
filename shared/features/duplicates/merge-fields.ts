import type { PersonFields } from '#shared/features/register/schema.ts'

/** What of two records is chosen between, one thing at a time: parts that only make sense together go together. */
export const MERGE_FIELDS = [
  { field: 'nhsNumber', label: 'NHS number', keys: ['nhsNumber', 'nhsNumberStatus'] },
  { field: 'localId', label: 'Local number', keys: ['localId'] },
  { field: 'title', label: 'Title', keys: ['title'] },
  { field: 'surname', label: 'Surname', keys: ['surname'] },
  { field: 'givenName', label: 'First name', keys: ['givenName'] },
  { field: 'knownAs', label: 'Known as', keys: ['knownAs'] },
  { field: 'previousSurname', label: 'Earlier family name', keys: ['previousSurname'] },
  { field: 'birthDate', label: 'Date of birth', keys: ['birthDate'] },
  { field: 'sex', label: 'Sex', keys: ['sex'] },
  { field: 'gender', label: 'Gender', keys: ['gender'] },
  { field: 'ethnicity', label: 'Ethnic category', keys: ['ethnicity'] },
  { field: 'address', label: 'Address and postcode', keys: ['postcode', 'address'] },
  {
    field: 'deprivation',
    label: 'Deprivation fifth',
    keys: ['deprivationQuintile', 'deprivationIndex', 'deprivationVersion'],
  },
  { field: 'phoneHome', label: 'Home phone', keys: ['phoneHome'] },
  { field: 'phoneMobile', label: 'Mobile phone', keys: ['phoneMobile'] },
  { field: 'email', label: 'Email', keys: ['email'] },
  { field: 'contactPreference', label: 'Prefers to be reached', keys: ['contactPreference'] },
  { field: 'contactNote', label: 'Note on contact', keys: ['contactNote'] },
  { field: 'carer', label: 'Carer', keys: ['carerName', 'carerRelationship', 'carerPhone'] },
  { field: 'language', label: 'Language', keys: ['language'] },
  { field: 'interpreterNeeded', label: 'Interpreter needed', keys: ['interpreterNeeded'] },
  { field: 'communicationNeeds', label: 'Communication needs', keys: ['communicationNeeds'] },
  { field: 'usualGp', label: 'Usual GP', keys: ['usualGp'] },
  { field: 'namedLead', label: 'Named lead', keys: ['namedLeadId'] },
  { field: 'leaveOutOfSharing', label: 'Left out of onward sharing', keys: ['leaveOutOfSharing'] },
  { field: 'deathDate', label: 'Died', keys: ['deathDate'] },
  { field: 'deathPlace', label: 'Place of death', keys: ['deathPlace'] },
] as const satisfies readonly { field: string; label: string; keys: readonly (keyof PersonFields)[] }[]
export type MergeField = (typeof MERGE_FIELDS)[number]['field']

/** Which record a value comes from; `both` where each has a part that the other lacks, as an address and a postcode. */
export const SIDES = ['kept', 'other', 'both'] as const
export type Side = (typeof SIDES)[number]

type Value = unknown

/** Nothing is recorded: `X` is how a record says that nobody knows the sex. */
const isBlank = (field: MergeField, value: Value): boolean =>
  value === null || value === undefined || value === '' || (field === 'sex' && value === 'X')

const isSame = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other)

const contradict = (field: MergeField, kept: readonly Value[], other: readonly Value[]): boolean =>
  kept.some((value, at) => !isBlank(field, value) && !isBlank(field, other[at]) && !isSame(value, other[at]))

/** True when something is recorded in `from` that is blank in `to`. */
const adds = (field: MergeField, to: readonly Value[], from: readonly Value[]): boolean =>
  to.some((value, at) => isBlank(field, value) && !isBlank(field, from[at]))

/** True when the other side has all that is kept and more. */
const onlyAdds = (field: MergeField, kept: readonly Value[], other: readonly Value[]): boolean =>
  !contradict(field, kept, other) && adds(field, kept, other) && !adds(field, other, kept)

/** Where a part says something by itself. A status without its number, or a fifth without its index, says nothing. */
const CAN_ADD_UP: readonly MergeField[] = ['address', 'carer']

/** True when each side has a part that the other lacks, and nothing is contradicted: neither may be lost. */
const addUp = (field: MergeField, kept: readonly Value[], other: readonly Value[]): boolean =>
  CAN_ADD_UP.includes(field) && !contradict(field, kept, other) && adds(field, kept, other) && adds(field, other, kept)

/**
 * The side that is taken unless somebody chooses: the record that is kept, but never a blank over something, and
 * somebody who is left out of sharing on one record is left out on both.
 * @param kept, other the parts of the field on each side; the first is the one that counts.
 */
export const usualSide = (field: MergeField, kept: readonly Value[], other: readonly Value[]): Side => {
  const [first] = kept
  const [otherFirst] = other
  if (field === 'leaveOutOfSharing') return Boolean(otherFirst) && !first ? 'other' : 'kept'
  if (addUp(field, kept, other)) return 'both'
  if (isBlank(field, first) !== isBlank(field, otherFirst)) return isBlank(field, first) ? 'other' : 'kept'
  return onlyAdds(field, kept, other) ? 'other' : 'kept'
}

/** True where both records have something, and not the same: somebody has to look. */
export const isDisagreement = (field: MergeField, kept: readonly Value[], other: readonly Value[]): boolean =>
  isBlank(field, kept[0]) === isBlank(field, other[0]) && contradict(field, kept, other)

/** The parts that come from the other record when a side is taken: all or none, or what is blank on the one that stays. */
export const takenFromOther = (field: MergeField, side: Side, kept: readonly Value[]): readonly boolean[] =>
  kept.map((value) => side === 'other' || (side === 'both' && isBlank(field, value)))

/** The one field where no side is usual: two NHS numbers are two people until somebody says which is right. */
export const MUST_BE_CHOSEN: MergeField = 'nhsNumber'
