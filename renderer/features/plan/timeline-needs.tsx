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

const WIDE = 1000
const BAR_HALF = 7

type Tops = NeedsProps['tops']

const topOf = (tops: Tops, line: number): number => tops[line] ?? 0

const middle = (tops: Tops, line: number): number => (topOf(tops, line) + topOf(tops, line + 1)) / 2

/** Drawn again once so many lines have gone by, and not for each that comes into view. */
const STEP = 24

/** The lines from which and up to which needs are drawn when these are in view. */
export const needsSpan = (
  first: number,
  last: number,
  count: number,
): { readonly first: number; readonly last: number } => ({
  first: Math.max(0, Math.floor(first / STEP) * STEP),
  last: Math.min(count - 1, Math.ceil((last + 1) / STEP) * STEP - 1),
})

/** From the end of one bar along to the start of the other, and round between the rows where the dates overlap. */
const pathOf = (tops: Tops, need: NeedLine, offset: number): string => {
  const down = need.toLine > need.fromLine
  const from = middle(tops, need.fromLine) - offset
  const to = middle(tops, need.toLine) - offset + (down ? -BAR_HALF : BAR_HALF)
  const [x1, x2] = [need.from * WIDE, need.to * WIDE]
  if (!need.isTight) return `M${x1} ${from}H${x2}V${to}`
  const between = topOf(tops, down ? need.toLine : need.toLine + 1) - offset
  return `M${x1} ${from}V${between}H${x2}V${to}`
}

const PlainNeeds = ({ lines, tops, first, last }: NeedsProps): ReactNode => {
  const shown = lines.filter(
    ({ fromLine, toLine }) => Math.max(fromLine, toLine) >= first && Math.min(fromLine, toLine) <= last,
  )
  if (shown.length === 0 || last < first) return null
  const offset = topOf(tops, first)
  const high = topOf(tops, last + 1) - offset
  return (
    <div className={classes.over} aria-hidden="true">
      <svg
        className={classes.needs}
        style={{ top: offset, height: high }}
        viewBox={`0 0 ${WIDE} ${high}`}
        preserveAspectRatio="none"
      >
        {shown.map((need) => (
          <path
            key={`${need.fromLine} ${need.toLine}`}
            d={pathOf(tops, need, offset)}
            className={classNames(classes.need, need.isTight && classes.tight)}
          />
        ))}
      </svg>
    </div>
  )
}

/** What must be done first, drawn between the bars that are in view. The rows say the same in words. */
export const TimelineNeeds = memo(PlainNeeds)
