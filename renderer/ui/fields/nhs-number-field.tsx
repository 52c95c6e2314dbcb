import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { formatNhsNumber, parseNhsNumber } from '#shared/domain/nhs-number.ts'
import { type FieldProps, fieldFrame } from './field-frame.tsx'

type NhsNumberFieldProps = Omit<FieldProps, 'label'> & {
  readonly label?: string
  /** As typed. Ten digits without spaces once it has been left and is right. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave?: () => void
}

/**
 * An NHS number, shown 3-3-4. The check digit is tried on leaving, never while typing. Not a mask: a mask would drop
 * what it does not like, and a number that a spreadsheet has mangled must be seen to be mended.
 */
export const NhsNumberField = (props: NhsNumberFieldProps): ReactNode => {
  const { value, onChange, onLeave, error } = props
  const [fault, setFault] = useState<string>()
  const shown = error ?? fault
  const leave = (): void => {
    const result = parseNhsNumber(value)
    setFault(result.ok || result.reason === 'blank' ? undefined : result.message)
    if (result.ok) onChange(result.nhsNumber)
    onLeave?.()
  }
  return (
    <TextInput
      {...fieldFrame({
        ...props,
        label: props.label ?? 'NHS number',
        ...(shown === undefined ? {} : { error: shown }),
      })}
      value={/^\d{10}$/.test(value) ? formatNhsNumber(value) : value}
      onChange={(event) => {
        setFault(undefined)
        onChange(event.currentTarget.value)
      }}
      onBlur={leave}
      autoComplete="off"
      inputMode="numeric"
      spellCheck={false}
      styles={{ wrapper: { maxWidth: '17rem' } }}
    />
  )
}
