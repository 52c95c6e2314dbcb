import type { ReactNode } from 'react'
import classes from './visually-hidden.module.css'

/** Text for screen readers alone. Takes no space, and is left in the print of a table so that the words stay. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <span className={classes.hidden}>{children}</span>
)
