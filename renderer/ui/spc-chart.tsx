import { type ReactNode, useMemo } from 'react'
import type { SpcChart as SpcResult } from '#shared/statistics/spc-types.ts'
import { ASSURANCE_WORDS, cautions, limitsSentence, spcMonth, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { ChartFrame } from './chart/chart-frame.tsx'
import classes from './spc-chart.module.css'
import { SpcDrawing } from './spc-drawing.tsx'
import { AssuranceIcon, VariationIcon } from './spc-icons.tsx'
import { SpcKey } from './spc-key.tsx'
import { marksOf, monthOfMarks, type SpcAnnotation } from './spc-marks.ts'
import { SpcMarkList } from './spc-mark-list.tsx'
import { SpcTable } from './spc-table.tsx'

type SpcChartProps = {
  /** States the finding: "Fewer letters are late since the Monday clinic". */
  readonly title: string
  readonly unit: string
  readonly source: string
  readonly chart: SpcResult
  readonly format: (value: number) => string
  readonly annotations?: readonly SpcAnnotation[]
  /** The month that it is: shown after the last measured one where something is marked in it. */
  readonly thisMonth?: string
  /** Fixed size in px: for print, where the table stands below as well. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly height?: number
  readonly headingLevel?: 2 | 3 | 4
}

const NO_ANNOTATIONS: readonly SpcAnnotation[] = []

const Judgement = ({ chart }: { readonly chart: SpcResult }): ReactNode => {
  const note = chart.phases.at(-1)?.trial === true ? 'Trial limits' : undefined
  return (
    <ul className={classes.judgement} aria-label="What it says">
      <li>
        <VariationIcon variation={chart.variation} note={note} /> {VARIATION_WORDS[chart.variation].short}
      </li>
      <li>
        <AssuranceIcon assurance={chart.assurance} note={note} /> {ASSURANCE_WORDS[chart.assurance].short}
      </li>
      {chart.judgedAt !== null && <li>By {spcMonth(chart.judgedAt)}</li>}
    </ul>
  )
}

/**
 * A chart of statistical process control that can stand alone: the finding as its title, what the newest month says in
 * icons and words, the months with their limits, and the same as a table. Each month can be reached with the arrow keys
 * and is read out.
 */
export const SpcChart = (props: SpcChartProps): ReactNode => {
  const {
    title,
    unit,
    source,
    chart,
    format,
    annotations = NO_ANNOTATIONS,
    thisMonth,
    size,
    height = 300,
    headingLevel = 3,
  } = props
  // The same list until something changes: drawn anew, the month that has the focus would lose it.
  const ahead = useMemo(() => monthOfMarks(chart, annotations, thisMonth), [chart, annotations, thisMonth])
  const marks = useMemo(() => marksOf(chart, annotations, ahead), [chart, annotations, ahead])
  return (
    <ChartFrame
      title={title}
      unit={unit}
      headingLevel={headingLevel}
      printing={size !== undefined}
      lead={<Judgement chart={chart} />}
      picture={
        <>
          <SpcKey chart={chart} marks={marks} format={format} />
          <SpcDrawing
            name={title}
            chart={chart}
            marks={marks}
            format={format}
            size={size}
            height={height}
            ahead={ahead}
          />
        </>
      }
      between={<SpcMarkList marks={marks} />}
      table={<SpcTable caption={title} chart={chart} marks={marks} format={format} ahead={ahead} />}
      caption={
        <>
          {cautions(chart).map((caution) => (
            <span key={caution}>{caution}</span>
          ))}
          <span>{limitsSentence(chart)}</span>
          <span>Source: {source}</span>
        </>
      }
    />
  )
}
