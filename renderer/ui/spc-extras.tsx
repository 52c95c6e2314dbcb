import type { ReactNode } from 'react'
import { ReferenceLine, useChartWidth } from 'recharts'
import type { SpcChart } from '#shared/statistics/spc-types.ts'
import type { SpcMark } from './spc-marks.ts'

/** What is drawn beyond the run itself where a chart is judged, and not only looked at. */
export interface SpcExtras {
  /** What is marked stands in words on the chart. */
  readonly flags: boolean
  /** The path to a target; `null` where there is none in a month. */
  readonly pathAt: (month: string) => number | null
  /** The last month of those that mean and limits rest on. */
  readonly baselineTo: string | null
}

/** Height of a row of flags, in px at the usual text size. */
export const FLAG_ROOM = 25

const PER_LETTER = 6.5
const FLAG_PADDING = 28

/** What the drawing library hands over: where a line lies. */
interface LabelPlace {
  readonly viewBox?: unknown
}
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

const boxOf = ({ viewBox }: LabelPlace): Box => {
  const { x = 0, y = 0, width = 0 } = (viewBox ?? {}) as Partial<Box>
  return { x, y, width }
}

type FlagProps = {
  readonly mark: SpcMark
  readonly row: number
  readonly rows: number
  readonly at: Box
  /** How much larger than usual text is. */
  readonly scale: number
}

/** To the right of its line, or to the left where it would leave the picture. */
const Flag = ({ mark, row, rows, at, scale }: FlagProps): ReactNode => {
  const width = (mark.flag.length * PER_LETTER + FLAG_PADDING) * scale
  const height = 22 * scale
  const isLeft = at.x + width > (useChartWidth() ?? Infinity)
  const x = isLeft ? Math.max(1, at.x - width) : at.x
  const y = at.y - (rows - row) * FLAG_ROOM * scale - 2
  const dashes = mark.isPlanned ? '3 3' : undefined
  return (
    <g data-flag={mark.number}>
      <path d={`M${at.x} ${y + height}V${at.y}`} stroke="var(--text-3)" strokeWidth="1.4" strokeDasharray={dashes} />
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="4"
        fill="var(--surface)"
        stroke="var(--text-3)"
        strokeDasharray={dashes}
      />
      <text x={x + 8 * scale} y={y + 16 * scale} fill="var(--link)" fontWeight="700" fontSize="0.875rem">
        {mark.number}
      </text>
      <text x={x + 22 * scale} y={y + 16 * scale} fill="var(--text)" fontSize="0.875rem">
        {mark.flag}
      </text>
    </g>
  )
}

/** A line for each mark, with its number and words in a flag above the plot. */
export const flagLines = (marks: readonly SpcMark[], scale: number): ReactNode =>
  marks.map((mark, row) => (
    <ReferenceLine
      key={mark.number}
      x={mark.month}
      stroke="var(--text-3)"
      strokeWidth={1.4}
      {...(mark.isPlanned ? { strokeDasharray: '3 3' } : {})}
      label={(place: LabelPlace) => <Flag mark={mark} row={row} rows={marks.length} at={boxOf(place)} scale={scale} />}
    />
  ))

/** Two labels closer than this would run into each other, in px. */
const CLEAR = 17

interface EndLabel {
  readonly words: string
  readonly value: number
  readonly isStrong: boolean
  readonly fill: string
}

type EndLabelsAsked = {
  readonly chart: SpcChart
  readonly format: (value: number) => string
  readonly ticks: readonly number[]
  readonly plotHeight: number
  readonly scale: number
}

/** Moves labels apart, from the top down. @returns how far each is moved, in px. */
const movedApart = (labels: readonly EndLabel[], { ticks, plotHeight, scale }: EndLabelsAsked): readonly number[] => {
  const span = (ticks.at(-1) ?? 1) - (ticks[0] ?? 0) || 1
  let lowest = -Infinity
  return labels.map(({ value }) => {
    const y = (((ticks.at(-1) ?? 1) - value) / span) * plotHeight
    const placed = Math.max(y, lowest + CLEAR * scale)
    lowest = placed
    return placed - y
  })
}

/** Beside the end of each line what it is and where it lies. */
export const endLabels = (asked: EndLabelsAsked): ReactNode => {
  const { chart, format } = asked
  const limits = chart.points.findLast((point) => point.limits !== null)?.limits
  const labels: readonly EndLabel[] = [
    ...(limits == null
      ? []
      : [
          { words: `Upper ${format(limits.upper)}`, value: limits.upper, isStrong: false, fill: 'var(--text-2)' },
          { words: `Average ${format(limits.mean)}`, value: limits.mean, isStrong: true, fill: 'var(--text)' },
          { words: `Lower ${format(limits.lower)}`, value: limits.lower, isStrong: false, fill: 'var(--text-2)' },
        ]),
    ...(chart.target === null
      ? []
      : [{ words: `Target ${format(chart.target)}`, value: chart.target, isStrong: true, fill: 'var(--spc-target)' }]),
  ].toSorted((a, b) => b.value - a.value)
  const moved = movedApart(labels, asked)
  return labels.map(({ words, value, isStrong, fill }, index) => (
    <ReferenceLine
      key={words}
      y={value}
      stroke="none"
      label={(place: LabelPlace) => {
        const { x, y, width } = boxOf(place)
        return (
          <text
            x={x + width + 8}
            y={y + 5 + (moved[index] ?? 0)}
            fill={fill}
            fontSize="0.875rem"
            fontWeight={isStrong ? 650 : 400}
          >
            {words}
          </text>
        )
      }}
    />
  ))
}
