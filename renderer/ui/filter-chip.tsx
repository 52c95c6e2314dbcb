import { IconX } from '@tabler/icons-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './filter-chip.module.css'
import { Icon, type IconGlyph } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

type FilterChipProps = {
  /** The filter in words: "Last 24 months". */
  readonly children: string
  /** Opens what the filter can be changed to. */
  readonly onOpen?: () => void
  /** Takes the filter off. */
  readonly onRemove?: () => void
}

/** A filter that is on. The words change it, the cross takes it off; both are buttons of their own. */
export const FilterChip = ({ children, onOpen, onRemove }: FilterChipProps): ReactNode => (
  <span className={classNames(classes.chip, classes.on)}>
    {onOpen === undefined ? (
      <span className={classes.words}>{children}</span>
    ) : (
      <button type="button" className={classes.words} onClick={onOpen}>
        {children}
      </button>
    )}
    {onRemove !== undefined && (
      <button type="button" className={classes.remove} onClick={onRemove} aria-label={`Remove filter: ${children}`}>
        <Icon of={IconX} size={16} />
      </button>
    )}
  </span>
)

type ChipButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  readonly icon?: IconGlyph
  readonly keys?: string
  /** Dashed, for the one that adds a filter. */
  readonly adds?: boolean
  readonly on?: boolean
  readonly children: ReactNode
}

/** A chip that opens something: "Add filter", "As at: today". Takes a ref, so it can anchor a popover. */
export const ChipButton = ({ icon, keys, adds, on, className, children, ...rest }: ChipButtonProps): ReactNode => (
  <button
    type="button"
    aria-keyshortcuts={keys}
    {...rest}
    className={classNames(classes.chip, classes.press, adds && classes.adds, on && classes.on, className)}
  >
    {icon && <Icon of={icon} size={16} />}
    {children}
    {keys !== undefined && <KeyHint keys={keys} />}
  </button>
)
