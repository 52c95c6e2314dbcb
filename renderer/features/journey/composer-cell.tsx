import { type ReactNode, useId } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import classes from './composer.module.css'

type PickProps<Value extends string> = {
  readonly label: string
  readonly value: Value | null
  readonly placeholder: string
  readonly disabled: boolean
  readonly onChange: (value: Value) => void
  readonly children: ReactNode
  readonly before?: ReactNode
  readonly className?: string | undefined
}

/** A cell of the preview that is a real list to choose from. */
export const Pick = <Value extends string>(props: PickProps<Value>): ReactNode => {
  const id = useId()
  return (
    <div className={classNames(classes.cell, props.className)}>
      <label htmlFor={id}>{props.label}</label>
      <span className={classes.picked}>
        {props.before}
        <select
          id={id}
          value={props.value ?? ''}
          disabled={props.disabled}
          className={classNames(props.value === null && classes.blank)}
          onChange={(event) => props.onChange(event.currentTarget.value as Value)}
        >
          <option value="" disabled>
            {props.placeholder}
          </option>
          {props.children}
        </select>
      </span>
    </div>
  )
}

/** Choices of a list, as the browser wants them. */
export const options = (choices: readonly { readonly value: string; readonly label: string }[]): ReactNode =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))

type TextCellProps = {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly onChange: (text: string) => void
  /** Enter saves, as in the line. */
  readonly onEnter: () => void
}

/** A cell of the preview that is typed into. */
export const TextCell = ({ label, value, maxLength, onChange, onEnter }: TextCellProps): ReactNode => {
  const id = useId()
  return (
    <div className={classNames(classes.cell, classes.wide)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        className={classes.note}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onEnter()
        }}
      />
    </div>
  )
}
