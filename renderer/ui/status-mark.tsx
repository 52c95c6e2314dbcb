import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import classes from './status-mark.module.css'
import { type StatusKind, StatusShape } from './status-shape.tsx'

const words: Record<StatusKind, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  done: 'Done',
  'not-started': 'Not started',
  stopped: 'Stopped',
  'not-measured': 'Not measured',
  missing: 'Missing',
  due: 'Due',
  'not-due': 'Not due',
  info: 'To know',
}

const tones: Record<StatusKind, string | undefined> = {
  'on-track': classes.ok,
  'at-risk': classes.warn,
  'off-track': classes.bad,
  done: classes.done,
  'not-started': classes.idle,
  stopped: classes.idle,
  'not-measured': classes.idle,
  missing: classes.hole,
  due: classes.info,
  'not-due': classes.info,
  info: classes.info,
}

type StatusMarkProps = {
  readonly kind: StatusKind
  /** The words, when they say more than the state's own: "Letter 35 days late". */
  readonly children?: ReactNode
  readonly pill?: boolean
}

/** Word, shape, colour, in that order of trust. Plain spans, so it may stand inside grid cells. */
export const StatusMark = ({ kind, children, pill = false }: StatusMarkProps): ReactNode => (
  <span className={classNames(classes.mark, tones[kind], pill && classes.pill)}>
    <StatusShape kind={kind} size={pill ? 16 : 15} />
    <span>{children ?? words[kind]}</span>
  </span>
)
