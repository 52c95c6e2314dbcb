import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import classes from './spc-chart.module.css'

/** The place that a key leads to among `count` in a row, or undefined when the key is none of ours. Ends do not wrap. */
const placeAfterKey = (here: number, count: number, key: string): number | undefined => {
  switch (key) {
    case 'ArrowRight':
      return Math.min(here + 1, count - 1)
    case 'ArrowLeft':
      return Math.max(here - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** One stop for the Tab key over all points of a chart; arrows, Home and End go from one to the next. */
export const usePointKeys = (count: number) => {
  const container = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent<Element>, here: number): void => {
    const next = placeAfterKey(here, count, event.key)
    if (next === undefined) return
    event.preventDefault()
    container.current?.querySelector<SVGGElement>(`[data-place="${next}"]`)?.focus()
  }
  return { container, onKeyDown }
}

type ChartPointProps = {
  readonly x: number
  readonly y: number
  readonly place: number
  /** All that is known of the point, in words. */
  readonly name: string
  /** The one that the Tab key stops at. */
  readonly isStop: boolean
  readonly onReach: (place: number) => void
  readonly onKeyDown: (event: KeyboardEvent<Element>, place: number) => void
  readonly children: ReactNode
}

const RING = 11

/** A point of a chart that can be reached and is read out. Its shape is drawn around 0, 0. */
export const ChartPointMark = ({
  x,
  y,
  place,
  name,
  isStop,
  onReach,
  onKeyDown,
  children,
}: ChartPointProps): ReactNode => (
  <g
    role="img"
    aria-label={name}
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a point is reached to be read, not pressed
    tabIndex={isStop ? 0 : -1}
    data-place={place}
    className={classes.point}
    transform={`translate(${x} ${y})`}
    onFocus={() => onReach(place)}
    onMouseEnter={() => onReach(place)}
    onKeyDown={(event) => onKeyDown(event, place)}
  >
    <circle r={RING} className={classes.ring} pointerEvents="all" />
    {children}
  </g>
)
