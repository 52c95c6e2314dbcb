import { type ReactNode, useMemo } from 'react'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SpcChart } from '#renderer/ui/spc-chart.tsx'
import type { SpcAnnotation } from '#renderer/ui/spc-marks.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { valueText } from '#shared/features/measures/library/figure-words.ts'
import { chartValue, runChart } from '#shared/features/measures/library/run-chart.ts'
import { rebasesOf } from '#shared/features/measures/library/marks.ts'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import { spcMonth, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import classes from './library.module.css'

/** One for each kind, made once: a chart that is given another function draws itself anew. */
const FORMATS: Readonly<Record<Measure['kind'], (value: number) => string>> = {
  proportion: (value) => valueText('proportion', value),
  rate: (value) => valueText('rate', chartValue('rate', value)),
  median: (value) => valueText('median', value),
  count: (value) => valueText('count', value),
}

/** On A4 in px, within the margins. */
const ON_PAPER = { width: 660, height: 320 } as const

const RANGES = [
  { value: 'screened', label: 'Leave out unusual ranges before limits are set' },
  { value: 'all', label: 'Keep all ranges' },
] as const

const notesOf = (marks: Measure['marks']): readonly SpcAnnotation[] =>
  marks.flatMap(({ kind, month, words }) => (kind === 'note' ? [{ date: month, words }] : []))

type MeasureRunProps = {
  readonly measure: Measure
  readonly ranges: 'screened' | 'all'
  readonly onRanges: (ranges: 'screened' | 'all') => void
  readonly today: IsoDate
  readonly printing: boolean
  /** Milestones of the actions that are to move it. */
  readonly milestones?: readonly SpcAnnotation[]
}

const NO_MILESTONES: readonly SpcAnnotation[] = []

/** The 36 months of a measure on an SPC chart, with its target and how its limits were set. */
export const MeasureRun = (props: MeasureRunProps): ReactNode => {
  const { measure, ranges, onRanges, today, printing, milestones = NO_MILESTONES } = props
  const { kind, better, target, series, marks } = measure
  const chart = useMemo(
    () => runChart({ kind, better, target, series, rebases: rebasesOf(marks) }, ranges === 'screened'),
    [kind, better, target, series, marks, ranges],
  )
  const annotations = useMemo(() => [...notesOf(marks), ...milestones], [marks, milestones])
  const first = series[0]
  const last = series.at(-1)
  const span = first === undefined || last === undefined ? '' : `, ${spcMonth(first.month)} to ${spcMonth(last.month)}`
  return (
    <Panel>
      <SpcChart
        title={VARIATION_WORDS[chart.variation].sentence}
        unit={`${measure.title}, ${measure.unit} by month${span}`}
        source={`this register, ${formatIsoDate(today)}`}
        chart={chart}
        format={FORMATS[kind]}
        headingLevel={2}
        annotations={annotations}
        thisMonth={today.slice(0, 7)}
        {...(printing ? { size: ON_PAPER } : {})}
      />
      {chart.kind === 'XmR' && (
        <div className={classes.ranges} data-print="hide">
          <RadioField label="How limits are set" options={RANGES} value={ranges} onChange={onRanges} />
        </div>
      )}
    </Panel>
  )
}
