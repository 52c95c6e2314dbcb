import type { ReactNode } from 'react'
import type { Lane } from '#shared/features/journey/event-types.ts'
import classes from './strip.module.css'

const shapes = {
  primary: <circle cx="8" cy="8" r="6" className={classes.laneCircle} />,
  hospital: <rect x="2.4" y="2.4" width="11.2" height="11.2" rx="2" className={classes.laneSquare} />,
  others: <circle cx="8" cy="8" r="5" className={classes.others} />,
} as const

type LaneShapeProps = { readonly lane: Lane; readonly size?: number }

/** The shape of a lane beside its word: circle for the practice, square for the hospital, open circle for the rest. */
export const LaneShape = ({ lane, size = 13 }: LaneShapeProps): ReactNode => (
  <svg
    width={`${size / 16}rem`}
    height={`${size / 16}rem`}
    viewBox="0 0 16 16"
    aria-hidden="true"
    data-mark
    className={classes.laneShape}
  >
    {lane === 'primary' || lane === 'hospital' ? shapes[lane] : shapes.others}
  </svg>
)
