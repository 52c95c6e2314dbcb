import type { ReactNode } from 'react'
import classes from './settings.module.css'

type SettingLineProps = { readonly title: string; readonly hint?: ReactNode; readonly children: ReactNode }

/** One setting: its name and what it does on the left, the control on the right. */
export const SettingLine = ({ title, hint, children }: SettingLineProps): ReactNode => (
  <div className={classes.line}>
    <span className={classes.lineWords}>
      <b>{title}</b>
      {hint !== undefined && <span>{hint}</span>}
    </span>
    {children}
  </div>
)
