import type { ReactNode } from 'react'
import classes from './data-table.module.css'

/** The look of a checkbox, for grid cells: the row itself says whether it is chosen. */
export const ChooseBox = ({ state }: { readonly state: 'none' | 'some' | 'all' }): ReactNode => (
  <span className={classes.box} data-state={state} aria-hidden="true">
    {state !== 'none' && (
      <svg width="0.875rem" height="0.875rem" viewBox="0 0 14 14">
        <path
          d={state === 'some' ? 'M3 7h8' : 'M2.8 7.4l2.8 2.8 5.6-6'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    )}
  </span>
)
