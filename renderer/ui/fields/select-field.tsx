import { Select } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import { type FieldProps, fieldFrame } from './field-frame.tsx'
import classes from './field.module.css'

export type Choice<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly disabled?: boolean
}

export type ChoiceGroup<Value extends string = string> = {
  readonly group: string
  readonly items: readonly Choice<Value>[]
}

type SelectFieldProps<Value extends string> = FieldProps & {
  readonly options: readonly (Choice<Value> | ChoiceGroup<Value>)[]
  /** `null` while nothing is chosen. */
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  /** Lets people type to narrow a long list. */
  readonly searchable?: boolean
  /** Lets the choice be taken back. */
  readonly clearable?: boolean
  readonly placeholder?: string
  readonly nothingFound?: string
}

type KitOptions<Value extends string> = (Choice<Value> | { group: string; items: Choice<Value>[] })[]

const kitOptions = <Value extends string>(options: SelectFieldProps<Value>['options']): KitOptions<Value> =>
  options.map((option) => ('group' in option ? { group: option.group, items: [...option.items] } : option))

/**
 * Ctrl+Enter saves the form that the list stands in. The kit takes every Enter for opening the list and keeps it from
 * whatever listens for shortcuts, so the press goes on from beside the list, where the kit does not hear it.
 */
const passOnCtrlEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true'
  if (key !== 'Enter' || !(ctrlKey || metaKey) || isOpen) return
  event.stopPropagation()
  const press = { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true }
  const isTaken = event.currentTarget.parentElement?.dispatchEvent(new KeyboardEvent('keydown', press)) === false
  if (isTaken) event.preventDefault()
}

/** What is chosen stands in the box as words: they give way to what is typed, which would be looked for behind them. */
const offerChosen = ({ currentTarget: box }: SyntheticEvent<HTMLInputElement>, chosen: string | undefined): void => {
  if (box.value === chosen) box.select()
}

/** Enter is for the open list; where no line of it is meant yet the form around must not be sent. */
const keepEnter = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.preventDefault()
}

/** One choice from a list that is too long for radio buttons. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>): ReactNode => {
  const frame = fieldFrame(props)
  const chosen = props.options
    .flatMap((option): readonly Choice<Value>[] => ('group' in option ? option.items : [option]))
    .find(({ value }) => value === props.value)?.label
  return (
    <Select<Value>
      {...frame}
      data={kitOptions(props.options)}
      onKeyDownCapture={passOnCtrlEnter}
      value={props.value}
      onChange={(value) => props.onChange(value)}
      searchable={props.searchable ?? false}
      {...(props.searchable === true
        ? {
            onFocus: (event) => offerChosen(event, chosen),
            onClick: (event) => offerChosen(event, chosen),
            onKeyDown: keepEnter,
          }
        : {})}
      clearable={props.clearable ?? false}
      clearButtonProps={{ 'aria-label': `Clear ${props.label.toLowerCase()}` }}
      allowDeselect={false}
      checkIconPosition="right"
      placeholder={props.placeholder ?? 'Choose one'}
      nothingFoundMessage={props.nothingFound ?? 'Nothing in the list matches. Try fewer letters.'}
      withScrollArea={false}
      autoComplete="off"
      rightSection={<Icon of={IconChevronDown} size={16} />}
      rightSectionPointerEvents="none"
      comboboxProps={{ zIndex: 'var(--z-toast)', offset: 4 }}
      classNames={{
        ...frame.classNames,
        section: classNames(classes.chevron),
        dropdown: classNames(classes.dropdown),
        options: classNames(classes.options),
        option: classNames(classes.option),
        groupLabel: classNames(classes.groupLabel),
        empty: classNames(classes.empty),
      }}
    />
  )
}
