import type { ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import type { NeedLine } from '#shared/features/plan/timeline-layout.ts'
import classes from './timeline.module.css'

interface NeedsProps {
  readonly lines: readonly NeedLine[]
  /** Top and height of each line of the timeline in pixels. */
  readonly top: (line: number) => number
  readonly height: (line: number) => number
  /** What is in view, by line; both ends included. */
  readonly first: number
  readonly last: number
}

const WIDE = 1000
const BAR_HALF = 7

const middle = ({ top, height }: Pick<NeedsProps, 'top' | 'height'>, line: number): number =>
  top(line) + height(line) / 2

/** From the end of one bar along to the start of the other, and round between the rows where the dates overlap. */
const pathOf = (props: NeedsProps, need: NeedLine, offset: number): string => {
  const down = need.toLine > need.fromLine
  const from = middle(props, need.fromLine) - offset
  const to = middle(props, need.toLine) - offset + (down ? -BAR_HALF : BAR_HALF)
  const [x1, x2] = [need.from * WIDE, need.to * WIDE]
  if (!need.isTight) return `M${x1} ${from}H${x2}V${to}`
  const between = (down ? props.top(need.toLine) : props.top(need.toLine) + props.height(need.toLine)) - offset
  return `M${x1} ${from}V${between}H${x2}V${to}`
}

/** What must be done first, drawn between the bars that are in view. The rows say the same in words. */
export const TimelineNeeds = (props: NeedsProps): ReactNode => {
  const { first, last } = props
  const shown = props.lines.filter(
    ({ fromLine, toLine }) => Math.max(fromLine, toLine) >= first && Math.min(fromLine, toLine) <= last,
  )
  if (shown.length === 0 || last < first) return null
  const offset = props.top(first)
  const high = props.top(last) + props.height(last) - offset
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
            d={pathOf(props, need, offset)}
            className={classNames(classes.need, need.isTight && classes.tight)}
          />
        ))}
      </svg>
    </div>
  )
}
