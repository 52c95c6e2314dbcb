import { memo, type ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import type { NeedLine } from '#shared/features/plan/timeline-layout.ts'
import classes from './timeline.module.css'

interface NeedsProps {
  readonly lines: readonly NeedLine[]
  /** Top of each line of the timeline in pixels, and of the end of the last. */
  readonly tops: readonly number[]
  /** What is in view, by line; both ends included. */
  readonly first: number
  readonly last: number
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

const BAR_HALF = 7

type Tops = NeedsProps['tops']

const topOf = (tops: Tops, line: number): number => tops[line] ?? 0

const middle = (tops: Tops, line: number): number => (topOf(tops, line) + topOf(tops, line + 1)) / 2

/** More are drawn once so many lines have gone by, and not for each that comes into view. */
const STEP = 12

/** The lines from which and up to which needs are drawn when these are in view. */
export const needsSpan = (
  first: number,
  last: number,
  count: number,
): { readonly first: number; readonly last: number } => ({
  first: Math.max(0, Math.floor(first / STEP) * STEP),
  last: Math.min(count - 1, Math.ceil((last + 1) / STEP) * STEP - 1),
})

/** Places in pixels of what a need is drawn as: a box with two of its sides, and what is left from there to the bar. */
const placesOf = (
  tops: Tops,
  { fromLine, toLine, isTight }: NeedLine,
): readonly [top: number, end: number, rest: number] => {
  const from = middle(tops, fromLine)
  const bar = middle(tops, toLine) + (toLine > fromLine ? -BAR_HALF : BAR_HALF)
  const to = isTight ? topOf(tops, toLine > fromLine ? toLine : toLine + 1) : bar
  return [Math.min(from, to), Math.max(from, to), Math.abs(bar - to)]
}

interface NeedProps {
  readonly need: NeedLine
  readonly top: number
  readonly high: number
  /** From the box to the bar, where the box ends between the rows. */
  readonly rest: number
}

/**
 * From the end of one bar along to the start of the other, and round between the rows where the dates overlap. Sides of
 * boxes and no drawing: a browser that draws without a graphics card takes ten times as long for dashed paths that cross
 * hundreds of rows.
 */
const PlainNeed = ({ need, top, high, rest }: NeedProps): ReactNode => {
  const [left, right] = [Math.min(need.from, need.to), Math.max(need.from, need.to)]
  const place = { top, height: high, left: percent(left), width: percent(right - left), '--rest': `${rest}px` }
  return (
    <span
      className={classNames(classes.need, need.isTight && classes.tight)}
      style={place}
      data-up={need.toLine < need.fromLine || undefined}
    />
  )
}

const Need = memo(PlainNeed)

const PlainNeeds = ({ lines, tops, first, last }: NeedsProps): ReactNode => (
  <div className={classes.over} aria-hidden="true">
    {lines.map((need) => {
      const { fromLine, toLine } = need
      if (Math.max(fromLine, toLine) < first || Math.min(fromLine, toLine) > last) return null
      const [top, end, rest] = placesOf(tops, need)
      return <Need key={`${fromLine} ${toLine}`} need={need} top={top} high={end - top} rest={rest} />
    })}
  </div>
)

/** What must be done first, drawn between the bars that are in view. The rows say the same in words. */
export const TimelineNeeds = memo(PlainNeeds)
