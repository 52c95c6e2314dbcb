import { Textarea } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { type FieldProps, fieldFrame } from './field-frame.tsx'

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

/** Whether a paste holds more than there is room for: the browser drops the rest of it without a word. */
const isCutShort = (
  { currentTarget: box, clipboardData }: ClipboardEvent<HTMLTextAreaElement>,
  most: number,
): boolean =>
  box.value.length - (box.selectionEnd - box.selectionStart) + clipboardData.getData('text/plain').length > most

/** Several lines of text. Grows no further than asked, so the buttons below it stay where they are. */
export const TextAreaField = (props: TextAreaFieldProps): ReactNode => {
  const { maxLength } = props
  const [cutShort, setCutShort] = useState(false)
  const cutWords =
    cutShort && maxLength !== undefined
      ? `Only ${maxLength.toLocaleString('en-GB')} characters fit: the end of what you pasted was left out`
      : undefined
  return (
    <Textarea
      {...fieldFrame({ ...props, error: props.error ?? cutWords })}
      value={props.value}
      onChange={(event) => {
        if (!('inputType' in event.nativeEvent) || event.nativeEvent.inputType !== 'insertFromPaste') setCutShort(false)
        props.onChange(event.currentTarget.value)
      }}
      onPaste={(event) => setCutShort(maxLength !== undefined && isCutShort(event, maxLength))}
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
