import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import classes from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon, type IconGlyph } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { Spinner } from './spinner.tsx'

type ButtonLook = {
  /** One `filled` button a panel; `danger` destroys; `quiet` reads as a link. */
  readonly kind?: 'filled' | 'default' | 'quiet' | 'danger' | 'dangerOutline'
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: IconGlyph | undefined
  /** The shortcut printed on the button, such as `Ctrl+S`. Printing it does not make it work: the command registry does. */
  readonly keys?: string | undefined
  readonly wide?: boolean
  /** Pressed look for a button that holds something open or on. */
  readonly on?: boolean
  readonly children: ReactNode
}

type ButtonProps = ButtonLook &
  Omit<ComponentPropsWithRef<'button'>, 'children'> & {
    /** Shows a spinner and refuses clicks, keeping focus where it is. */
    readonly busy?: boolean
    /** Why the button cannot be used yet. Shown beside it; the button stays reachable so that the reason can be read. */
    readonly whyNot?: string | undefined
  }

const look = ({ kind = 'default', size = 'normal', wide, on }: Omit<ButtonLook, 'children'>, extra?: string): string =>
  classNames(classes.button, classes[kind], classes[size], wide && classes.wide, on && classes.on, extra)

const Face = ({ icon, keys, busy, children }: Pick<ButtonProps, 'icon' | 'keys' | 'busy' | 'children'>): ReactNode => (
  <>
    {busy ? <Spinner /> : icon && <Icon of={icon} />}
    <span>{children}</span>
    {keys !== undefined && <KeyHint keys={keys} />}
  </>
)

/** A button that says what happens. */
export const Button = (props: ButtonProps): ReactNode => {
  const { kind, size, icon, keys, wide, on, busy = false, whyNot, className, onClick, children, ...rest } = props
  const reasonId = useId()
  const refused = busy || whyNot !== undefined
  const button = (
    <button
      type="button"
      aria-keyshortcuts={keys?.replaceAll('Ctrl', 'Control')}
      {...rest}
      aria-disabled={refused || undefined}
      aria-describedby={whyNot === undefined ? rest['aria-describedby'] : reasonId}
      className={look(
        { kind: kind ?? 'default', size: size ?? 'normal', wide: wide ?? false, on: on ?? false },
        className,
      )}
      onClick={(event) => {
        if (refused) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <Face icon={icon} keys={keys} busy={busy}>
        {children}
      </Face>
    </button>
  )
  if (whyNot === undefined) return button
  return (
    <span className={classes.withReason}>
      {button}
      <span id={reasonId} className={classes.reason}>
        {whyNot}
      </span>
    </span>
  )
}

type ButtonLinkProps = ButtonLook & Omit<ComponentPropsWithRef<'a'>, 'children'>

/** A link that looks like a button, for going somewhere. Give it to the router's `Link asChild`. */
export const ButtonLink = (props: ButtonLinkProps): ReactNode => {
  const {
    kind = 'default',
    size = 'normal',
    icon,
    keys,
    wide = false,
    on = false,
    className,
    children,
    ...rest
  } = props
  return (
    <a {...rest} className={look({ kind, size, wide, on }, className)}>
      <Face icon={icon} keys={keys}>
        {children}
      </Face>
    </a>
  )
}

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
  readonly icon: IconGlyph
  /** What it does; also shown as the tooltip. Only back, forward, close, help and more may go without a visible word. */
  readonly label: string
  readonly iconSize?: number
  readonly on?: boolean
}

export const IconButton = ({ icon, label, iconSize = 18, on, className, ...rest }: IconButtonProps): ReactNode => (
  <button
    type="button"
    title={label}
    aria-label={label}
    {...rest}
    className={classNames(classes.iconButton, on && classes.on, className)}
  >
    <Icon of={icon} size={iconSize} />
  </button>
)
