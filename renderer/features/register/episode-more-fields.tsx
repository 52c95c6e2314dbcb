import type { ReactNode } from 'react'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import {
  BASES_OF_DIAGNOSIS,
  BEHAVIOURS,
  FOLLOW_UP_STRATA,
  GRADES,
  LATERALITIES,
  NURSE_SPECIALIST_TOLD,
  PERFORMANCE_STATUSES,
  STAGE_EDITIONS,
  TREATMENT_INTENTS,
} from '#shared/domain/diagnosis-details.ts'
import type { CodedLabel } from '#shared/domain/people.ts'
import { onQofRegister } from '#shared/domain/qof-register.ts'
import { stageInFull } from '#shared/domain/tnm.ts'
import type { EpisodeFields } from '#shared/features/register/schema.ts'
import type { EpisodeDraft } from './episode-draft.ts'
import {
  EPISODE_LABELS,
  EPISODE_SECTIONS,
  type EpisodeLabelled,
  type EpisodePart,
  filledIn,
  hasFaultIn,
} from './episode-sections.ts'
import { fieldId, type Faults } from './form-faults.ts'
import { FormSection } from './form-section.tsx'
import classes from './form.module.css'

type MoreProps = {
  readonly draft: EpisodeDraft
  readonly onChange: (change: Partial<EpisodeDraft>) => void
  readonly faults: Faults
  /** The diagnosis as it can be read so far. */
  readonly fields: EpisodeFields
}

type FieldsOf<Value> = {
  [Field in EpisodeLabelled]: EpisodeDraft[Field] extends Value ? Field : never
}[EpisodeLabelled]

const fieldOf = (name: EpisodeLabelled, faults: Faults) => ({
  id: fieldId(`episode.${name}`),
  label: EPISODE_LABELS[`episode.${name}`],
  error: faults[`episode.${name}`],
})

const textOf = ({ draft, onChange, faults }: MoreProps, name: FieldsOf<string>) => ({
  ...fieldOf(name, faults),
  optional: true,
  value: draft[name],
  onChange: (value: string): void => onChange({ [name]: value }),
})

const choiceOf = (
  { draft, onChange, faults }: MoreProps,
  name: Exclude<FieldsOf<string | null>, FieldsOf<string>>,
  list: readonly CodedLabel[],
) => ({
  ...fieldOf(name, faults),
  optional: true,
  clearable: true,
  placeholder: 'Not recorded',
  options: list.map(({ code, label }) => ({ value: code, label })),
  value: draft[name] as string | null,
  onChange: (value: string | null): void => onChange({ [name]: value }),
})

const TumourFields = (props: MoreProps): ReactNode => (
  <>
    <SelectField {...choiceOf(props, 'laterality', LATERALITIES)} />
    <SelectField {...choiceOf(props, 'behaviour', BEHAVIOURS)} />
    <SelectField {...choiceOf(props, 'basis', BASES_OF_DIAGNOSIS)} />
    <SelectField {...choiceOf(props, 'grade', GRADES)} />
  </>
)

const StageFields = (props: MoreProps): ReactNode => {
  const whole = stageInFull(props.fields)
  return (
    <>
      <div className={classes.categories}>
        <TextField {...textOf(props, 'tCategory')} hint="T2, Tis" characters={6} />
        <TextField {...textOf(props, 'nCategory')} hint="N1" characters={6} />
        <TextField {...textOf(props, 'mCategory')} hint="M0" characters={6} />
      </div>
      <p className={classes.echo} role="status">
        {whole === null ? 'Nothing is recorded of how far it had grown.' : `Shown as: ${whole}`}
      </p>
      <SelectField {...choiceOf(props, 'stageEdition', STAGE_EDITIONS)} />
      <TextField {...textOf(props, 'stageVersion')} hint="Such as 8" characters={6} />
    </>
  )
}

const CareFields = (props: MoreProps): ReactNode => (
  <>
    <SelectField {...choiceOf(props, 'performanceStatus', PERFORMANCE_STATUSES)} hint="As the hospital recorded it" />
    <SelectField {...choiceOf(props, 'intent', TREATMENT_INTENTS)} />
    <TextField {...textOf(props, 'consultant')} />
    <SelectField {...choiceOf(props, 'followUp', FOLLOW_UP_STRATA)} />
    <TextField {...textOf(props, 'nurseSpecialist')} hint="The name to ask for" />
    <TextField {...textOf(props, 'nurseSpecialistPhone')} />
    <SelectField
      {...choiceOf(props, 'nurseSpecialistTold', NURSE_SPECIALIST_TOLD)}
      hint="Was a nurse specialist there, or told?"
    />
  </>
)

const CHOICES = { rule: null, on: true, off: false } as const

const choiceNow = (chosen: boolean | null): keyof typeof CHOICES => {
  if (chosen === null) return 'rule'
  return chosen ? 'on' : 'off'
}

const RegisterFields = (props: MoreProps): ReactNode => {
  const { draft, onChange, faults, fields } = props
  const qof = onQofRegister(fields)
  return (
    <div className={classes.stacked}>
      <RadioField
        {...fieldOf('onPracticeRegister', faults)}
        layout="column"
        hint="The QOF rule is worked out and stays as it is. The practice may keep more people, or fewer, and says why."
        options={[
          {
            value: 'rule',
            label: `Follow the QOF rule: ${qof.onRegister ? 'on the register' : 'not on the register'}`,
          },
          { value: 'on', label: 'Keep on the practice’s register' },
          { value: 'off', label: 'Leave off the practice’s register' },
        ]}
        value={choiceNow(draft.onPracticeRegister)}
        onChange={(choice) => onChange({ onPracticeRegister: CHOICES[choice] })}
      />
      {draft.onPracticeRegister !== null && (
        <TextField
          {...textOf(props, 'practiceRegisterReason')}
          optional={false}
          hint="In a few words. It is shown beside the choice."
        />
      )}
    </div>
  )
}

const FIELDS_OF: Readonly<Record<EpisodePart, (props: MoreProps) => ReactNode>> = {
  tumour: TumourFields,
  stage: StageFields,
  care: CareFields,
  register: RegisterFields,
}

/** Everything else that is kept of a diagnosis. Parts that hold something are open from the start. */
export const EpisodeSections = (props: MoreProps): ReactNode =>
  EPISODE_SECTIONS.map((section) => {
    const filled = filledIn(section, props.draft)
    const Fields = FIELDS_OF[section.part]
    return (
      <FormSection
        key={section.part}
        title={section.title}
        filled={filled}
        of={section.fields.length}
        startsOpen={filled > 0}
        hasFault={hasFaultIn(section, props.faults)}
      >
        <Fields {...props} />
      </FormSection>
    )
  })
