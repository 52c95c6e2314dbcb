import type { ReactNode } from 'react'
import { Bar, CartesianGrid, ComposedChart, ErrorBar, LabelList, Line, XAxis, YAxis } from 'recharts'
import { type ChartPoint, type ChartSeries, markerPaths, seriesLook } from './chart-series.ts'
import { ChartPlot } from './chart-plot.tsx'

type ChartDrawingProps = {
  readonly name: string
  readonly axis: string
  readonly series: readonly ChartSeries[]
  readonly points: readonly ChartPoint[]
  readonly format: (value: number) => string
  readonly highest: number | undefined
  readonly size: { readonly width: number; readonly height: number } | undefined
  readonly height: number
}

type PlotRow = Record<string, string | number | null | readonly [number, number]>

/** Flat rows, with each likely range as the distances below and above its value that an error bar wants. */
const plotRows = (points: readonly ChartPoint[], series: readonly ChartSeries[]): PlotRow[] =>
  points.map((point) => {
    const row: PlotRow = { label: point.label, ...point.values }
    for (const { key, range } of series) {
      const value = point.values[key]
      const low = range && point.values[range.low]
      const high = range && point.values[range.high]
      if (typeof value === 'number' && typeof low === 'number' && typeof high === 'number') {
        row[`${key} range`] = [value - low, high - value]
      }
    }
    return row
  })

const axisText = { fill: 'var(--chart-axis)', fontSize: '0.875rem' }

type MarkerProps = {
  readonly x: number | undefined
  readonly y: number | undefined
  readonly path: string
  readonly colour: string
}

const Marker = ({ x, y, path, colour }: MarkerProps): ReactNode =>
  x !== undefined &&
  y !== undefined && <path d={path} fill={colour} transform={`translate(${x - 10.4} ${y - 7.8}) scale(1.3)`} />

const rangeBar = ({ key, range }: ChartSeries): ReactNode =>
  range && (
    <ErrorBar
      dataKey={`${key} range`}
      direction="y"
      width={5}
      stroke="var(--text)"
      strokeWidth={1.4}
      isAnimationActive={false}
    />
  )

const drawSeries = (one: ChartSeries, index: number, format: ChartDrawingProps['format']): ReactNode => {
  const { colour, dash, marker } = seriesLook(index)
  if (one.kind === 'bar') {
    return (
      <Bar
        key={one.key}
        dataKey={one.key}
        fill={colour}
        maxBarSize={44}
        radius={[3, 3, 0, 0]}
        isAnimationActive={false}
      >
        {rangeBar(one)}
        {one.range === undefined && (
          <LabelList
            dataKey={one.key}
            position="top"
            fill="var(--text)"
            formatter={(value) => (typeof value === 'number' ? format(value) : '')}
          />
        )}
      </Bar>
    )
  }
  return (
    <Line
      key={one.key}
      dataKey={one.key}
      stroke={colour}
      strokeWidth={2}
      strokeDasharray={dash}
      dot={({ cx, cy, index: at }) => <Marker key={at} x={cx} y={cy} path={markerPaths[marker]} colour={colour} />}
      connectNulls={false}
      isAnimationActive={false}
    >
      {rangeBar(one)}
    </Line>
  )
}

/** The picture itself. Nothing moves in it, so that the screen, the PDF and the Word file show the same thing. */
export const ChartDrawing = ({
  name,
  axis,
  series,
  points,
  format,
  highest,
  size,
  height,
}: ChartDrawingProps): ReactNode => {
  const chart = (
    <ComposedChart
      data={plotRows(points, series)}
      margin={{ top: 20, right: 24, bottom: 4, left: 0 }}
      accessibilityLayer={false}
      {...(size ?? {})}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="label"
        tick={axisText}
        tickLine={false}
        stroke="var(--chart-axis)"
        // Months in a row may leave some names out; of groups beside each other each needs its own.
        interval={series.every(({ kind }) => kind === 'line') ? 'equidistantPreserveStart' : 0}
        minTickGap={12}
        height={48}
        label={{ value: axis, position: 'insideBottom', style: axisText }}
      />
      <YAxis
        tick={axisText}
        tickLine={false}
        axisLine={false}
        width={52}
        tickFormatter={format}
        domain={[0, highest ?? 'auto']}
        allowDecimals={false}
      />
      {series.map((one, index) => drawSeries(one, index, format))}
    </ComposedChart>
  )
  return (
    <ChartPlot name={name} role="img" size={size} height={height}>
      {chart}
    </ChartPlot>
  )
}
