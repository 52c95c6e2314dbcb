import type { ReactNode } from 'react'
import type { Funnel } from '#shared/statistics/funnel.ts'
import { FUNNEL_PLACE_WORDS, funnelSentence, letterOf } from '#shared/statistics/funnel-words.ts'
import { ChartFrame } from './chart/chart-frame.tsx'
import { FunnelDrawing, type NamedPoint } from './funnel-drawing.tsx'
import { PlainTable } from './table/plain-table.tsx'

type FunnelChartProps = {
  /** States the finding: "Two practices differ more than chance explains". */
  readonly title: string
  /** What is measured: "% of people with a review in time". */
  readonly unit: string
  /** What the axis along the foot counts: "People with a review due". */
  readonly axis: string
  readonly source: string
  readonly funnel: Funnel
  readonly format: (value: number) => string
  /** The key of the reader's own practice, which is marked and called "Yours". */
  readonly own?: string
  /** Names by key, where those who see the chart may see them. Without, points are called A, B and so on. */
  readonly names?: ReadonlyMap<string, string>
  readonly size?: { readonly width: number; readonly height: number }
  readonly height?: number
  readonly headingLevel?: 2 | 3 | 4
}

/** Letters go by size, so that their order gives no name away. */
const namedPoints = ({ points }: Funnel, own: string | undefined, names: FunnelChartProps['names']): NamedPoint[] => {
  let letters = 0
  return points
    .toSorted((a, b) => a.denominator - b.denominator || a.value - b.value)
    .map((point) => {
      const isOwn = point.key === own
      const name = isOwn ? 'Yours' : (names?.get(point.key) ?? letterOf(letters))
      if (!isOwn) letters += 1
      return { ...point, name, isOwn }
    })
}

/**
 * A funnel plot that can stand alone: practices by size around the pooled figure, with the limits of chance, and the
 * same as a table. No practice is named unless names are given. Each can be reached with the arrow keys.
 */
export const FunnelChart = (props: FunnelChartProps): ReactNode => {
  const { title, unit, axis, source, funnel, format, own, names, size, height = 320, headingLevel = 3 } = props
  const points = namedPoints(funnel, own, names)
  const end = { align: 'end' as const }
  return (
    <ChartFrame
      title={title}
      unit={unit}
      headingLevel={headingLevel}
      printing={size !== undefined}
      picture={
        <FunnelDrawing
          title={title}
          axis={axis}
          funnel={funnel}
          points={points}
          format={format}
          size={size}
          height={height}
        />
      }
      table={
        <PlainTable
          caption={title}
          rows={points}
          rowId={({ key }) => key}
          flagged={({ place }) => place !== 'inside'}
          columns={[
            { id: 'name', header: 'Practice', rowHeader: true, cell: ({ name }) => name },
            { id: 'value', header: 'Value', ...end, cell: ({ value }) => format(value) },
            {
              id: 'counts',
              header: 'Counted',
              ...end,
              cell: ({ numerator, denominator }) =>
                `${numerator.toLocaleString('en-GB')} of ${denominator.toLocaleString('en-GB')}`,
            },
            {
              id: 'limits',
              header: '95% limits',
              ...end,
              cell: ({ limits95 }) => `${format(limits95.lower)} to ${format(limits95.upper)}`,
            },
            {
              id: 'far',
              header: '99.8% limits',
              ...end,
              cell: ({ limits998 }) => `${format(limits998.lower)} to ${format(limits998.upper)}`,
            },
            { id: 'place', header: 'Where it lies', cell: ({ place }) => FUNNEL_PLACE_WORDS[place] },
          ]}
        />
      }
      caption={
        <>
          {funnel.leftOut.length > 0 && (
            <span>
              {funnel.leftOut.length === 1 ? '1 practice had' : `${funnel.leftOut.length} practices had`} nobody to
              count and {funnel.leftOut.length === 1 ? 'is' : 'are'} left out.
            </span>
          )}
          <span>{funnelSentence(funnel)}</span>
          <span>Source: {source}</span>
        </>
      }
    />
  )
}
