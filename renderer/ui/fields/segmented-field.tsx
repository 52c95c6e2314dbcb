import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import classes from './field.module.css'

type SegmentedFieldProps<Value extends string> = {
  /** Read out as the name of the group; print it beside the control yourself. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  /** null: none of them yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

/** Two to four short choices that change what is shown, side by side. */
export const SegmentedField = <Value extends string>(props: SegmentedFieldProps<Value>): ReactNode => (
  <SegmentedControl
    aria-label={props.label}
    data={props.options.map(({ value, label }) => ({ value: value as string, label }))}
    value={props.value ?? ''}
    onChange={(next) => {
      const chosen = props.options.find((option) => option.value === next)
      if (chosen !== undefined) props.onChange(chosen.value)
    }}
    withItemsBorders={false}
    transitionDuration={120}
    classNames={{
      root: classNames(classes.segments),
      label: classNames(classes.segment),
      indicator: classNames(classes.segmentMark),
      control: classNames(classes.segmentControl),
    }}
  />
)
