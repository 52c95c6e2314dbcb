import { IconChartBar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PlainTable } from '../table/plain-table.tsx'
import { ChartDrawing } from './chart-drawing.tsx'
import type { ChartPoint, ChartSeries } from './chart-series.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartKey } from './chart-key.tsx'

type ChartProps = {
  /** States the finding: "3 in 4 had a care review within a year". */
  readonly title: string
  /** What is counted or measured: "% of people with a review due". */
  readonly unit: string
  readonly period: string
  /** Where the figures come from, with the day they were taken. */
  readonly source: string
  /** How many were left out and why, which rule at which version, what is hidden. */
  readonly notes?: ReactNode
  /** Heading of the axis along the foot, and of the table's first column. */
  readonly axis: string
  readonly series: readonly ChartSeries[]
  readonly points: readonly ChartPoint[]
  readonly format?: (value: number) => string
  /** Top of the scale; by default what the figures need. */
  readonly highest?: number
  /** Fixed size in px: for print, where there is no window to fit. Also turns the picture's table on below it. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly height?: number
  readonly headingLevel?: 2 | 3 | 4
}

const usualFormat = (value: number): string => value.toLocaleString('en-GB')

const tableColumns = (props: ChartProps) => {
  const format = props.format ?? usualFormat
  const figure = (point: ChartPoint, key: string): string => {
    const value = point.values[key]
    return point.shown?.[key] ?? (value === null || value === undefined ? 'not known' : format(value))
  }
  return [
    { id: 'label', header: props.axis, rowHeader: true, cell: (point: ChartPoint) => point.label },
    ...props.series.map((series) => ({
      id: series.key,
      header: series.label,
      align: 'end' as const,
      cell: (point: ChartPoint) => figure(point, series.key),
    })),
  ]
}

/**
 * A chart that can stand alone: the finding as its title, then unit, period and source, and the same figures as a
 * table. The picture is one image to a screen reader, named by its title; the table carries the figures.
 */
export const Chart = (props: ChartProps): ReactNode => {
  const { title, unit, period, source, notes, series, points, size, headingLevel = 3 } = props
  return (
    <ChartFrame
      title={title}
      unit={`${unit}, ${period}`}
      headingLevel={headingLevel}
      printing={size !== undefined}
      icon={IconChartBar}
      picture={
        <>
          <ChartKey series={series} />
          <ChartDrawing
            name={title}
            axis={props.axis}
            series={series}
            points={points}
            format={props.format ?? usualFormat}
            highest={props.highest}
            size={size}
            height={props.height ?? 260}
          />
        </>
      }
      table={<PlainTable caption={title} columns={tableColumns(props)} rows={points} rowId={(point) => point.label} />}
      caption={
        <>
          {notes !== undefined && <span>{notes}</span>}
          <span>Source: {source}</span>
        </>
      }
    />
  )
}
