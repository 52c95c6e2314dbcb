import { Autocomplete } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FieldProps, fieldFrame } from './field-frame.tsx'
import { useCutShort } from './use-cut-short.ts'

type SuggestFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly suggestions: readonly string[]
  readonly maxLength?: number
}

/** One line of text with words to choose from; any other words will do. */
export const SuggestField = (props: SuggestFieldProps): ReactNode => {
  const cutShort = useCutShort(props.maxLength)
  return (
    <Autocomplete
      {...fieldFrame({ ...props, error: props.error ?? cutShort.words })}
      value={props.value}
      onChange={props.onChange}
      onInput={cutShort.onTyped}
      onPaste={cutShort.onPaste}
      data={[...props.suggestions]}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      // The list would lie over what stands below whenever a mistake sends somebody back here.
      openOnFocus={false}
      comboboxProps={{ zIndex: 'var(--z-toast)' }}
    />
  )
}
