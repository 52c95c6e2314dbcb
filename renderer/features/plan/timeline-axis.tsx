import { memo, type ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { formatShortDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Plan } from '#shared/features/plan/schema.ts'
import { placeOfDay, stretchOf, type TimeWindow } from '#shared/features/plan/timeline-layout.ts'
import { planQuarters, planYear, planYears, yearAt } from '#shared/features/plan/years.ts'
import { shortMonth, yearHeading } from './plan-words.ts'
import classes from './timeline.module.css'

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

interface AxisProps {
  readonly plan: Plan
  readonly window: TimeWindow
  readonly today: IsoDate
}

const isShown = ({ window, today }: Pick<AxisProps, 'window' | 'today'>): boolean =>
  today >= window.startsOn && today <= window.endsOn

const Head = ({ plan, window, today, measuredTo }: AxisProps & { readonly measuredTo: string | null }): ReactNode => (
  <div className={classes.head} aria-hidden="true">
    <span className={classes.headName} />
    <span className={classes.headTrack}>
      {planYears(plan.startsOn).map((year) => (
        <b key={year.year} style={{ left: percent(placeOfDay(window, year.from)) }}>
          {yearHeading(year)}
        </b>
      ))}
      {planQuarters(plan.startsOn).map(({ from }) => (
        <span key={from} style={{ left: percent(placeOfDay(window, from)) }}>
          {shortMonth(from).slice(0, 3)}
        </span>
      ))}
      {isShown({ window, today }) && (
        <em style={{ left: percent(placeOfDay(window, today)) }}>{`Today ${formatShortDate(today)}`}</em>
      )}
    </span>
    <span className={classes.headWorking}>
      <b>Is it working?</b>
      <span>{measuredTo === null ? 'No measure linked' : `Measure to ${measuredTo}`}</span>
    </span>
  </div>
)

const Ground = ({ plan, window, today }: AxisProps): ReactNode => {
  const now = yearAt(plan.startsOn, today)
  const span = now === null ? null : planYear(plan.startsOn, now)
  const year = span === null ? null : stretchOf(window, span.from, span.to)
  return (
    <div className={classes.ground} aria-hidden="true">
      {year !== null && (
        <span className={classes.yearNow} style={{ left: percent(year.from), width: percent(year.to - year.from) }} />
      )}
      {planQuarters(plan.startsOn).map(({ from, quarter }) => (
        <span
          key={from}
          className={classNames(classes.quarter, quarter === 1 && classes.yearLine)}
          style={{ left: percent(placeOfDay(window, from)) }}
        />
      ))}
    </div>
  )
}

const Today = ({ window, today }: Pick<AxisProps, 'window' | 'today'>): ReactNode =>
  isShown({ window, today }) && (
    <div className={classes.over} aria-hidden="true">
      <span className={classes.today} style={{ left: percent(placeOfDay(window, today)) }} />
    </div>
  )

/** Years, quarters and today above the bars. */
export const TimelineHead = memo(Head)

/** The year under way, the quarters and today behind the bars. */
export const TimelineGround = memo(Ground)

/** Today over the bars. */
export const TodayLine = memo(Today)
