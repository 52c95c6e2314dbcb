import { type ReactElement, type ReactNode, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { type Funnel, funnelGrid, funnelLimits, type FunnelPoint } from '#shared/statistics/funnel.ts'
import { FUNNEL_PLACE_WORDS } from '#shared/statistics/funnel-words.ts'
import { ChartPointMark, type PointKeys, usePointKeys } from './chart-point.tsx'
import chartClasses from './chart/chart.module.css'
import { roundSteps } from './round-steps.ts'
import { ChartPlot } from './chart/chart-plot.tsx'
import classes from './spc-chart.module.css'

export type NamedPoint = FunnelPoint & { readonly name: string; readonly isOwn: boolean }

type FunnelDrawingProps = {
  readonly title: string
  readonly axis: string
  readonly funnel: Funnel
  /** In the order of their denominators. */
  readonly points: readonly NamedPoint[]
  readonly format: (value: number) => string
  readonly size: { readonly width: number; readonly height: number } | undefined
  readonly height: number
}

const GRID_STEPS = 60

type PlotRow = {
  readonly denominator: number
  readonly low: number
  readonly high: number
  readonly lowest: number
  readonly highest: number
  readonly value: number | null
  readonly place: number | null
}

/** The lines over a grid of sizes, with the points among them. */
const plotRows = ({ kind, method, centre }: Funnel, points: readonly NamedPoint[], from: number): PlotRow[] => {
  const largest = points.at(-1)?.denominator ?? from
  const lines = funnelLimits(kind, method, centre, funnelGrid(from, largest * 1.05, GRID_STEPS))
  const asRow = (
    { denominator, limits95, limits998 }: (typeof lines)[number],
    value: number | null,
    place: number | null,
  ): PlotRow => ({
    denominator,
    low: limits95.lower,
    high: limits95.upper,
    lowest: limits998.lower,
    highest: limits998.upper,
    value,
    place,
  })
  return [
    ...lines.map((line) => asRow(line, null, null)),
    ...points.map((point, place) => asRow(point, point.value, place)),
  ].toSorted((a, b) => a.denominator - b.denominator)
}

const axisText = { fill: 'var(--chart-axis)', fontSize: '0.875rem' }

/** Inside: a ring; beyond the 95% limits: filled; beyond the 99.8% limits: a square. One's own practice: a diamond. */
const shapeOf = ({ place, isOwn }: Pick<NamedPoint, 'place' | 'isOwn'>): ReactNode => {
  const far = place.endsWith('99.8')
  if (isOwn) {
    return <path d="M0-8 8 0 0 8-8 0Z" fill="var(--chart-1)" stroke="var(--text)" strokeWidth={far ? 3 : 1} />
  }
  if (far) return <path d="M-5-5h10v10h-10Z" fill="var(--text)" />
  const inside = place === 'inside'
  return <circle r="4.5" fill={inside ? 'var(--surface)' : 'var(--text)'} stroke="var(--text)" strokeWidth="1.6" />
}

const sentence = (point: NamedPoint, format: (value: number) => string): string => {
  const { name, value, numerator, denominator, limits95, limits998, place } = point
  const range = (of: typeof limits95): string => `${format(of.lower)} to ${format(of.upper)}`
  return `${name}: ${format(value)}, ${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}. 95% limits ${range(limits95)}, 99.8% limits ${range(limits998)}. It is ${FUNNEL_PLACE_WORDS[place]}.`
}

const looks: readonly { readonly words: string; readonly point: Pick<NamedPoint, 'place' | 'isOwn'> }[] = [
  { words: 'within what chance explains', point: { place: 'inside', isOwn: false } },
  { words: 'outside 95%', point: { place: 'above 95', isOwn: false } },
  { words: 'outside 99.8%', point: { place: 'above 99.8', isOwn: false } },
  { words: 'yours', point: { place: 'inside', isOwn: true } },
]

const LineKey = ({ dash, words }: { readonly dash: string | undefined; readonly words: string }): ReactNode => (
  <li>
    <svg width="1.75rem" height="0.75rem" viewBox="0 0 28 12" aria-hidden="true" data-mark>
      <path d="M1 6h26" stroke="var(--spc-mean)" strokeWidth="1.6" strokeDasharray={dash} />
    </svg>
    {words}
  </li>
)

const dashes = { near: '6 4', far: '2 3' } as const

const FunnelKey = ({ withOwn }: { readonly withOwn: boolean }): ReactNode => (
  <ul className={chartClasses.key} aria-label="Key">
    {looks
      .filter(({ point }) => withOwn || !point.isOwn)
      .map(({ words, point }) => (
        <li key={words}>
          <svg width="1.125rem" height="1.125rem" viewBox="-9 -9 18 18" aria-hidden="true" data-mark>
            {shapeOf(point)}
          </svg>
          {words}
        </li>
      ))}
    <LineKey dash={undefined} words="all together" />
    <LineKey dash={dashes.near} words="95% limits" />
    <LineKey dash={dashes.far} words="99.8% limits" />
  </ul>
)

const line = { dot: false, activeDot: false, isAnimationActive: false, stroke: 'var(--spc-mean)' } as const

type PictureProps = Pick<FunnelDrawingProps, 'axis' | 'funnel' | 'points' | 'format' | 'size'> & {
  readonly keys: PointKeys
}

const picture = ({ axis, funnel, points, format, size, keys }: PictureProps): ReactElement => {
  const rows = plotRows(funnel, points, Math.max(1, (points[0]?.denominator ?? 1) * 0.7))
  const onePoint = (place: number | null | undefined, x: number | undefined, y: number | undefined): ReactNode => {
    const point = points[place ?? -1]
    if (point === undefined || x === undefined || y === undefined) return null
    return (
      <ChartPointMark key={point.key} x={x} y={y} place={place ?? 0} name={sentence(point, format)} keys={keys}>
        {shapeOf(point)}
        <text x="10" y="-6" fill="var(--text)" fontWeight={point.isOwn ? 700 : 400} aria-hidden="true">
          {point.name}
        </text>
      </ChartPointMark>
    )
  }
  return (
    <ComposedChart
      data={rows}
      margin={{ top: 20, right: 40, bottom: 4, left: 0 }}
      accessibilityLayer={false}
      {...(size ?? {})}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        type="number"
        dataKey="denominator"
        domain={['dataMin', 'dataMax']}
        ticks={roundSteps(rows[0]?.denominator ?? 0, rows.at(-1)?.denominator ?? 1).filter(
          (tick) => tick >= (rows[0]?.denominator ?? 0) && tick <= (rows.at(-1)?.denominator ?? 1),
        )}
        tick={axisText}
        tickLine={false}
        stroke="var(--chart-axis)"
        allowDecimals={false}
        height={48}
        tickFormatter={(value: number) => value.toLocaleString('en-GB')}
        label={{ value: axis, position: 'insideBottom', style: axisText }}
      />
      <YAxis
        tick={axisText}
        tickLine={false}
        axisLine={false}
        width={64}
        tickFormatter={format}
        domain={[0, funnel.kind === 'proportion' ? 1 : 'auto']}
        tickCount={6}
      />
      <ReferenceLine y={funnel.centre} stroke="var(--spc-mean)" strokeWidth={1.6} />
      <Line dataKey="lowest" {...line} strokeWidth={1.4} strokeDasharray={dashes.far} />
      <Line dataKey="highest" {...line} strokeWidth={1.4} strokeDasharray={dashes.far} />
      <Line dataKey="low" {...line} strokeWidth={1.4} strokeDasharray={dashes.near} />
      <Line dataKey="high" {...line} strokeWidth={1.4} strokeDasharray={dashes.near} />
      <Line
        dataKey="value"
        stroke="none"
        isAnimationActive={false}
        activeDot={false}
        dot={({ cx, cy, index }) => onePoint(rows[index]?.place, cx, cy)}
      />
    </ComposedChart>
  )
}

/** The practices by size, between the limits of chance. Nothing moves in it. */
export const FunnelDrawing = (props: FunnelDrawingProps): ReactNode => {
  const { title, axis, funnel, points, format, size, height } = props
  const own = points.findIndex(({ isOwn }) => isOwn)
  const { reached, keys } = usePointKeys(points.length, Math.max(own, 0))
  const drawn = useMemo(
    () => picture({ axis, funnel, points, format, size, keys }),
    [axis, funnel, points, format, size, keys],
  )
  const told = points[reached]
  return (
    <div>
      <FunnelKey withOwn={own >= 0} />
      <ChartPlot name={title} role="group" size={size} height={height}>
        {drawn}
      </ChartPlot>
      <p className={classes.readout} aria-hidden="true">
        {told !== undefined && sentence(told, format)}
      </p>
    </div>
  )
}
