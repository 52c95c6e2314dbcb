import { isFilled } from './form-reading.ts'
import type { Faults } from './form-faults.ts'
import type { PersonDraft } from './person-draft.ts'

/** Every field of a person that can be at fault, with its label, in the order of the page. */
export const PERSON_LABELS = {
  'person.surname': 'Surname',
  'person.givenName': 'First name',
  'person.nhsNumber': 'NHS number',
  'person.localId': 'Local number',
  'person.birthDate': 'Date of birth',
  'person.sex': 'Sex',
  'person.title': 'Title',
  'person.knownAs': 'Known as',
  'person.previousSurname': 'Earlier family name',
  'person.nhsNumberStatus': 'National check of the number',
  'person.gender': 'Gender',
  'person.ethnicity': 'Ethnic category',
  'person.language': 'Language',
  'person.interpreterNeeded': 'Interpreter',
  'person.communicationNeeds': 'Communication needs',
  'person.address': 'Address',
  'person.postcode': 'Postcode',
  'person.phoneMobile': 'Mobile phone',
  'person.phoneHome': 'Home phone',
  'person.email': 'Email',
  'person.contactPreference': 'Prefers to be reached',
  'person.contactNote': 'Note on contact',
  'person.deprivationQuintile': 'Deprivation fifth',
  'person.deprivationIndex': 'From which index',
  'person.deprivationVersion': 'Year of the index',
  'person.usualGp': 'Usual GP',
  'person.namedLeadId': 'Named lead',
  'person.leaveOutOfSharing': 'Leave out of onward sharing',
  'person.carerName': 'Carer’s name',
  'person.carerRelationship': 'Who they are to this person',
  'person.carerPhone': 'Carer’s phone',
  'person.deathDate': 'Date of death',
  'person.deathPlace': 'Place of death',
} as const satisfies Partial<Record<`person.${keyof PersonDraft}`, string>>

export type PersonLabelled = keyof typeof PERSON_LABELS extends `person.${infer Field}` ? Field : never

/** The folded parts of the form, in the order of the page. */
export const PERSON_SECTIONS = [
  {
    part: 'more',
    title: 'More about them',
    fields: [
      'title',
      'knownAs',
      'previousSurname',
      'nhsNumberStatus',
      'gender',
      'ethnicity',
      'language',
      'interpreterNeeded',
      'communicationNeeds',
    ],
  },
  {
    part: 'contact',
    title: 'Address and contact',
    fields: ['address', 'postcode', 'phoneMobile', 'phoneHome', 'email', 'contactPreference', 'contactNote'],
  },
  {
    part: 'deprivation',
    title: 'Deprivation',
    fields: ['deprivationQuintile', 'deprivationIndex', 'deprivationVersion'],
  },
  { part: 'practice', title: 'At the practice', fields: ['usualGp', 'namedLeadId'] },
  { part: 'carer', title: 'Carer', fields: ['carerName', 'carerRelationship', 'carerPhone'] },
  { part: 'death', title: 'Death', fields: ['deathDate', 'deathPlace'] },
] as const satisfies readonly {
  readonly part: string
  readonly title: string
  readonly fields: readonly (keyof PersonDraft)[]
}[]
export type PersonSection = (typeof PERSON_SECTIONS)[number]
export type PersonPart = PersonSection['part']

/** How many fields of a part hold something. */
export const filledIn = ({ fields }: PersonSection, draft: PersonDraft): number =>
  fields.filter((field) => isFilled(draft[field])).length

/** Whether a field of a part is to be put right. */
export const hasFaultIn = ({ fields }: PersonSection, faults: Faults): boolean =>
  fields.some((field) => faults[`person.${field}`] !== undefined)
