import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
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
  readonly container: RefObject<HTMLDivElement | null>
  readonly first: number
  readonly onReach: (place: number) => void
  readonly onKeyDown: (event: KeyboardEvent<Element>, place: number) => void
}

/**
 * One stop for the Tab key over all points of a chart; arrows, Home and End go from one to the next. The stop is moved
 * on the page itself: drawn anew, the chart library would put new points in the place of the one that is focused.
 * @param first the place that the Tab key stops at to begin with.
 */
export const usePointKeys = (count: number, first: number): PointKeys & { readonly reached: number } => {
  const container = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(first)
  const keys = useMemo((): PointKeys => {
    const pointAt = (place: number): SVGGElement | null | undefined =>
      container.current?.querySelector<SVGGElement>(`[data-place="${place}"]`)
    return {
      container,
      first,
      onReach: (place) => {
        for (const point of container.current?.querySelectorAll<SVGGElement>('[data-place]') ?? []) {
          point.setAttribute('tabindex', point.dataset['place'] === `${place}` ? '0' : '-1')
        }
        setReached(place)
      },
      onKeyDown: (event, here) => {
        const next = placeAfterKey(here, count, event.key)
        if (next === undefined) return
        event.preventDefault()
        pointAt(next)?.focus()
      },
    }
  }, [count, first])
  return { ...keys, reached }
}

type ChartPointProps = {
  readonly x: number
  readonly y: number
  readonly place: number
  /** All that is known of the point, in words. */
  readonly name: string
  readonly keys: PointKeys
  readonly children: ReactNode
}

const RING = 11

/** A point of a chart that can be reached and is read out. Its shape is drawn around 0, 0. */
export const ChartPointMark = ({ x, y, place, name, keys, children }: ChartPointProps): ReactNode => (
  <g
    role="img"
    aria-label={name}
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a point is reached to be read, not pressed
    tabIndex={place === keys.first ? 0 : -1}
    data-place={place}
    className={classes.point}
    transform={`translate(${x} ${y})`}
    onFocus={() => keys.onReach(place)}
    onMouseEnter={() => keys.onReach(place)}
    onKeyDown={(event) => keys.onKeyDown(event, place)}
  >
    <circle r={RING} className={classes.ring} pointerEvents="all" />
    {children}
  </g>
)
