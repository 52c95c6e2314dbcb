import type { ReactNode } from 'react'
import classes from './page-header.module.css'

type PageHeaderProps = {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** The page's one `h1`, a line of explanation beneath it, and what can be done from here. */
export const PageHeader = ({ title, children, actions }: PageHeaderProps): ReactNode => (
  <header className={classes.header}>
    <div>
      <h1>{title}</h1>
      {children !== undefined && <p className={classes.lead}>{children}</p>}
    </div>
    {actions !== undefined && <div className={classes.actions}>{actions}</div>}
  </header>
)

/** The page's frame inside the shell: the margins and the gap between panels; content stops at 1,600 px. */
export const Page = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={classes.page}>{children}</div>
)
