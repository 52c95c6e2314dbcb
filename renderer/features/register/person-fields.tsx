import type { ReactNode } from 'react'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { NhsNumberField } from '#renderer/ui/fields/nhs-number-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import type { CodedLabel, SexCode } from '#shared/domain/people.ts'
import { fieldId, type Faults } from './form-faults.ts'
import classes from './form.module.css'
import type { PersonDraft } from './person-draft.ts'
import { PERSON_LABELS, type PersonLabelled } from './person-sections.ts'

const SEXES: readonly { readonly value: SexCode; readonly label: string }[] = [
  { value: '2', label: 'Female' },
  { value: '1', label: 'Male' },
  { value: '9', label: 'Indeterminate' },
  { value: 'X', label: 'Not known' },
]

export type PersonFieldsProps = {
  readonly draft: PersonDraft
  readonly onChange: (change: Partial<PersonDraft>) => void
  readonly faults: Faults
}

type FieldsOf<Value> = {
  [Field in PersonLabelled]: PersonDraft[Field] extends Value ? Field : never
}[PersonLabelled]

/** Id, label and fault of one field of the form. */
export const personField = (name: PersonLabelled, faults: Faults) => ({
  id: fieldId(`person.${name}`),
  label: PERSON_LABELS[`person.${name}`],
  error: faults[`person.${name}`],
})

/** Everything that a box of text needs for one field. */
export const textOf = ({ draft, onChange, faults }: PersonFieldsProps, name: FieldsOf<string>) => ({
  ...personField(name, faults),
  optional: true,
  value: draft[name],
  onChange: (value: string): void => onChange({ [name]: value }),
})

type ChosenField = Exclude<FieldsOf<string | null>, FieldsOf<string>>

/** Everything that a list of choices needs for one field. It can be taken back to nothing. */
export const choiceOf = (
  { draft, onChange, faults }: PersonFieldsProps,
  name: ChosenField,
  list: readonly CodedLabel[],
) => ({
  ...personField(name, faults),
  optional: true,
  clearable: true,
  placeholder: 'Not recorded',
  options: list.map(({ code, label }) => ({ value: code, label })),
  value: draft[name],
  onChange: (value: string | null): void => onChange({ [name]: value }),
})

/** Who this is: what tells this person from every other. */
export const IdentityFields = (props: PersonFieldsProps): ReactNode => {
  const { draft, onChange, faults } = props
  return (
    <div className={classes.grid}>
      <TextField
        {...personField('surname', faults)}
        value={draft.surname}
        onChange={(surname) => onChange({ surname })}
      />
      <TextField
        {...personField('givenName', faults)}
        value={draft.givenName}
        onChange={(givenName) => onChange({ givenName })}
      />
      <NhsNumberField
        {...personField('nhsNumber', faults)}
        hint="10 digits, as on any letter"
        value={draft.nhsNumber}
        onChange={(nhsNumber) => onChange({ nhsNumber })}
      />
      <TextField {...textOf(props, 'localId')} hint="Stands in for a missing name or number" />
      <DateField
        {...personField('birthDate', faults)}
        exact
        value={draft.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
      />
      <RadioField
        {...personField('sex', faults)}
        options={SEXES}
        value={draft.sex}
        onChange={(sex) => onChange({ sex })}
      />
    </div>
  )
}
