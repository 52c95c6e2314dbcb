import { IconChartBar, IconTable } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '../button.tsx'
import { PlainTable } from '../table/plain-table.tsx'
import { ChartDrawing } from './chart-drawing.tsx'
import type { ChartPoint, ChartSeries } from './chart-series.ts'
import { ChartKey } from './chart-key.tsx'
import classes from './chart.module.css'

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
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  const Heading = `h${headingLevel}` as const
  const printing = size !== undefined
  const table = (
    <PlainTable caption={title} columns={tableColumns(props)} rows={points} rowId={(point) => point.label} />
  )
  return (
    <figure className={classes.figure} aria-labelledby={titleId}>
      <div className={classes.head}>
        <div>
          <Heading id={titleId}>{title}</Heading>
          <p className={classes.unit}>
            {unit}, {period}
          </p>
        </div>
        {!printing && (
          <Button size="small" icon={asTable ? IconChartBar : IconTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Picture' : 'Table'}
          </Button>
        )}
      </div>
      {(!asTable || printing) && (
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
      )}
      {(asTable || printing) && table}
      <figcaption className={classes.caption}>
        {notes !== undefined && <span>{notes}</span>}
        <span>Source: {source}</span>
      </figcaption>
    </figure>
  )
}
