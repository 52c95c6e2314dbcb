import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { NhsNumberField } from '#renderer/ui/fields/nhs-number-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { SexCode } from '#shared/domain/people.ts'
import { fieldId, type Faults } from './form-faults.ts'
import classes from './form.module.css'
import type { PersonDraft } from './person-draft.ts'

/** Every field of a person that can be at fault, with its label, in the order of the page. */
export const PERSON_LABELS = {
  'person.surname': 'Surname',
  'person.givenName': 'First name',
  'person.title': 'Title',
  'person.nhsNumber': 'NHS number',
  'person.localId': 'Local number',
  'person.birthDate': 'Date of birth',
  'person.sex': 'Sex',
  'person.postcode': 'Postcode',
  'person.usualGp': 'Usual GP',
  'person.namedLeadId': 'Named lead',
  'person.deathDate': 'Date of death',
} as const

const SEXES: readonly { readonly value: SexCode; readonly label: string }[] = [
  { value: '2', label: 'Female' },
  { value: '1', label: 'Male' },
  { value: '9', label: 'Indeterminate' },
  { value: 'X', label: 'Not known' },
]

type PersonFieldsProps = {
  readonly draft: PersonDraft
  readonly onChange: (change: Partial<PersonDraft>) => void
  readonly faults: Faults
}

const at = (name: keyof PersonDraft, faults: Faults) => {
  const field = `person.${name}`
  return { id: fieldId(field), error: faults[field] }
}

/** Who this is: what tells this person from every other. */
export const IdentityFields = ({ draft, onChange, faults }: PersonFieldsProps): ReactNode => (
  <div className={classes.grid}>
    <TextField
      {...at('surname', faults)}
      label="Surname"
      value={draft.surname}
      onChange={(surname) => onChange({ surname })}
    />
    <TextField
      {...at('givenName', faults)}
      label="First name"
      value={draft.givenName}
      onChange={(givenName) => onChange({ givenName })}
    />
    <NhsNumberField
      {...at('nhsNumber', faults)}
      hint="10 digits, as on any letter"
      value={draft.nhsNumber}
      onChange={(nhsNumber) => onChange({ nhsNumber })}
    />
    <RadioField
      {...at('sex', faults)}
      label="Sex"
      options={SEXES}
      value={draft.sex}
      onChange={(sex) => onChange({ sex })}
    />
    <DateField
      {...at('birthDate', faults)}
      label="Date of birth"
      exact
      value={draft.birthDate}
      onChange={(birthDate) => onChange({ birthDate })}
    />
    <TextField
      {...at('title', faults)}
      label="Title"
      optional
      hint="Such as Mrs or Dr"
      characters={10}
      value={draft.title}
      onChange={(title) => onChange({ title })}
    />
  </div>
)

const NamedLeadField = ({ draft, onChange, faults }: PersonFieldsProps): ReactNode => {
  const users = useCoreQuery('access', 'users', {})
  return (
    <SelectField
      {...at('namedLeadId', faults)}
      label="Named lead"
      optional
      clearable
      placeholder="Nobody yet"
      options={(users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.namedLeadId}
      onChange={(namedLeadId) => onChange({ namedLeadId })}
    />
  )
}

/** The rest that the practice keeps about them. */
export const PracticeFields = ({ draft, onChange, faults }: PersonFieldsProps): ReactNode => (
  <div className={classes.grid}>
    <TextField
      {...at('localId', faults)}
      label="Local number"
      optional
      hint="From your GP system, where there is no NHS number"
      value={draft.localId}
      onChange={(localId) => onChange({ localId })}
    />
    <TextField
      {...at('postcode', faults)}
      label="Postcode"
      optional
      hint="The first half is enough"
      characters={10}
      value={draft.postcode}
      onChange={(postcode) => onChange({ postcode })}
    />
    <TextField
      {...at('usualGp', faults)}
      label="Usual GP"
      optional
      value={draft.usualGp}
      onChange={(usualGp) => onChange({ usualGp })}
    />
    <NamedLeadField draft={draft} onChange={onChange} faults={faults} />
    <DateField
      {...at('deathDate', faults)}
      label="Date of death"
      optional
      hint="Leave day or month blank if you do not know it"
      value={draft.deathDate}
      onChange={(deathDate) => onChange({ deathDate })}
    />
    <CheckboxField
      label="Leave out of onward sharing"
      hint="Counted in the practice’s own figures, left out of anything about named people that leaves it"
      checked={draft.leaveOutOfSharing}
      onChange={(leaveOutOfSharing) => onChange({ leaveOutOfSharing })}
    />
  </div>
)
