import { Popover as KitPopover } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { useOverlay } from './overlay-stack.ts'
import classes from './popover.module.css'

type PopoverProps = {
  /** One element that takes a ref; it toggles `open` itself. It stays visible beside the popover. */
  readonly anchor: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Name of the popover for screen readers. */
  readonly label: string
  /** Width in px at 100 % text size; by default as wide as its content. */
  readonly width?: number
  readonly side?: 'bottom' | 'bottom-start' | 'bottom-end' | 'right' | 'left' | 'top'
  readonly children: ReactNode
}

const ROOM = { flip: true, shift: true, size: { padding: 8 } } as const

/** Something explained or chosen beside what it is about. Opens on a press, never on hover; Escape gives focus back. */
export const Popover = ({
  anchor,
  open,
  onOpenChange,
  label,
  width,
  side = 'bottom-start',
  children,
}: PopoverProps): ReactNode => {
  useOverlay(open)
  // The kit names the popover after its anchor; a popover is about something, and says what.
  const labelId = useId()
  return (
    <KitPopover
      opened={open}
      onChange={onOpenChange}
      position={side}
      offset={6}
      trapFocus
      returnFocus
      // Larger text makes a tall popover: it scrolls in the room there is, and is not cut off by the window.
      middlewares={ROOM}
      withArrow={side === 'right' || side === 'left'}
      arrowSize={12}
      zIndex="var(--z-dropdown)"
      {...(width === undefined ? {} : { width: `${width / 16}rem` })}
    >
      <KitPopover.Target>{anchor}</KitPopover.Target>
      <KitPopover.Dropdown className={classNames(classes.dropdown)} aria-labelledby={labelId} data-print="hide">
        <span id={labelId} hidden>
          {label}
        </span>
        {children}
      </KitPopover.Dropdown>
    </KitPopover>
  )
}
