import type { ReactNode } from 'react'
import classes from './patterns.module.css'

type Share = { readonly value: number; readonly lower: number; readonly upper: number }

const percent = (share: number, widest: number): string => `${((share / widest) * 100).toFixed(2)}%`

/** A share as a bar with its interval as a line. The words stand beside it, so it is hidden from screen readers. */
export const ShareBar = ({ share, widest }: { readonly share: Share; readonly widest: number }): ReactNode => {
  const lower = percent(share.lower, widest)
  const upper = percent(share.upper, widest)
  return (
    <svg className={classes.bar} aria-hidden="true" data-mark>
      <rect x="0" y="2" height="12" width={percent(share.value, widest)} rx="2" className={classes.fill} />
      {([classes.halo, classes.interval] as const).map((line) => (
        <g key={line} className={line}>
          <line x1={lower} x2={upper} y1="8" y2="8" />
          <line x1={lower} x2={lower} y1="5" y2="11" />
          <line x1={upper} x2={upper} y1="5" y2="11" />
        </g>
      ))}
    </svg>
  )
}
