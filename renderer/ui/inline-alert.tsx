import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './inline-alert.module.css'
import { type StatusKind, StatusShape } from './status-shape.tsx'

type AlertTone = 'info' | 'warn' | 'bad' | 'ok' | 'missing'

const shapes: Record<AlertTone, StatusKind> = {
  info: 'info',
  warn: 'at-risk',
  bad: 'off-track',
  ok: 'on-track',
  missing: 'missing',
}

type InlineAlertProps = {
  readonly tone?: AlertTone
  readonly title?: string
  readonly actions?: ReactNode
  /** Says it to screen readers when it appears. Off for a note that is there from the start. */
  readonly spoken?: boolean
  readonly children?: ReactNode
}

/** A note in the page: what happened and what to do. "Unusual, not wrong" is `warn`; a failure is `bad`. */
export const InlineAlert = ({
  tone = 'info',
  title,
  actions,
  spoken = false,
  children,
}: InlineAlertProps): ReactNode => (
  <div
    className={classNames(classes.alert, classes[tone])}
    role={spoken ? (tone === 'bad' ? 'alert' : 'status') : undefined}
  >
    <StatusShape kind={shapes[tone]} />
    <div className={classes.words}>
      {title !== undefined && <strong className={classes.title}>{title}</strong>}
      {children !== undefined && <div>{children}</div>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  </div>
)
