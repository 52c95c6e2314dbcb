import type { ReactNode } from 'react'
import classes from './key-hint.module.css'

/** `"Ctrl+K"` as its keys. A lone `+` is a key, not a join. */
export const keysOf = (shortcut: string): readonly string[] => (shortcut === '+' ? ['+'] : shortcut.split('+'))

/** A shortcut printed on its button, as small keycaps. Hidden from screen readers: the button carries `aria-keyshortcuts`. */
export const KeyHint = ({ keys }: { readonly keys: string }): ReactNode => (
  <span className={classes.keys} aria-hidden="true" data-key-hint>
    {keysOf(keys).map((key) => (
      <kbd key={key} className={classes.key}>
        {key}
      </kbd>
    ))}
  </span>
)
