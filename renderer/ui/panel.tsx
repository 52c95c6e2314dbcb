import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import classes from './panel.module.css'

type PanelProps = {
  readonly title?: ReactNode
  /** Said quietly after the title: a date, a count. */
  readonly aside?: ReactNode
  readonly actions?: ReactNode
  readonly footer?: ReactNode
  /** `flush` for tables and lists that run to the edges. */
  readonly padding?: 'normal' | 'flush'
  readonly tone?: 'plain' | 'warn'
  readonly icon?: ReactNode
  readonly className?: string | undefined
  readonly headingLevel?: 2 | 3
  readonly children?: ReactNode
}

/** A white sheet on the canvas that groups one thing. Named by its title, so that screen readers can jump to it. */
export const Panel = (props: PanelProps): ReactNode => {
  const { title, aside, actions, footer, padding = 'normal', tone = 'plain', icon, headingLevel = 2 } = props
  const titleId = useId()
  const Heading = `h${headingLevel}` as const
  return (
    <section
      className={classNames(classes.panel, tone === 'warn' && classes.warn, props.className)}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title !== undefined && (
        <header className={classes.header}>
          {icon}
          <Heading id={titleId} className={classes.title}>
            {title}
          </Heading>
          {aside !== undefined && <span className={classes.aside}>{aside}</span>}
          {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        </header>
      )}
      <div
        className={classNames(classes.body, padding === 'flush' && classes.flush, title === undefined && classes.bare)}
      >
        {props.children}
      </div>
      {footer !== undefined && <footer className={classes.footer}>{footer}</footer>}
    </section>
  )
}
