import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
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

/** How the points of one chart are reached: by pointer, by the Tab key at one of them, and by arrows from there. */
export type PointKeys = {
  readonly first: number
  readonly onReach: (place: number, point: SVGGElement) => void
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, place: number) => void
}

const pointsWith = (point: SVGGElement): SVGGElement[] => [
  ...(point.ownerSVGElement?.querySelectorAll<SVGGElement>('[data-place]') ?? []),
]

/**
 * One stop for the Tab key over all points of a chart; arrows, Home and End go from one to the next. The stop is moved
 * on the page itself: drawn anew, the chart library would put new points in the place of the one that is focused.
 * @param first the place that the Tab key stops at to begin with.
 */
export const usePointKeys = (count: number, first: number): { readonly reached: number; readonly keys: PointKeys } => {
  const [reached, setReached] = useState(first)
  const keys = useMemo(
    (): PointKeys => ({
      first,
      onReach: (place, point) => {
        for (const one of pointsWith(point)) one.setAttribute('tabindex', one === point ? '0' : '-1')
        setReached(place)
      },
      onKeyDown: (event, here) => {
        const next = placeAfterKey(here, count, event.key)
        if (next === undefined) return
        event.preventDefault()
        pointsWith(event.currentTarget)
          .find((one) => one.dataset['place'] === `${next}`)
          ?.focus()
      },
    }),
    [count, first],
  )
  return { reached, keys }
}

type ChartPointProps = {
  readonly x: number
  readonly y: number
  readonly place: number
  /** Of a chart by month: which one, for whatever a key does about it. */
  readonly month?: string
  /** All that is known of the point, in words. */
  readonly name: string
  readonly keys: PointKeys
  readonly children: ReactNode
}

const RING = 11

/** A point of a chart that can be reached and is read out. Its shape is drawn around 0, 0. */
export const ChartPointMark = ({ x, y, place, month, name, keys, children }: ChartPointProps): ReactNode => (
  <g
    role="img"
    aria-label={name}
    tabIndex={place === keys.first ? 0 : -1}
    data-place={place}
    data-month={month}
    className={classes.point}
    transform={`translate(${x} ${y})`}
    onFocus={(event) => keys.onReach(place, event.currentTarget)}
    onMouseEnter={(event) => keys.onReach(place, event.currentTarget)}
    onKeyDown={(event) => keys.onKeyDown(event, place)}
  >
    <circle r={RING} className={classes.ring} pointerEvents="all" />
    {children}
  </g>
)
