import type { ReactNode } from 'react'
import classes from './skip-link.module.css'

/** First stop of the Tab key: past the rail and the bar, to the page. Shown only while it has focus. */
export const SkipLink = ({
  target,
  children,
}: {
  readonly target: string
  readonly children: ReactNode
}): ReactNode => {
  const go = (event: React.MouseEvent): void => {
    // Moving focus by hand leaves the address as it was: a fragment would become a stop on the way Back.
    event.preventDefault()
    document.getElementById(target)?.focus()
  }
  return (
    <a className={classes.link} href={`#${target}`} onClick={go} data-print="hide">
      {children}
    </a>
  )
}
