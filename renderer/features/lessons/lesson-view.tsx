import type { ReactNode } from 'react'
import { Chart } from '#renderer/ui/chart/chart.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { formatIsoDate, formatPartialDate } from '#shared/domain/partial-date.ts'
import { areaLabel } from '#shared/features/development/public.ts'
import type { LessonCard, LessonChart } from '#shared/features/lessons/schema.ts'
import classes from './lessons.module.css'

const formatMonth = (month: string): string => formatPartialDate({ date: `${month}-01`, precision: 'month' })

/** The run of a measure as it is kept on a card. */
export const LessonRun = ({ chart, source }: { readonly chart: LessonChart; readonly source: string }): ReactNode => {
  const months = chart.months.map(({ month }) => formatMonth(month))
  return (
    <Chart
      title={chart.title}
      unit={chart.unit}
      period={`${months[0] ?? ''} to ${months.at(-1) ?? ''}`}
      source={source}
      notes="Months that count 1 to 5 people, or all but 1 to 5, are blank."
      axis="Month"
      series={[{ key: 'value', label: chart.unit, kind: 'line' }]}
      points={chart.months.map(({ month, value }) => ({
        label: formatMonth(month),
        values: { value },
        ...(value === null ? { shown: { value: 'blank' } } : {}),
      }))}
      height={200}
    />
  )
}

type LessonViewProps = {
  readonly card: Pick<LessonCard, 'problem' | 'tried' | 'happened' | 'area' | 'byRole' | 'madeOn' | 'chart'>
  /** The practice that it comes from; null for this one. */
  readonly practice: string | null
}

/** A card to read. */
export const LessonView = ({ card, practice }: LessonViewProps): ReactNode => (
  <div className={classes.card}>
    <DataList
      facts={[
        { term: 'From', value: practice ?? 'Made here' },
        { term: 'Made by', value: `${card.byRole}, ${formatIsoDate(card.madeOn)}` },
        { term: 'Area', value: card.area === null ? 'No one area' : areaLabel(card.area) },
      ]}
    />
    <section>
      <h3>The problem</h3>
      <p>{card.problem}</p>
    </section>
    <section>
      <h3>What we tried</h3>
      <p>{card.tried}</p>
    </section>
    <section>
      <h3>What happened</h3>
      <p>{card.happened}</p>
    </section>
    {card.chart !== null && <LessonRun chart={card.chart} source={practice ?? 'This register'} />}
  </div>
)
