import type { ReactNode } from 'react'
import { LOOK_BACK_DAYS, MILESTONES } from '#shared/features/measures/patterns/milestones.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import classes from '../measures.module.css'

/** What counts as which milestone, from where that is, and what is a choice of ours. */
export const MilestoneList = (): ReactNode => (
  <details className={classes.rule}>
    <summary>How patterns are counted</summary>
    <p>
      A history is one new diagnosis. Each milestone stands in it once, where it first was; milestones of one day stand
      in the order below. Where a vague date leaves open what came first, the order is not known and the history stands
      in no pattern. What came before the diagnosis counts for {LOOK_BACK_DAYS} days back, a default of ours that nobody
      has verified. An event that names no diagnosis counts for somebody with one diagnosis, and for nobody else. A
      history diagnosed lately has had less time for what comes after. Alive after a year counts those alive a year to
      the day after the diagnosis, of those followed so long at this practice or until they died: a plain count, not a
      survival estimate. Medians are of type 7, given from five known intervals up; shares carry Wilson’s interval.
    </p>
    <ul className={classes.plainList}>
      {MILESTONES.map(({ code, label, events, source }) => (
        <li key={code}>
          <b>{label}</b>
          {events.length > 0 && `: ${events.map((type) => eventTypeOf(type).label).join(', ')}`}. {source}.
        </li>
      ))}
    </ul>
  </details>
)
