import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { ChartFrame } from '#renderer/ui/chart/chart-frame.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { addDays, addMonths, formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { LEARNING_THEMES } from '#shared/features/learning/codes.ts'
import { themesFinding } from '#shared/features/learning/words.ts'
import { LEARNING_SPANS } from './learning-address.ts'
import classes from './theme-chart.module.css'

type Span = (typeof LEARNING_SPANS)[number]['code']

type ThemeChartProps = { readonly span: Span; readonly onSpan: (span: Span) => void }

/** How often each theme came up: a bar for each, and the same as a table. */
export const ThemeChart = ({ span, onSpan }: ThemeChartProps): ReactNode => {
  const today = dayNow()
  const months = LEARNING_SPANS.find(({ code }) => code === span)?.months ?? 12
  const from = addDays(addMonths(today, -months), 1)
  const { data, error } = useCoreQuery('learning', 'themes', { from, to: today }, { keepPrevious: true })
  if (error !== null) return <InlineAlert tone="bad">{error.message}</InlineAlert>
  if (data === undefined) return <SkeletonPanel label="Counting the themes" lines={6} />
  const rows = data.themes.map(({ code, count }) => ({ code, count, label: labelOf(LEARNING_THEMES, code) }))
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const title = themesFinding(data.analyses, data.themes)
  return (
    <Panel>
      <div className={classes.chart}>
        <SelectField
          label="Meetings in"
          options={LEARNING_SPANS.map(({ code, label }) => ({ value: code, label }))}
          value={span}
          onChange={(next) => onSpan(next ?? '12')}
        />
        <ChartFrame
          title={title}
          unit={`Analyses with each theme, ${formatIsoDate(from)} to ${formatIsoDate(today)}`}
          headingLevel={2}
          printing={false}
          picture={
            <div role="img" aria-label={title} className={classes.bars}>
              {rows.map(({ code, count, label }) => (
                <div key={code} className={classes.bar}>
                  <span>{label}</span>
                  <span className={classes.track}>
                    <span className={classes.fill} style={{ width: `${(count / most) * 100}%` }} />
                    <b>{count}</b>
                  </span>
                </div>
              ))}
            </div>
          }
          table={
            <PlainTable
              caption={title}
              rows={rows}
              rowId={({ code }) => code}
              columns={[
                { id: 'theme', header: 'Theme', rowHeader: true, cell: ({ label }) => label },
                { id: 'count', header: 'Analyses', align: 'end', cell: ({ count }) => count.toLocaleString('en-GB') },
              ]}
            />
          }
          caption={
            <>
              <span>{`${data.analyses.toLocaleString('en-GB')} discussed. One may have several themes: they do not add up.`}</span>
              <span>{`Source: this register, ${formatIsoDate(today)}`}</span>
            </>
          }
        />
      </div>
    </Panel>
  )
}
