import { type ReactNode, useMemo } from 'react'
import { SpcChart } from '#renderer/ui/spc-chart.tsx'
import type { CombinedFigure } from '#shared/features/network/schema.ts'
import { attributeChart, xmrChart } from '#shared/statistics/spc.ts'
import type { SpcChart as SpcResult, SpcQuestions } from '#shared/statistics/spc-types.ts'
import { spcMonth, VARIATION_WORDS } from '#shared/statistics/spc-words.ts'
import { number, percent } from './numbers.ts'

/** Nobody has said which way is good for all practices of a network together. */
const ASKED: SpcQuestions = { better: 'neither' }

const chartOf = ({ denominator, months }: CombinedFigure): SpcResult =>
  denominator === null
    ? xmrChart(
        months.map(({ month, numerator }) => ({ month, value: numerator })),
        { ...ASKED, screening: 'screened' },
      )
    : attributeChart(
        'P',
        months.map((one) => ({ month: one.month, numerator: one.numerator, denominator: one.denominator ?? 0 })),
        ASKED,
      )

/** The months of a figure of all practices together on an SPC chart: pooled counts, never means of percentages. */
export const CombinedRun = ({ figure }: { readonly figure: CombinedFigure }): ReactNode => {
  const chart = useMemo(() => chartOf(figure), [figure])
  const first = figure.months[0]
  const last = figure.months.at(-1)
  if (first === undefined || last === undefined)
    return figure.denominator === null ? null : (
      <p>No months to show: not every practice counted {figure.label.toLowerCase()} in the same months.</p>
    )
  return (
    <SpcChart
      title={`${figure.label} by month. ${VARIATION_WORDS[chart.variation].sentence}`}
      unit={`${figure.denominator === null ? 'number' : '%'} of all practices together by month, ${spcMonth(first.month)} to ${spcMonth(last.month)}`}
      source="packs of the practices. Each month goes by the rule in force at its end; what is owed counts when it was done, or else when its time ran out"
      chart={chart}
      format={figure.denominator === null ? number : percent}
      headingLevel={3}
    />
  )
}
