import { TextInput } from '@mantine/core'
import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, ReactNode, Ref } from 'react'
import { type FieldProps, fieldFrame } from './field-frame.tsx'
import { useCutShort } from './use-cut-short.ts'

type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
  readonly placeholder?: string
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'search'
  readonly maxLength?: number
  /** Width of the box in characters, when its content has a known length. */
  readonly characters?: number
  readonly large?: boolean
  /** Fixed pitch, for a recovery key. */
  readonly fixedPitch?: boolean
  readonly spellCheck?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  /** A dialog that it stands in begins here. */
  readonly first?: boolean
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** One line of text. */
export const TextField = (props: TextFieldProps): ReactNode => {
  const { value, onChange, onLeave, placeholder, maxLength, characters, fixedPitch = false } = props
  const cutShort = useCutShort(maxLength)
  return (
    <TextInput
      {...fieldFrame({ ...props, error: props.error ?? cutShort.words }, { large: props.large ?? false })}
      ref={props.inputRef ?? null}
      value={value}
      onChange={(event) => {
        cutShort.onTyped(event)
        onChange(event.currentTarget.value)
      }}
      onPaste={cutShort.onPaste}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(props.first === true ? { 'data-autofocus': true } : {})}
      {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode ?? 'text'}
      spellCheck={props.spellCheck ?? false}
      styles={{
        wrapper: characters === undefined ? {} : { maxWidth: `calc(${characters}ch + 2.5rem)` },
        input: fixedPitch ? { fontFamily: 'var(--font-mono)', letterSpacing: '.08em' } : {},
      }}
    />
  )
}
