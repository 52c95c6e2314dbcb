import { type ReactElement, type ReactNode, useMemo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { SpcChart, SpcPoint, Variation } from '#shared/statistics/spc-types.ts'
import { pointSentence, spcMonth } from '#shared/statistics/spc-words.ts'
import { ChartPointMark, type PointKeys, usePointKeys } from './chart-point.tsx'
import { useRootFontSize } from './root-font-size.ts'
import { roundSteps } from './round-steps.ts'
import { ChartPlot } from './chart/chart-plot.tsx'
import classes from './spc-chart.module.css'
import { endLabels, flagLines, FLAG_ROOM, type SpcExtras } from './spc-extras.tsx'
import { saidByMonth, type SpcMark } from './spc-marks.ts'

type SpcDrawingProps = {
  readonly name: string
  readonly chart: SpcChart
  readonly marks: readonly SpcMark[]
  readonly format: (value: number) => string
  readonly size: { readonly width: number; readonly height: number } | undefined
  readonly height: number
  /** Months after the last one of the run: something is marked or aimed at in them, and nothing is measured yet. */
  readonly ahead?: readonly string[]
  /** Told on the picture itself, and the path to a target. */
  readonly extras?: SpcExtras | undefined
}

const NONE_AHEAD: readonly string[] = []

type PlotRow = { readonly month: string } & Record<string, string | number | readonly number[] | null>

/** Lines are drawn phase by phase, so that they break where limits begin anew. */
const plotRows = (
  { points, phases, target }: SpcChart,
  ahead: readonly string[],
  extras: SpcExtras | undefined,
): PlotRow[] => [
  ...points.map(({ month, value, limits }) => {
    const phase = phases.findIndex(({ from, to }) => from <= month && month <= to)
    return {
      month,
      value,
      target,
      path: extras?.pathAt(month) ?? null,
      band: extras === undefined || limits === null ? null : [limits.lower, limits.upper],
      [`value ${phase}`]: value,
      [`mean ${phase}`]: limits?.mean ?? null,
      [`lower ${phase}`]: limits?.lower ?? null,
      [`upper ${phase}`]: limits?.upper ?? null,
    }
  }),
  ...ahead.map((month) => ({ month, path: extras?.pathAt(month) ?? null })),
]

const shapes = {
  better: <path d="M0-7 7 0 0 7-7 0Z" fill="var(--spc-better)" />,
  worse: <path d="M-5.5-5.5h11v11h-11Z" fill="var(--spc-worse)" />,
  neither: <path d="M-3.4-6h6.8L6.8 0 3.4 6h-6.8L-6.8 0Z" fill="var(--spc-target)" />,
  usual: <circle r="3.6" fill="var(--spc-usual)" />,
} as const

/** The shape of a point by what it says: the same outlines as the icons. */
export const spcShape = (variation: Variation): ReactNode => {
  if (variation.startsWith('improving')) return shapes.better
  if (variation.startsWith('concerning')) return shapes.worse
  return variation.startsWith('neither') ? shapes.neither : shapes.usual
}

const axisText = { fill: 'var(--chart-axis)', fontSize: '0.875rem' }

/** "Nov 26", at every month or every few so that they do not run into each other. */
const shortMonth = (month: string): string => `${spcMonth(month).slice(0, 3)} ${month.slice(2, 4)}`

const LABELS = 10

/** More flags than these would cover the chart: the numbers alone then stand on it. */
const MOST_FLAGS = 5
/** Pixels in one rem at the usual text size. */
const USUAL_TEXT = 16
/** What the months below take, in px. */
const AXIS = 34

const STILL = { stroke: 'none', dot: false, activeDot: false, isAnimationActive: false, connectNulls: false } as const

/** Where the months end that mean and limits rest on. */
const baselineLine = (month: string): ReactNode => (
  <ReferenceLine
    x={month}
    stroke="var(--line-strong)"
    strokeDasharray="2 3"
    label={{ value: 'Baseline to here', position: 'insideBottomRight', fill: 'var(--text-3)', fontSize: '0.8125rem' }}
  />
)

/** Round steps over all that is drawn, from 0 where nothing is far above it or below it. */
const ticksOf = (
  { kind, points, target }: SpcChart,
  ahead: readonly string[],
  extras: SpcExtras | undefined,
): number[] => {
  const drawn = points.flatMap(({ value, limits }) => [value, limits?.lower ?? null, limits?.upper ?? null])
  const path = extras === undefined ? [] : [...points.map(({ month }) => month), ...ahead].map(extras.pathAt)
  const all = [...drawn, ...path, target].filter((value) => value !== null)
  if (all.length === 0) return [0, 1]
  const highest = Math.max(...all)
  const lowest = Math.min(...all)
  const fromZero = lowest >= 0 && lowest < (highest - lowest) / 2
  const ticks = roundSteps(fromZero ? 0 : lowest, highest)
  return kind === 'P' ? ticks.filter((tick) => tick <= 1) : ticks
}

const phaseLines = ({ kind, phases }: SpcChart): ReactNode =>
  phases.flatMap(({ from }, phase) => {
    const look = { dot: false, isAnimationActive: false, connectNulls: false, activeDot: false } as const
    const steps = kind === 'XmR' ? 'linear' : 'step'
    const limit = {
      ...look,
      type: steps,
      stroke: 'var(--spc-limit)',
      strokeWidth: 1.5,
      strokeDasharray: '6 4',
    } as const
    return [
      <Line key={`upper ${from}`} dataKey={`upper ${phase}`} {...limit} />,
      <Line key={`lower ${from}`} dataKey={`lower ${phase}`} {...limit} />,
      <Line key={`mean ${from}`} dataKey={`mean ${phase}`} {...look} stroke="var(--spc-mean)" strokeWidth={1.5} />,
      <Line key={`value ${from}`} dataKey={`value ${phase}`} {...look} stroke="var(--spc-usual)" strokeWidth={1} />,
    ]
  })

/** One line a month, with the numbers of all that is marked on it. */
const markLines = (marks: readonly SpcMark[]): ReactNode =>
  [...Map.groupBy(marks, ({ month }) => month)].map(([month, own]) => (
    <ReferenceLine
      key={month}
      x={month}
      stroke="var(--text-2)"
      strokeDasharray={own.some(({ isRebase }) => isRebase) ? '8 3' : '2 3'}
      label={{
        value: own.map(({ number }) => number).join(', '),
        position: 'top',
        offset: 10,
        fill: 'var(--text)',
        fontWeight: 700,
      }}
    />
  ))

const targetLook = {
  stroke: 'var(--spc-target)',
  strokeWidth: 2,
  strokeDasharray: '1 4',
  strokeLinecap: 'round',
} as const

/** Across the whole chart, or from the month that the target holds from. */
const targetLine = ({ target, targetFrom, points }: SpcChart): ReactNode => {
  const last = points.at(-1)?.month
  if (target === null) return null
  if (targetFrom === null || last === undefined || targetFrom <= (points[0]?.month ?? ''))
    return <ReferenceLine y={target} {...targetLook} />
  const ends = [
    { x: targetFrom, y: target },
    { x: last, y: target },
  ] as const
  return <ReferenceLine segment={ends} {...targetLook} />
}

/** A month as it is read out, with what is marked on it. */
const told = (point: SpcPoint, marked: ReadonlyMap<string, string>, format: (value: number) => string): string =>
  [pointSentence(point, format), marked.get(point.month)].filter((part) => part !== undefined).join(' ')

type PictureProps = Omit<SpcDrawingProps, 'name' | 'ahead'> & {
  readonly ahead: readonly string[]
  readonly keys: PointKeys
  readonly scale: number
}

const picture = ({ chart, marks, format, size, height, keys, ahead, extras, scale }: PictureProps): ReactElement => {
  const { points } = chart
  const marked = saidByMonth(marks)
  const ticks = ticksOf(chart, ahead, extras)
  const flags = extras?.flags === true ? Math.min(marks.length, MOST_FLAGS) : 0
  const margin = {
    top: flags > 0 ? flags * FLAG_ROOM * scale + 8 : 24,
    right: extras === undefined ? 24 : 112 * scale,
    bottom: 4,
    left: 0,
  }
  const months = points.length + ahead.length
  const places = new Map(points.filter(({ value }) => value !== null).map(({ month }, place) => [month, place]))
  const onePoint = (point: SpcPoint | undefined, x: number | undefined, y: number | undefined): ReactNode => {
    const place = point && places.get(point.month)
    if (point === undefined || place === undefined || x === undefined || y === undefined) return null
    return (
      <ChartPointMark
        key={point.month}
        x={x}
        y={y}
        place={place}
        month={point.month}
        name={told(point, marked, format)}
        keys={keys}
      >
        {spcShape(point.variation)}
        {extras !== undefined && place === places.size - 1 && point.value !== null && (
          <text
            y={(points[points.indexOf(point) - 1]?.value ?? point.value) < point.value ? -13 : 24}
            textAnchor="middle"
            fontWeight="700"
            fill="var(--text)"
          >
            {format(point.value)}
          </text>
        )}
      </ChartPointMark>
    )
  }
  return (
    <ComposedChart data={plotRows(chart, ahead, extras)} margin={margin} accessibilityLayer={false} {...(size ?? {})}>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="month"
        tick={axisText}
        tickLine={false}
        stroke="var(--chart-axis)"
        tickFormatter={shortMonth}
        interval={Math.max(0, Math.ceil(months / LABELS) - 1)}
      />
      <YAxis
        tick={axisText}
        tickLine={false}
        axisLine={false}
        width={64}
        tickFormatter={format}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
      />
      {extras !== undefined && <Area dataKey="band" fill="var(--chart-band)" fillOpacity={1} {...STILL} />}
      {extras?.baselineTo != null && baselineLine(extras.baselineTo)}
      {flags > 0 && marks.length <= MOST_FLAGS ? flagLines(marks, scale) : markLines(marks)}
      {targetLine(chart)}
      {extras !== undefined && (
        <Line dataKey="path" {...STILL} stroke="var(--spc-target)" strokeWidth={1.5} strokeDasharray="2 5" />
      )}
      {phaseLines(chart)}
      <Line
        dataKey="value"
        stroke="none"
        isAnimationActive={false}
        activeDot={false}
        connectNulls={false}
        dot={({ cx, cy, index }) => onePoint(points[index], cx, cy)}
      />
      {extras !== undefined &&
        endLabels({ scale, chart, format, ticks, plotHeight: (size?.height ?? height) - margin.top - AXIS })}
    </ComposedChart>
  )
}

/** The months and their limits. Nothing moves in it, so that the screen and the PDF show the same. */
export const SpcDrawing = (props: SpcDrawingProps): ReactNode => {
  const { name, chart, marks, format, size, height, ahead = NONE_AHEAD, extras } = props
  const measured = chart.points.filter(({ value }) => value !== null)
  const { reached, keys } = usePointKeys(measured.length, measured.length - 1)
  const scale = useRootFontSize() / USUAL_TEXT
  const drawn = useMemo(
    () => picture({ chart, marks, format, size, height, keys, ahead, extras, scale }),
    [chart, marks, format, size, height, keys, ahead, extras, scale],
  )
  const here = measured[reached] ?? measured.at(-1)
  return (
    <div>
      <ChartPlot name={name} role="group" size={size} height={height}>
        {drawn}
      </ChartPlot>
      <p className={classes.readout} aria-hidden="true">
        {here !== undefined && told(here, saidByMonth(marks), format)}
      </p>
    </div>
  )
}
