import { type ReactNode, useMemo } from 'react'
import type { SpcChart as SpcResult, SpcPoint } from '#shared/statistics/spc-types.ts'
import {
  ASSURANCE_WORDS,
  cautions,
  countsText,
  limitsSentence,
  RULE_WORDS,
  spcMonth,
  VARIATION_WORDS,
} from '#shared/statistics/spc-words.ts'
import { ChartFrame } from './chart/chart-frame.tsx'
import chartClasses from './chart/chart.module.css'
import classes from './spc-chart.module.css'
import { SpcDrawing, spcShape } from './spc-drawing.tsx'
import { AssuranceIcon, VariationIcon } from './spc-icons.tsx'
import { marksOf, saidByMonth, type SpcAnnotation, type SpcMark } from './spc-marks.ts'
import { PlainTable } from './table/plain-table.tsx'

type SpcChartProps = {
  /** States the finding: "Fewer letters are late since the Monday clinic". */
  readonly title: string
  readonly unit: string
  readonly source: string
  readonly chart: SpcResult
  readonly format: (value: number) => string
  readonly annotations?: readonly SpcAnnotation[]
  /** Fixed size in px: for print, where the table stands below as well. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly height?: number
  readonly headingLevel?: 2 | 3 | 4
}

const NO_ANNOTATIONS: readonly SpcAnnotation[] = []

const tableColumns = (chart: SpcResult, marks: readonly SpcMark[], format: (value: number) => string) => {
  const marked = saidByMonth(marks)
  const counted = chart.kind !== 'XmR'
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : format(value)
  const said = ({ value, rules, variation }: SpcPoint): string => {
    if (value === null) return 'not measured'
    if (rules.length === 0) return VARIATION_WORDS[variation].short
    return `${VARIATION_WORDS[variation].short}: ${rules.map((rule) => RULE_WORDS[rule]).join('; ')}`
  }
  const end = { align: 'end' as const }
  return [
    { id: 'month', header: 'Month', rowHeader: true, cell: ({ month }: SpcPoint) => spcMonth(month) },
    { id: 'value', header: 'Value', ...end, cell: ({ value }: SpcPoint) => figure(value) },
    ...(counted
      ? [
          {
            id: 'counts',
            header: 'Counted',
            ...end,
            cell: (point: SpcPoint) => countsText(point) ?? '–',
          },
        ]
      : []),
    { id: 'mean', header: 'Mean', ...end, cell: ({ limits }: SpcPoint) => figure(limits?.mean) },
    { id: 'lower', header: 'Lower limit', ...end, cell: ({ limits }: SpcPoint) => figure(limits?.lower) },
    { id: 'upper', header: 'Upper limit', ...end, cell: ({ limits }: SpcPoint) => figure(limits?.upper) },
    { id: 'said', header: 'What it says', cell: said },
    ...(marks.length === 0
      ? []
      : [{ id: 'marked', header: 'What happened', cell: ({ month }: SpcPoint) => marked.get(month) ?? '' }]),
  ]
}

const dashes = { mean: undefined, limit: '6 4', target: '1 4', rebase: '8 3', note: '2 3' } as const

const LineKey = ({ colour, dash }: { readonly colour: string; readonly dash: string | undefined }): ReactNode => (
  <svg width="1.75rem" height="0.75rem" viewBox="0 0 28 12" aria-hidden="true" data-mark>
    <path d="M1 6h26" stroke={colour} strokeWidth="2" strokeDasharray={dash} strokeLinecap="round" />
  </svg>
)

const PointKey = ({ variation }: { readonly variation: SpcPoint['variation'] }): ReactNode => (
  <svg width="1rem" height="1rem" viewBox="-8 -8 16 16" aria-hidden="true" data-mark>
    {spcShape(variation)}
  </svg>
)

const MarkKey = ({ isRebase }: { readonly isRebase: boolean }): ReactNode => (
  <svg width="0.75rem" height="1rem" viewBox="0 0 12 16" aria-hidden="true" data-mark>
    <path d="M6 1v14" stroke="var(--text-2)" strokeDasharray={dashes[isRebase ? 'rebase' : 'note']} />
  </svg>
)

type KeyProps = {
  readonly chart: SpcResult
  readonly marks: readonly SpcMark[]
  readonly format: (value: number) => string
}

const Key = ({ chart, marks, format }: KeyProps): ReactNode => (
  <ul className={chartClasses.key} aria-label="Key">
    <li>
      <PointKey variation="common cause" /> no change seen
    </li>
    {chart.better === 'neither' ? (
      <li>
        <PointKey variation="neither high" /> changed
      </li>
    ) : (
      <>
        <li>
          <PointKey variation="improving high" /> improving
        </li>
        <li>
          <PointKey variation="concerning high" /> concerning
        </li>
      </>
    )}
    <li>
      <LineKey colour="var(--spc-mean)" dash={dashes.mean} /> mean
    </li>
    <li>
      <LineKey colour="var(--spc-limit)" dash={dashes.limit} /> limits
    </li>
    {chart.target !== null && (
      <li>
        <LineKey colour="var(--spc-target)" dash={dashes.target} /> target {format(chart.target)}
        {chart.targetFrom !== null && ` from ${spcMonth(chart.targetFrom)}`}
      </li>
    )}
    {marks.some(({ isRebase }) => isRebase) && (
      <li>
        <MarkKey isRebase /> limits begin anew
      </li>
    )}
    {marks.some(({ isRebase }) => !isRebase) && (
      <li>
        <MarkKey isRebase={false} /> note
      </li>
    )}
  </ul>
)

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
    size,
    height = 300,
    headingLevel = 3,
  } = props
  // The same list until something changes: drawn anew, the month that has the focus would lose it.
  const marks = useMemo(() => marksOf(chart, annotations), [chart, annotations])
  return (
    <ChartFrame
      title={title}
      unit={unit}
      headingLevel={headingLevel}
      printing={size !== undefined}
      lead={<Judgement chart={chart} />}
      picture={
        <>
          <Key chart={chart} marks={marks} format={format} />
          <SpcDrawing name={title} chart={chart} marks={marks} format={format} size={size} height={height} />
        </>
      }
      between={
        marks.length > 0 && (
          <ol className={classes.marks} aria-label="What happened when">
            {marks.map(({ number, words }) => (
              <li key={number}>{words}</li>
            ))}
          </ol>
        )
      }
      table={
        <PlainTable
          caption={title}
          columns={tableColumns(chart, marks, format)}
          rows={chart.points}
          rowId={({ month }) => month}
          flagged={({ rules }) => rules.length > 0}
        />
      }
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
