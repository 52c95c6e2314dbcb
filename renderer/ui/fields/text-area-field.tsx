import { Textarea } from '@mantine/core'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { type FieldProps, fieldFrame } from './field-frame.tsx'
import { useCutShort } from './use-cut-short.ts'

type TextAreaFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly placeholder?: string
  readonly maxLength?: number
  readonly inputRef?: Ref<HTMLTextAreaElement>
  /** A dialog that it stands in begins here. */
  readonly first?: boolean
  readonly onSelect?: () => void
  readonly onLeave?: () => void
  /** A list of words that what is typed chooses from, while it is open. */
  readonly list?: { readonly id: string; readonly active: string | undefined } | undefined
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** Several lines of text. Grows no further than asked, so the buttons below it stay where they are. */
export const TextAreaField = (props: TextAreaFieldProps): ReactNode => {
  const { maxLength } = props
  const cutShort = useCutShort(maxLength)
  return (
    <Textarea
      {...fieldFrame({ ...props, error: props.error ?? cutShort.words })}
      value={props.value}
      onChange={(event) => {
        cutShort.onTyped(event)
        props.onChange(event.currentTarget.value)
      }}
      onPaste={cutShort.onPaste}
      rows={props.rows ?? 3}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
      {...(props.first === true ? { 'data-autofocus': true } : {})}
      {...(props.list === undefined
        ? {}
        : {
            'aria-autocomplete': 'list' as const,
            'aria-controls': props.list.id,
            'aria-activedescendant': props.list.active,
          })}
      {...(props.onSelect === undefined ? {} : { onSelect: props.onSelect })}
      {...(props.onLeave === undefined ? {} : { onBlur: props.onLeave })}
      {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
      autoComplete="off"
    />
  )
}
