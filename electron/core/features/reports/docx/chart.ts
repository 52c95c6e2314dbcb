import { ChartRun } from 'docx/charts'
import type { ReportTable } from '#shared/features/reports/schema.ts'
import { cellText, figureText } from '#shared/features/reports/words.ts'
import { AXIS, BAR, FONT, INK } from '../../../word/styles.ts'

const WIDTH = 640
const BAR_ROW = 26
const AXES = 90

/** Up to this count the axis has a line for every whole number, as fractions of people make no sense. */
const FEW = 8

interface ChartPlace {
  /** Of all drawings in the document, from 1. */
  readonly number: number
  /** What the section found, which the words for those who do not see the chart end with. */
  readonly finding: string
}

/**
 * A table's counts as bars, drawn by the word processor from the same figures as the table below. A hidden count has no
 * bar and no value anywhere in the chart or its sheet of data: its mark stands after its name.
 * @returns `run` is null where every count is hidden or nought; all of it is null for a table without a chart.
 */
export const wordChart = (
  { rows, totalRow, columns, chart }: ReportTable,
  { number, finding }: ChartPlace,
): { run: ChartRun | null; hidden: number } | null => {
  const [names] = columns
  if (chart === null || names === undefined) return null
  const parts = (totalRow ? rows.slice(0, -1) : rows).flatMap((row) => {
    const [name] = row
    const cell = row[chart.column]
    return name === undefined || cell?.kind !== 'count' ? [] : [{ label: cellText(name, names), figure: cell.figure }]
  })
  const values = parts.map(({ figure }) => (figure.state === 'shown' ? figure.value : null))
  const shown = values.filter((value) => value !== null)
  const hidden = values.length - shown.length
  if (shown.every((value) => value === 0)) return { run: null, hidden }
  const most = Math.max(1, ...shown)
  const font = { name: FONT, size: 9, color: INK }
  const run = new ChartRun({
    type: 'bar',
    categories: parts.map(({ label, figure }) => (figure.state === 'shown' ? label : `${label} ${figureText(figure)}`)),
    series: [{ name: chart.unit, values, color: BAR }],
    title: { text: chart.title, font: { ...font, size: 11, bold: true } },
    legend: false,
    font: { name: FONT, color: INK },
    gapWidth: 80,
    chartArea: { fill: 'FFFFFF', border: 'none' },
    // The first row of the table is the uppermost bar, and the counts stay at the foot.
    categoryAxis: { reverseOrder: true, font },
    valueAxis: {
      title: { text: chart.unit, font },
      crossesAt: 'maximum',
      minimum: 0,
      ...(most <= FEW ? { maximum: most + 1, interval: 1 } : {}),
      numberFormat: '#,##0',
      font: { ...font, color: AXIS },
    },
    dataLabels: { value: true, numberFormat: '#,##0', position: 'outsideEnd', font },
    transformation: { width: WIDTH, height: parts.length * BAR_ROW + AXES },
    altText: {
      id: String(number),
      name: `Chart ${number}`,
      title: chart.title,
      description: `${chart.title}. ${finding} The table below holds the same figures.`,
    },
  })
  return { run, hidden }
}
