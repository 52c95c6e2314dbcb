import { type ReactNode, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { DEPRIVATION_INDICES, DEPRIVATION_QUINTILES } from '#shared/domain/deprivation.ts'
import {
  CONTACT_PREFERENCES,
  DEATH_PLACES,
  ETHNIC_CATEGORIES,
  GENDERS,
  NHS_NUMBER_STATUSES,
} from '#shared/domain/people.ts'
import { onlyTheArea } from '#shared/domain/postcode.ts'
import { FormSection } from './form-section.tsx'
import classes from './form.module.css'
import { choiceOf, personField, type PersonFieldsProps, textOf } from './person-fields.tsx'
import { filledIn, hasFaultIn, PERSON_SECTIONS, type PersonPart } from './person-sections.ts'

const INTERPRETER = [
  { value: 'yes', label: 'Needed' },
  { value: 'no', label: 'Not needed' },
  { value: 'blank', label: 'Not asked' },
] as const
const ANSWERS = { yes: true, no: false, blank: null } as const

const answerOf = (needed: boolean | null): keyof typeof ANSWERS => {
  if (needed === null) return 'blank'
  return needed ? 'yes' : 'no'
}

const MoreFields = (props: PersonFieldsProps): ReactNode => (
  <>
    <TextField {...textOf(props, 'title')} hint="Such as Mrs or Dr" characters={10} />
    <TextField {...textOf(props, 'knownAs')} hint="What they like to be called" />
    <TextField {...textOf(props, 'previousSurname')} hint="Letters may still carry it" />
    <SelectField {...choiceOf(props, 'nhsNumberStatus', NHS_NUMBER_STATUSES)} />
    <SelectField {...choiceOf(props, 'gender', GENDERS)} hint="As they say themselves, apart from sex" />
    <SelectField {...choiceOf(props, 'ethnicity', ETHNIC_CATEGORIES)} searchable />
    <TextField {...textOf(props, 'language')} hint="The one they speak best" />
    <RadioField
      {...personField('interpreterNeeded', props.faults)}
      options={INTERPRETER}
      value={answerOf(props.draft.interpreterNeeded)}
      onChange={(answer) => props.onChange({ interpreterNeeded: ANSWERS[answer] })}
    />
    <div className={classes.whole}>
      <TextAreaField {...textOf(props, 'communicationNeeds')} rows={2} hint="Such as large print, or a hearing loop" />
    </div>
  </>
)

type Kept = { readonly address: string; readonly postcode: string }

/** Drops the address and the second half of the postcode from the form, saying so before, and gives them back. */
const OnlyTheArea = ({ draft, onChange }: PersonFieldsProps): ReactNode => {
  const [dropped, setDropped] = useState<Kept>()
  const after = onlyTheArea({ address: draft.address, postcode: draft.postcode })
  const area = after.postcode ?? ''
  const hasMore = draft.address.trim() !== '' || draft.postcode.trim() !== area
  if (!hasMore && dropped === undefined) return null
  if (!hasMore && dropped !== undefined) {
    return (
      <div className={classes.whole} role="status">
        <p className={classes.words}>
          {area === '' ? 'No postcode was there to keep' : `Only ${area} is kept`}, once you save.
        </p>
        <Button
          onClick={() => {
            onChange(dropped)
            setDropped(undefined)
          }}
        >
          Put the address back
        </Button>
      </div>
    )
  }
  return (
    <div className={classes.whole}>
      <p className={classes.words}>
        {area === ''
          ? 'Drops the address. There is no postcode to keep.'
          : `Drops the address and keeps only ${area} of the postcode. Reports need no more, and a deprivation fifth that is set stays.`}
      </p>
      <Button
        onClick={() => {
          setDropped({ address: draft.address, postcode: draft.postcode })
          onChange({ address: '', postcode: area })
        }}
      >
        Keep only the area
      </Button>
    </div>
  )
}

const ContactFields = (props: PersonFieldsProps): ReactNode => (
  <>
    <TextAreaField {...textOf(props, 'address')} rows={3} />
    <TextField {...textOf(props, 'postcode')} hint="The first half is enough" characters={10} />
    <OnlyTheArea {...props} />
    <TextField {...textOf(props, 'phoneMobile')} />
    <TextField {...textOf(props, 'phoneHome')} />
    <TextField {...textOf(props, 'email')} />
    <SelectField {...choiceOf(props, 'contactPreference', CONTACT_PREFERENCES)} />
    <div className={classes.whole}>
      <TextAreaField {...textOf(props, 'contactNote')} rows={2} hint="Such as not before ten, or leave no message" />
    </div>
  </>
)

const DeprivationFields = (props: PersonFieldsProps): ReactNode => {
  const { draft, onChange, faults } = props
  const known = DEPRIVATION_INDICES.some(({ code }) => code === draft.deprivationIndex)
  const own =
    draft.deprivationIndex === null || known ? [] : [{ code: draft.deprivationIndex, label: draft.deprivationIndex }]
  return (
    <>
      <SelectField
        {...personField('deprivationQuintile', faults)}
        optional
        clearable
        hint="1 is the most deprived fifth of the country"
        placeholder="Not recorded"
        options={DEPRIVATION_QUINTILES.map(({ code, label }) => ({ value: code as string, label: label as string }))}
        value={draft.deprivationQuintile === null ? null : String(draft.deprivationQuintile)}
        onChange={(fifth) => onChange({ deprivationQuintile: fifth === null ? null : Number(fifth) })}
      />
      <SelectField
        {...choiceOf(props, 'deprivationIndex', [...DEPRIVATION_INDICES, ...own])}
        hint="Fifths of different indices cannot be compared"
      />
      <TextField {...textOf(props, 'deprivationVersion')} hint="Such as 2025" characters={8} />
    </>
  )
}

const NamedLeadField = ({ draft, onChange, faults }: PersonFieldsProps): ReactNode => {
  const users = useCoreQuery('access', 'users', {})
  return (
    <SelectField
      {...personField('namedLeadId', faults)}
      optional
      clearable
      placeholder="Nobody yet"
      options={(users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.namedLeadId}
      onChange={(namedLeadId) => onChange({ namedLeadId })}
    />
  )
}

const PracticeFields = (props: PersonFieldsProps): ReactNode => (
  <>
    <TextField {...textOf(props, 'usualGp')} />
    <NamedLeadField {...props} />
    <div className={classes.whole}>
      <CheckboxField
        {...personField('leaveOutOfSharing', props.faults)}
        hint="Counted in the practice’s own figures, left out of anything about named people that leaves it"
        checked={props.draft.leaveOutOfSharing}
        onChange={(leaveOutOfSharing) => props.onChange({ leaveOutOfSharing })}
      />
    </div>
  </>
)

const CarerFields = (props: PersonFieldsProps): ReactNode => (
  <>
    <TextField {...textOf(props, 'carerName')} />
    <TextField {...textOf(props, 'carerRelationship')} hint="Such as daughter or neighbour" />
    <TextField {...textOf(props, 'carerPhone')} />
  </>
)

const DeathFields = (props: PersonFieldsProps): ReactNode => (
  <>
    <DateField
      {...personField('deathDate', props.faults)}
      optional
      hint="Leave day or month blank if you do not know it"
      value={props.draft.deathDate}
      onChange={(deathDate) => props.onChange({ deathDate })}
    />
    <SelectField {...choiceOf(props, 'deathPlace', DEATH_PLACES)} />
  </>
)

const FIELDS_OF: Readonly<Record<PersonPart, (props: PersonFieldsProps) => ReactNode>> = {
  more: MoreFields,
  contact: ContactFields,
  deprivation: DeprivationFields,
  practice: PracticeFields,
  carer: CarerFields,
  death: DeathFields,
}

type PersonSectionsProps = PersonFieldsProps & {
  /** The parts that hold something are open from the start. */
  readonly opensFilled: boolean
  /** The part that was asked for. */
  readonly part: string | null
}

/** Everything else that is kept of a person, in parts that are folded away until they are wanted. */
export const PersonSections = ({ opensFilled, part, ...fields }: PersonSectionsProps): ReactNode =>
  PERSON_SECTIONS.map((section) => {
    const filled = filledIn(section, fields.draft)
    const Fields = FIELDS_OF[section.part]
    return (
      <FormSection
        key={section.part}
        title={section.title}
        filled={filled}
        of={section.fields.length}
        startsOpen={section.part === part || (opensFilled && filled > 0)}
        takesFocus={section.part === part}
        hasFault={hasFaultIn(section, fields.faults)}
      >
        <Fields {...fields} />
      </FormSection>
    )
  })
