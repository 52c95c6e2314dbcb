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
) => {
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
}

/** The months of an SPC chart as a table: the same that the picture shows. */
export const SpcTable = ({ caption, chart, marks, format, beside = null }: SpcTableProps): ReactNode => (
  <PlainTable
    caption={caption}
    columns={tableColumns(chart, marks, format, beside)}
    rows={chart.points}
    rowId={({ month }) => month}
    flagged={({ rules }) => rules.length > 0}
  />
)
