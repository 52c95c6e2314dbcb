import type { ReactNode } from 'react'
import classes from './badge.module.css'
import { classNames } from './class-names.ts'

type BadgeTone = 'plain' | 'action' | 'practice' | 'hospital' | 'hole' | 'added' | 'changed' | 'removed'

/** A small tag that names a kind of thing. It carries its word; the tone only repeats it. */
export const Badge = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: BadgeTone
  readonly children: ReactNode
}): ReactNode => <span className={classNames(classes.badge, classes[tone])}>{children}</span>
