import { Fieldset, TextInput } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { DateParts } from '#shared/domain/partial-date.ts'
import { formatPartialDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import { classNames } from '../class-names.ts'
import { DateCalendar } from './date-calendar.tsx'
import { FieldError, FieldLabel, type FieldProps } from './field-frame.tsx'
import classes from './field.module.css'

type DateFieldProps = FieldProps & {
  /** The three boxes as typed. Read them with `partialDateFromParts` on saving. */
  readonly value: DateParts
  readonly onChange: (value: DateParts) => void
  /** Whether a day or month may be blank; said in the hint by the caller, enforced on leaving. */
  readonly exact?: boolean
  /** ISO date that the calendar opens on while the boxes are empty. Without it there is no calendar button. */
  readonly calendarFrom?: string
}

type PartName = keyof DateParts

const parts: readonly { readonly name: PartName; readonly label: string; readonly size: string | undefined }[] = [
  { name: 'day', label: 'Day', size: classes.two },
  { name: 'month', label: 'Month', size: classes.two },
  { name: 'year', label: 'Year', size: classes.four },
]

/** What is wrong or vague about the boxes as left, in words. Blank says nothing: whether it may be is for the form. */
const readBoxes = (value: DateParts, exact: boolean): { readonly fault?: string; readonly echo?: string } => {
  const result = partialDateFromParts(value)
  if (!result.ok) return result.reason === 'blank' ? {} : { fault: result.message }
  if (result.value.precision === 'day') return {}
  if (exact) return { fault: 'Enter the day, month and year' }
  const unknown = result.value.precision === 'month' ? 'day not known' : 'day and month not known'
  return { echo: `Shown as ${formatPartialDate(result.value)}, ${unknown}` }
}

/**
 * A date as people know it: three boxes, of which day, or day and month, may be blank. Read day first, never guessed.
 * The check runs when the group is left, not while it is being typed.
 */
export const DateField = (props: DateFieldProps): ReactNode => {
  const { id, value, onChange, exact = false, disabled = false, calendarFrom } = props
  const ownId = useId()
  const firstId = id ?? ownId
  const [left, setLeft] = useState(true)
  const read = left ? readBoxes(value, exact) : {}
  const error = props.error ?? read.fault
  const notes = [
    props.hint !== undefined && `${firstId}-hint`,
    error !== undefined && `${firstId}-error`,
    read.echo !== undefined && `${firstId}-echo`,
  ]
  const describedBy = classNames(...notes)
  return (
    <Fieldset
      variant="unstyled"
      legend={<FieldLabel label={props.label} optional={props.optional ?? false} />}
      disabled={disabled}
      className={classNames(classes.field, classes.date, error !== undefined && classes.withError)}
      classNames={{ legend: classNames(classes.label, classes.legend) }}
      {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
      onFocus={() => setLeft(false)}
      onBlur={(event) => setLeft(!event.currentTarget.contains(event.relatedTarget))}
    >
      {props.hint !== undefined && (
        <div id={`${firstId}-hint`} className={classes.hint}>
          {props.hint}
        </div>
      )}
      {error !== undefined && (
        <div id={`${firstId}-error`} className={classes.error}>
          <FieldError>{error}</FieldError>
        </div>
      )}
      <div className={classes.dateParts}>
        {parts.map((part) => (
          <TextInput
            key={part.name}
            id={part.name === 'day' ? firstId : `${firstId}-${part.name}`}
            label={part.label}
            value={value[part.name]}
            onChange={(event) => onChange({ ...value, [part.name]: event.currentTarget.value })}
            error={error !== undefined}
            inputMode="numeric"
            autoComplete="off"
            className={classNames(classes.part, part.size)}
            classNames={{ label: classNames(classes.partLabel), input: classNames(classes.input) }}
          />
        ))}
        {calendarFrom !== undefined && !disabled && (
          <DateCalendar label={props.label} value={value} openOn={calendarFrom} onChoose={onChange} />
        )}
      </div>
      {read.echo !== undefined && (
        <div id={`${firstId}-echo`} className={classes.echo} role="status">
          {read.echo}
        </div>
      )}
    </Fieldset>
  )
}
