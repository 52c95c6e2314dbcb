import type { ReactNode } from 'react'
import type { Lane } from '#shared/features/journey/event-types.ts'
import classes from './lane-shape.module.css'

/**
 * What a lane is drawn as, around 0 in a box of 16: full circle for the practice, full square for the hospital, and
 * outlines for the rest: diamond for the community, hexagon for the voluntary sector, ring for the person.
 */
export const LANE_SHAPES: Readonly<Record<Lane, ReactNode>> = {
  primary: <circle r="6" className={classes.laneCircle} />,
  hospital: <rect x="-5.6" y="-5.6" width="11.2" height="11.2" rx="2" className={classes.laneSquare} />,
  community: <path d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" className={classes.others} />,
  voluntary: <path d="M-6 0L-3 -5.2H3L6 0L3 5.2H-3Z" className={classes.others} />,
  person: <circle r="5" className={classes.others} />,
}

type LaneShapeProps = { readonly lane: Lane; readonly size?: number }

/** The shape of a lane, beside its word. */
export const LaneShape = ({ lane, size = 13 }: LaneShapeProps): ReactNode => (
  <svg
    width={`${size / 16}rem`}
    height={`${size / 16}rem`}
    viewBox="-8 -8 16 16"
    aria-hidden="true"
    data-mark
    className={classes.laneShape}
  >
    {LANE_SHAPES[lane]}
  </svg>
)
