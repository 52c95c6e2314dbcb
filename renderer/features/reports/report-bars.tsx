import type { ReactNode } from 'react'
import { Bar, BarChart, type BarShapeProps, CartesianGrid, LabelList, Rectangle, XAxis, YAxis } from 'recharts'
import type { ReportTable } from '#shared/features/reports/schema.ts'
import { cellText, figureText, NO_CHART } from '#shared/features/reports/words.ts'
import classes from './report-document.module.css'

const WIDTH = 568
const BAR_ROW = 26
const AXIS = 44
const LABELS = 200

interface BarRow {
  readonly label: string
  /** Nothing is drawn for a hidden count, not even a short bar. */
  readonly value: number | null
  readonly mark: string
}

const barRows = ({ rows, totalRow, columns, chart }: ReportTable): BarRow[] => {
  const parts = totalRow ? rows.slice(0, -1) : rows
  return parts.flatMap((row) => {
    const [name] = row
    const cell = row[chart?.column ?? 0]
    const column = columns[0]
    if (name === undefined || column === undefined || cell?.kind !== 'count') return []
    const { figure } = cell
    return [
      {
        label: cellText(name, column),
        value: figure.state === 'shown' ? figure.value : null,
        mark: figureText(figure),
      },
    ]
  })
}

/** Nothing for a hidden count or a nought. Their label still needs a place, which the least bar size gives it. */
const drawBar = (bar: BarShapeProps): ReactNode => {
  const { drawn } = bar.payload as { drawn: number }
  return drawn === 0 ? null : <Rectangle {...bar} />
}

const axisText = { fill: 'var(--text-2)', fontSize: 14 }

/**
 * A table's counts as bars, drawn at one fixed size so that the screen and the PDF show the same. One picture to a
 * screen reader; the table below it carries the figures.
 */
export const ReportBars = ({ table }: { readonly table: ReportTable }): ReactNode => {
  if (table.chart === null) return null
  const rows = barRows(table).map((row) => ({ ...row, drawn: row.value ?? 0 }))
  const hidden = rows.filter(({ value }) => value === null).length
  if (rows.every(({ drawn }) => drawn === 0)) return hidden === 0 ? null : <p className={classes.note}>{NO_CHART}</p>
  const height = rows.length * BAR_ROW + AXIS
  return (
    <>
      <figure
        className={classes.figure}
        role="img"
        aria-label={`${table.chart.title}. The table below holds the same figures.`}
      >
        <BarChart
          layout="vertical"
          width={WIDTH}
          height={height}
          data={rows}
          margin={{ top: 4, right: 48, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
          <XAxis
            type="number"
            allowDecimals={false}
            tick={axisText}
            tickLine={false}
            stroke="var(--chart-axis)"
            height={40}
            label={{ value: table.chart.unit, position: 'insideBottom', style: axisText }}
          />
          <YAxis
            type="category"
            dataKey="label"
            width={LABELS}
            tick={axisText}
            tickLine={false}
            axisLine={false}
            interval={0}
          />
          <Bar
            dataKey="drawn"
            fill="var(--chart-1)"
            barSize={14}
            minPointSize={1}
            shape={drawBar}
            isAnimationActive={false}
          >
            <LabelList dataKey="mark" position="right" fill="var(--text)" fontSize={14} />
          </Bar>
        </BarChart>
      </figure>
      {hidden > 0 && (
        <p className={classes.note}>
          No bar is drawn for the {hidden === 1 ? 'hidden number' : `${hidden} hidden numbers`}.
        </p>
      )}
    </>
  )
}
