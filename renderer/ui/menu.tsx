import { Menu as KitMenu } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconGlyph } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import classes from './menu.module.css'
import { useOverlay } from './overlay-stack.ts'

export type MenuItem = {
  readonly label: string
  readonly onChoose: () => void
  readonly icon?: IconGlyph
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  /** Draws a line above it. */
  readonly startsGroup?: boolean
}

type MenuProps = {
  /** One button that takes a ref. */
  readonly anchor: ReactNode
  readonly items: readonly MenuItem[]
}

/** A short list of things to do, opened from a button. Arrow keys move, Escape closes. */
export const Menu = ({ anchor, items }: MenuProps): ReactNode => {
  const [open, setOpen] = useState(false)
  useOverlay(open)
  return (
    <KitMenu
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      offset={4}
      zIndex="var(--z-dropdown)"
      withInitialFocusPlaceholder={false}
    >
      <KitMenu.Target>{anchor}</KitMenu.Target>
      <KitMenu.Dropdown className={classNames(classes.dropdown)}>
        {items.map(({ label, onChoose, icon, keys, danger = false, disabled = false, startsGroup = false }) => (
          <Fragment key={label}>
            {startsGroup && <KitMenu.Divider className={classNames(classes.divider)} />}
            <KitMenu.Item
              className={classNames(classes.item, danger && classes.danger)}
              onClick={onChoose}
              disabled={disabled}
              leftSection={icon && <Icon of={icon} />}
              rightSection={keys === undefined ? undefined : <KeyHint keys={keys} />}
            >
              {label}
            </KitMenu.Item>
          </Fragment>
        ))}
      </KitMenu.Dropdown>
    </KitMenu>
  )
}
