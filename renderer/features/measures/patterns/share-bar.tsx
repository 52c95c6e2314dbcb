import type { ReactNode } from 'react'
import classes from './patterns.module.css'

type Share = { readonly value: number; readonly lower: number; readonly upper: number }

const percent = (share: number, widest: number): string => `${((share / widest) * 100).toFixed(2)}%`

/** A share as a bar with its interval as a line. The words stand beside it, so it is hidden from screen readers. */
export const ShareBar = ({ share, widest }: { readonly share: Share; readonly widest: number }): ReactNode => (
  <svg className={classes.bar} aria-hidden="true" data-mark>
    <rect x="0" y="3" height="10" width={percent(share.value, widest)} rx="2" className={classes.fill} />
    <line
      x1={percent(share.lower, widest)}
      x2={percent(share.upper, widest)}
      y1="8"
      y2="8"
      className={classes.interval}
    />
    <line
      x1={percent(share.lower, widest)}
      x2={percent(share.lower, widest)}
      y1="4"
      y2="12"
      className={classes.interval}
    />
    <line
      x1={percent(share.upper, widest)}
      x2={percent(share.upper, widest)}
      y1="4"
      y2="12"
      className={classes.interval}
    />
  </svg>
)
