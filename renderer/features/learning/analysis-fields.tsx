import { type ReactNode, useId } from 'react'
import { TwoFields } from '#renderer/app/quick-form.tsx'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { AVOIDABLE, LEARNING_THEMES, type LearningTheme } from '#shared/features/learning/codes.ts'
import type { AnalysisForm } from './analysis-form.ts'
import { ANALYSIS_LABELS } from './analysis-labels.ts'
import type { KeptAnalysis } from './use-kept-analysis.ts'
import classes from './analysis.module.css'

type FieldsProps = {
  readonly autosave: KeptAnalysis
  /** It is closed, or this person may only look. */
  readonly disabled: boolean
}

type TextName = 'whatHappened' | 'wentWell' | 'couldBeBetter' | 'contributoryFactors' | 'learningPoints'

const MOST: Readonly<Record<TextName, number>> = {
  whatHappened: 4000,
  wentWell: 2000,
  couldBeBetter: 2000,
  contributoryFactors: 2000,
  learningPoints: 2000,
}

type TextProps = FieldsProps & { readonly name: TextName; readonly rows: number; readonly hint?: string }

const Text = ({ autosave, disabled, name, rows, hint }: TextProps): ReactNode => (
  <TextAreaField
    label={ANALYSIS_LABELS[name]}
    {...(hint === undefined ? {} : { hint })}
    error={autosave.faults[name]}
    rows={rows}
    maxLength={MOST[name]}
    disabled={disabled}
    value={autosave.form[name]}
    onChange={(typed) => autosave.change({ [name]: typed })}
  />
)

const toggled = (themes: AnalysisForm['themes'], code: LearningTheme, on: boolean): LearningTheme[] =>
  on ? [...themes, code] : themes.filter((one) => one !== code)

const Themes = ({ autosave, disabled }: FieldsProps): ReactNode => {
  const { themes } = autosave.form
  const faultId = useId()
  const fault = autosave.faults['themes']
  return (
    <fieldset className={classes.themes} aria-describedby={fault === undefined ? undefined : faultId}>
      <legend>{ANALYSIS_LABELS.themes}</legend>
      {fault !== undefined && (
        <p id={faultId} className={classes.fault}>
          {fault}
        </p>
      )}
      <div>
        {LEARNING_THEMES.map(({ code, label }) => (
          <CheckboxField
            key={code}
            label={label}
            disabled={disabled}
            checked={themes.includes(code)}
            onChange={(on) => autosave.change({ themes: toggled(themes, code, on) })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** The meeting, and what it said of what happened. */
export const StoryFields = (props: FieldsProps): ReactNode => {
  const { autosave, disabled } = props
  const { form, faults, change } = autosave
  return (
    <>
      <Panel title="The meeting">
        <TwoFields>
          <TextField
            label={ANALYSIS_LABELS.ledBy}
            error={faults['ledBy']}
            maxLength={80}
            disabled={disabled}
            value={form.ledBy}
            onChange={(ledBy) => change({ ledBy })}
          />
          <DateField
            label={ANALYSIS_LABELS.meetingDate}
            exact
            error={faults['meetingDate']}
            disabled={disabled}
            value={form.meetingDate}
            onChange={(meetingDate) => change({ meetingDate })}
          />
        </TwoFields>
        <TextField
          label={ANALYSIS_LABELS.tookPart}
          hint="By role: two GPs, practice nurse, receptionist"
          error={faults['tookPart']}
          maxLength={300}
          disabled={disabled}
          value={form.tookPart}
          onChange={(tookPart) => change({ tookPart })}
        />
      </Panel>
      <Panel title="What happened and why">
        <Text
          {...props}
          name="whatHappened"
          rows={8}
          hint="In order, from the first sign. Milestones can be put in from beside."
        />
        <Text {...props} name="wentWell" rows={3} />
        <Text {...props} name="couldBeBetter" rows={3} />
        <Themes {...props} />
        <Text
          {...props}
          name="contributoryFactors"
          rows={3}
          hint="What made it more likely: workload, systems, guidance"
        />
        <RadioField
          label={ANALYSIS_LABELS.avoidable}
          layout="row"
          disabled={disabled}
          options={AVOIDABLE.map(({ code, label }) => ({ value: code, label }))}
          value={form.avoidable}
          onChange={(avoidable) => change({ avoidable })}
        />
      </Panel>
    </>
  )
}

/** What was learnt, and when it is looked at again. */
export const LearningFields = (props: FieldsProps): ReactNode => (
  <Panel title="What was learnt">
    <Text {...props} name="learningPoints" rows={4} />
    <DateField
      label={ANALYSIS_LABELS.reviewDate}
      optional
      exact
      error={props.autosave.faults['reviewDate']}
      disabled={props.disabled}
      value={props.autosave.form.reviewDate}
      onChange={(reviewDate) => props.autosave.change({ reviewDate })}
    />
  </Panel>
)
