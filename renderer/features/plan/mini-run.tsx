import type { ReactNode } from 'react'
import type { MeasureRun } from '#shared/features/plan/schema.ts'
import classes from './mini-run.module.css'

interface MiniRunProps {
  readonly run: MeasureRun
  readonly width: number
  readonly height?: number
}

const EDGE = 4

type Point = { readonly x: number; readonly y: number; readonly value: number }

const lineOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** How many of the newest months lie on the same side of the mean as the newest. */
const lastRun = (points: readonly Point[], mean: number | null): number => {
  const newest = points.at(-1)
  if (mean === null || newest === undefined) return 0
  const side = Math.sign(newest.value - mean)
  const first = points.findLastIndex(({ value }) => Math.sign(value - mean) !== side)
  return points.length - 1 - first
}

const lookOf = (variation: string): 'better' | 'worse' | 'usual' => {
  if (variation.startsWith('improving')) return 'better'
  return variation.startsWith('concerning') ? 'worse' : 'usual'
}

const NewestMark = ({ look, at }: { readonly look: 'better' | 'worse' | 'usual'; readonly at: Point }): ReactNode => {
  const place = `translate(${at.x} ${at.y})`
  if (look === 'better') return <path data-mark transform={place} d="M0-4 4 0 0 4-4 0Z" fill="var(--spc-better)" />
  if (look === 'worse') return <path data-mark transform={place} d="M-3-3h6v6h-6Z" fill="var(--spc-worse)" />
  return <circle data-mark cx={at.x} cy={at.y} r="2.6" fill="var(--spc-usual)" />
}

/** A measure in small: its months, mean, limits and target. It is a picture only: its words stand beside it. */
export const MiniRun = ({ run, width, height = 22 }: MiniRunProps): ReactNode => {
  const { series, mean, lower, upper, target, variation } = run
  const measured = series.flatMap(({ value }, index) => (value === null ? [] : [{ index, value }]))
  if (measured.length === 0) return null
  const all = [...measured.map(({ value }) => value), mean, lower, upper, target].filter((value) => value !== null)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const y = (value: number): number =>
    most === least ? height / 2 : height - EDGE - ((value - least) / (most - least)) * (height - 2 * EDGE)
  const x = (index: number): number => EDGE + (index / Math.max(1, series.length - 1)) * (width - 2 * EDGE)
  const points = measured.map(({ index, value }) => ({ x: x(index), y: y(value), value }))
  const look = lookOf(variation)
  const told = look === 'usual' ? [] : points.slice(-(lastRun(points, mean) + 1))
  const newest = points.at(-1)
  return (
    <svg
      className={classes.run}
      style={{ width: `${width / 16}rem`, height: `${height / 16}rem` }}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {lower !== null && upper !== null && (
        <rect x="2" y={y(upper)} width={width - 4} height={Math.max(0, y(lower) - y(upper))} className={classes.band} />
      )}
      {mean !== null && <path d={`M2 ${y(mean)}H${width - 2}`} className={classes.mean} />}
      {target !== null && <path d={`M2 ${y(target)}H${width - 2}`} className={classes.target} />}
      <path d={lineOf(points)} className={classes.line} />
      {told.length > 1 && <path d={lineOf(told)} className={look === 'better' ? classes.better : classes.worse} />}
      {newest !== undefined && <NewestMark look={look} at={newest} />}
    </svg>
  )
}
