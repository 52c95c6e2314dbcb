import { type ReactNode, useMemo } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { type MiniMark, miniStripLayout } from '#shared/features/journey/mini-strip-layout.ts'
import type { DueItem } from '#shared/features/journey/schema.ts'
import classes from './mini-strip.module.css'

type MiniStripProps = {
  readonly marks: readonly MiniMark[]
  /** Letters that have not come, late or not. */
  readonly letters: readonly DueItem[]
  readonly today: IsoDate
  readonly months?: number
  /** px at 100 % text size. */
  readonly width?: number
  readonly height?: number
}

const WIDTH = 156
const HEIGHT = 30
const ROOT = 16

/** The last months of one journey in the height of a table row. One picture to a screen reader, with its words. */
export const MiniStrip = ({
  marks,
  letters,
  today,
  months = 12,
  width = WIDTH,
  height = HEIGHT,
}: MiniStripProps): ReactNode => {
  const layout = useMemo(
    () => miniStripLayout({ marks, letters, today, months, width, height }),
    [marks, letters, today, months, width, height],
  )
  return (
    <svg
      className={classes.strip}
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / ROOT}rem`}
      height={`${height / ROOT}rem`}
      role="img"
      aria-label={`Last ${months} months: ${layout.words}`}
      data-mark
    >
      <path d={layout.lines} className={classes.lines} />
      <path d={layout.gap} className={classes.gap} />
      <path d={layout.links} className={classes.links} />
      <path d={layout.missingLinks} className={classes.missingLinks} />
      <path d={layout.hospital} className={classes.hospital} />
      <path d={layout.practice} className={classes.practice} />
      <path d={layout.letters} className={classes.letters} />
      <path d={layout.holes} className={classes.holes} />
      <path d={layout.today} className={classes.today} />
    </svg>
  )
}
