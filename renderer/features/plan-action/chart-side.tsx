import type { ReactNode } from 'react'
import { AssuranceIcon, VariationIcon } from '#renderer/ui/spc-icons.tsx'
import type { Measure } from '#shared/features/measures/library/schema.ts'
import classes from './chart-card.module.css'
import type { ActionChart } from './use-action-chart.ts'

type ChartSideProps = { readonly measure: Measure; readonly shown: ActionChart }

/** What the rules of the chart say: of the line, of the target, and of the way there. */
export const ChartSide = ({ measure, shown }: ChartSideProps): ReactNode => {
  const { verdict, held, path } = shown
  return (
    <ul className={classes.side} aria-label="What it says">
      <li>
        <VariationIcon variation={verdict.line.variation} size={42} />
        <b>{verdict.line.short}</b>
        <span>{verdict.line.words}</span>
      </li>
      {verdict.target !== null && (
        <li>
          <AssuranceIcon assurance={held.chart.assurance} size={42} />
          <b>{verdict.target.short}</b>
          <span>{verdict.target.words}</span>
        </li>
      )}
      {path !== null && (
        <li>
          <b>The way there</b>
          <span>{path}</span>
        </li>
      )}
      {measure.target === null && verdict.target === null && measure.better !== 'neither' && (
        <li>
          <b>No target</b>
          <span>None is set for it.</span>
        </li>
      )}
    </ul>
  )
}
