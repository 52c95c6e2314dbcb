import type { ReactNode } from 'react'
import type { SpcChart, SpcPoint } from '#shared/statistics/spc-types.ts'
import { countsText, RULE_WORDS, spcMonth, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { saidByMonth, type SpcMark } from './spc-marks.ts'
import { PlainTable } from './table/plain-table.tsx'

type Beside = { readonly header: string; readonly of: (month: string) => number | null }

const tableColumns = (
  chart: SpcChart,
  marks: readonly SpcMark[],
  format: (value: number) => string,
  beside: Beside | null,
  ahead: readonly string[],
) => {
  const marked = saidByMonth(marks)
  const counted = chart.kind !== 'XmR'
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : format(value)
  const said = ({ month, value, rules, variation }: SpcPoint): string => {
    if (value === null) return ahead.includes(month) ? 'not measured yet' : 'not measured'
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
    ...(beside === null
      ? []
      : [{ id: 'beside', header: beside.header, ...end, cell: ({ month }: SpcPoint) => figure(beside.of(month)) }]),
    { id: 'said', header: 'What it says', cell: said },
    ...(marks.length === 0
      ? []
      : [{ id: 'marked', header: 'What happened', cell: ({ month }: SpcPoint) => marked.get(month) ?? '' }]),
  ]
}

type SpcTableProps = {
  readonly caption: string
  readonly chart: SpcChart
  readonly marks: readonly SpcMark[]
  readonly format: (value: number) => string
  /** A value of each month beside its limits, such as the path to a target. */
  readonly beside?: Beside | null
  /** Months after the last one that the picture shows. Those in which something happened stand here too. */
  readonly ahead?: readonly string[]
}

/** A month of which nothing is measured before it is over. */
const notYet = (month: string): SpcPoint => ({
  month,
  value: null,
  numerator: null,
  denominator: null,
  limits: null,
  rules: [],
  variation: 'common cause',
})

const NONE_AHEAD: readonly string[] = []

/** The months of an SPC chart as a table: the same that the picture shows. */
export const SpcTable = (props: SpcTableProps): ReactNode => {
  const { caption, chart, marks, format, beside = null, ahead = NONE_AHEAD } = props
  const isMarked = (month: string): boolean => marks.some((mark) => mark.month === month)
  return (
    <PlainTable
      caption={caption}
      columns={tableColumns(chart, marks, format, beside, ahead)}
      rows={[...chart.points, ...ahead.filter(isMarked).map(notYet)]}
      rowId={({ month }) => month}
      flagged={({ rules }) => rules.length > 0}
    />
  )
}
