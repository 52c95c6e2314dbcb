import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type EmptyStateProps = {
  /** Says what is not here yet and what to start with. */
  readonly title: ReactNode
  /** Said quietly above the title: which part of the app this is. */
  readonly overline?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** What comes next, in order. */
  readonly steps?: readonly ReactNode[]
  /** Said last, with other ways to begin. */
  readonly foot?: ReactNode
  readonly picture?: ReactNode
  /** `page` stands in for the whole page and carries its `h1`; `panel` sits inside one. */
  readonly scale?: 'page' | 'panel'
}

/** Nothing here yet: says why, and offers the first step. Never a bare "No data". */
export const EmptyState = ({
  title,
  overline,
  children,
  actions,
  steps,
  foot,
  picture,
  scale = 'panel',
}: EmptyStateProps): ReactNode => {
  const Title = scale === 'page' ? 'h1' : 'h2'
  return (
    <div className={classes[scale]}>
      <div className={classes.words}>
        {overline !== undefined && <p className={classes.overline}>{overline}</p>}
        <Title className={classes.title}>{title}</Title>
        {children !== undefined && <p className={classes.text}>{children}</p>}
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
        {steps !== undefined && (
          <ol className={classes.steps}>
            {steps.map((step, index) => (
              // The steps are fixed words in a fixed order, so their place is their identity.
              <li key={index} className={classes.step}>
                <span className={classes.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span>{step}</span>
              </li>
            ))}
          </ol>
        )}
        {foot !== undefined && <p className={classes.foot}>{foot}</p>}
      </div>
      {picture !== undefined && <div className={classes.picture}>{picture}</div>}
    </div>
  )
}
