import { IconSearch, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import classes from './search-field.module.css'

type SearchFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly keys?: string
  readonly inputRef?: Ref<HTMLInputElement>
  /** Down from the box goes to the list that it narrows. */
  readonly onArrowDown?: () => void
}

/** Narrows the list below it. Escape empties it first and only then does anything else. */
export const SearchField = (props: SearchFieldProps): ReactNode => {
  const { label, value, onChange, placeholder, keys, inputRef, onArrowDown } = props
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && value !== '') {
      event.preventDefault()
      event.stopPropagation()
      onChange('')
    } else if (event.key === 'ArrowDown' && onArrowDown !== undefined) {
      event.preventDefault()
      onArrowDown()
    }
  }
  return (
    <div className={classes.field} role="search" aria-label={label}>
      <Icon of={IconSearch} size={16} />
      <input
        ref={inputRef}
        type="text"
        inputMode="search"
        className={classes.input}
        aria-label={label}
        aria-keyshortcuts={keys}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      {value !== '' ? (
        <button type="button" className={classes.clear} aria-label="Clear the search" onClick={() => onChange('')}>
          <Icon of={IconX} size={16} />
        </button>
      ) : (
        keys !== undefined && <KeyHint keys={keys} />
      )}
    </div>
  )
}
