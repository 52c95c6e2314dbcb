import { Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldProps, fieldFrame } from './field-frame.tsx'

type TextAreaFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly placeholder?: string
  readonly maxLength?: number
}

/** Several lines of text. Grows no further than asked, so the buttons below it stay where they are. */
export const TextAreaField = (props: TextAreaFieldProps): ReactNode => (
  <Textarea
    {...fieldFrame(props)}
    value={props.value}
    onChange={(event) => props.onChange(event.currentTarget.value)}
    rows={props.rows ?? 3}
    {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
    {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    autoComplete="off"
  />
)
