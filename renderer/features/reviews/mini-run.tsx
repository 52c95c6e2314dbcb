import type { ReactNode } from 'react'
import type { MeasureRun } from '#shared/features/plan/schema.ts'
import { measureNow } from '#shared/features/reviews/measure-words.ts'
import { VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import classes from './reviews.module.css'

const WIDTH = 160
const HEIGHT = 36
const PAD = 3

/** The points of a run from left to right; a month without a value breaks the line. */
const strokes = (values: readonly (number | null)[]): string => {
  const there = values.filter((value) => value !== null)
  const low = Math.min(...there)
  const span = Math.max(...there) - low || 1
  const x = (at: number): number => PAD + (at * (WIDTH - 2 * PAD)) / Math.max(1, values.length - 1)
  const y = (value: number): number => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD)
  let path = ''
  let drawing = false
  for (const [at, value] of values.entries()) {
    if (value !== null) path += `${drawing ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`
    drawing = value !== null
  }
  return path
}

/** A measure in small: its line, what it is now, and whether it is changing, in words. */
export const MiniRun = ({ run }: { readonly run: MeasureRun }): ReactNode => {
  const words = VARIATION_WORDS[run.variation]
  return (
    <li className={classes.run}>
      <span className={classes.runWords}>
        <b>{run.title}</b>
        <small>{measureNow(run)}</small>
      </span>
      {run.series.some(({ value }) => value !== null) && (
        <svg className={classes.runLine} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <path d={strokes(run.series.map(({ value }) => value))} />
        </svg>
      )}
      <small>{`${words.sentence}.`}</small>
    </li>
  )
}
