import type { ReactNode } from 'react'
import classes from './spinner.module.css'

/** A turning ring for work under way; stands still with reduced motion. Decoration: say what is happening beside it. */
export const Spinner = ({ size = 16 }: { readonly size?: number }): ReactNode => (
  <span
    className={classes.spinner}
    style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
    aria-hidden="true"
  />
)
