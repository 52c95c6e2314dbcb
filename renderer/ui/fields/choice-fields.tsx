import { Checkbox, Radio, Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { FieldError, type FieldProps, FieldLabel, fieldOrder } from './field-frame.tsx'
import classes from './field.module.css'

type RadioChoice<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly hint?: string
  readonly disabled?: boolean
}

type RadioFieldProps<Value extends string> = FieldProps & {
  readonly options: readonly RadioChoice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `cards` when each choice needs a line of explanation. */
  readonly layout?: 'row' | 'column' | 'cards'
}

const inlineClasses = {
  body: classNames(classes.choiceBody),
  label: classNames(classes.choiceLabel),
  description: classNames(classes.choiceHint),
}

const RadioCard = ({ value, label, hint, disabled }: RadioChoice<string>): ReactNode => (
  <Radio.Card value={value} disabled={disabled ?? false} className={classNames(classes.card)}>
    <Radio.Indicator
      className={classNames(classes.radioIndicator, classes.radioInput)}
      classNames={{ icon: classNames(classes.radioDot) }}
    />
    <span className={classes.cardWords}>
      <b>{label}</b>
      {hint !== undefined && <span>{hint}</span>}
    </span>
  </Radio.Card>
)

const RadioLine = ({ value, label, hint, disabled, id }: RadioChoice<string> & { readonly id?: string }): ReactNode => (
  <Radio
    {...(id === undefined ? {} : { id })}
    value={value}
    label={label}
    description={hint}
    disabled={disabled ?? false}
    className={classNames(classes.box)}
    classNames={{ ...inlineClasses, radio: classNames(classes.radioInput), icon: classNames(classes.radioDot) }}
  />
)

/** One choice of a few, all of them in view. Its id is on the first choice, so an error summary can focus it. */
export const RadioField = <Value extends string>(props: RadioFieldProps<Value>): ReactNode => {
  const { options, value, onChange, layout = 'row', error } = props
  return (
    <Radio.Group
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen !== undefined) onChange(chosen.value)
      }}
      label={<FieldLabel label={props.label} optional={props.optional ?? false} />}
      description={props.hint}
      error={error === undefined ? undefined : <FieldError>{error}</FieldError>}
      errorProps={{ component: 'div' }}
      descriptionProps={{ component: 'div' }}
      inputWrapperOrder={fieldOrder}
      className={classNames(classes.field, error !== undefined && classes.withError)}
      classNames={{
        label: classNames(classes.label),
        description: classNames(classes.hint),
        error: classNames(classes.error),
      }}
    >
      <div className={layout === 'row' ? classes.choices : classes.choicesColumn}>
        {options.map((option, index) =>
          layout === 'cards' ? (
            <RadioCard key={option.value} {...option} />
          ) : (
            <RadioLine
              key={option.value}
              {...option}
              {...(index === 0 && props.id !== undefined ? { id: props.id } : {})}
            />
          ),
        )}
      </div>
    </Radio.Group>
  )
}

type CheckboxFieldProps = FieldProps & {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Some of what it stands for is chosen. */
  readonly partly?: boolean
}

/** On or off, taking effect when the form is saved. For something that changes at once use `SwitchField`. */
export const CheckboxField = (props: CheckboxFieldProps): ReactNode => {
  const { id, label, hint, error, checked, partly = false } = props
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      label={<FieldLabel label={label} optional={props.optional ?? false} />}
      description={hint}
      error={error === undefined ? undefined : <FieldError>{error}</FieldError>}
      disabled={props.disabled ?? false}
      checked={checked}
      indeterminate={partly}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
      className={classNames(classes.box, error !== undefined && classes.boxError)}
      classNames={{ ...inlineClasses, input: classNames(classes.boxInput), error: classNames(classes.error) }}
    />
  )
}

type SwitchFieldProps = Omit<FieldProps, 'optional' | 'error'> & {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off, taking effect now. */
export const SwitchField = (props: SwitchFieldProps): ReactNode => (
  <Switch
    {...(props.id === undefined ? {} : { id: props.id })}
    label={props.label}
    description={props.hint}
    disabled={props.disabled ?? false}
    checked={props.checked}
    onChange={(event) => props.onChange(event.currentTarget.checked)}
    withThumbIndicator={false}
    classNames={{ ...inlineClasses, track: classNames(classes.switchTrack), thumb: classNames(classes.switchThumb) }}
  />
)
