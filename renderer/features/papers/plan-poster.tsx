import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useDrawn, type WaitsForDrawing } from '#renderer/app/use-drawn.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { planLine, planYears, squareYear } from '#shared/features/plan/public.ts'
import { ACTION_STATUSES, type ActionStatus, type Plan } from '#shared/features/plan/schema.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import classes from './poster.module.css'

const KINDS = {
  not_started: 'not-started',
  on_track: 'on-track',
  at_risk: 'at-risk',
  off_track: 'off-track',
  done: 'done',
  stopped: 'not-measured',
} as const satisfies Record<ActionStatus, string>

const labelOf = (status: ActionStatus): string => ACTION_STATUSES.find(({ code }) => code === status)?.label ?? status

/** Text sizes that are tried, in px: large enough to read across a room, down to that of a page. */
const SIZES = [26, 24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10, 9, 8] as const

interface PosterProps extends WaitsForDrawing {
  readonly plan: Plan
  readonly today: IsoDate
  readonly notices: readonly string[]
}

const Square = ({ plan, objectiveId, year }: { plan: Plan; objectiveId: string; year: number }): ReactNode => {
  const actions = plan.actions.filter(
    (action) => action.objectiveId === objectiveId && squareYear(plan.startsOn, action.dueOn) === year,
  )
  if (actions.length === 0) return <td className={classes.empty}>Nothing planned</td>
  return (
    <td>
      <ul className={classes.cards}>
        {actions.map(({ id, code, title, status, dueOn, ownerName }) => (
          <li key={id} className={classes.card}>
            <b>
              {code} {title}
            </b>
            <span className={classes.line}>
              <StatusMark kind={KINDS[status]}>{labelOf(status)}</StatusMark>
              <span>
                {ownerName === null ? '' : `${ownerName}, `}
                {spcMonth(dueOn.slice(0, 7))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </td>
  )
}

/** The whole plan on one A3 sheet: three years by objective, as large as fits. */
export const PlanPoster = ({ plan, today, notices, fontsReady, onDrawn }: PosterProps): ReactNode => {
  const sheet = useRef<HTMLElement>(null)
  const [isCut, setCut] = useState(false)
  const fit = useCallback(() => {
    const page = sheet.current
    if (page === null) return
    for (const size of SIZES) {
      page.style.fontSize = `${size}px`
      if (page.scrollHeight <= page.clientHeight && page.scrollWidth <= page.clientWidth) return
    }
    setCut(true)
  }, [])
  useDrawn({ fontsReady, onDrawn }, fit)
  return (
    <main ref={sheet} className={classes.sheet}>
      <header className={classes.head}>
        <div>
          <p>{plan.organisation}</p>
          <h1>{plan.title}</h1>
        </div>
        <p>
          {planLine(plan, today)} As recorded on {formatIsoDate(today)}.
          {notices.length === 0 ? '' : ` ${notices.join(' ')}`}
          {isCut && <b> Not every action has room on this sheet: the plan as a document has all of them.</b>}
        </p>
      </header>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">Objective</th>
            {planYears(plan.startsOn).map(({ year, from, to }) => (
              <th key={year} scope="col">
                Year {year}, {spcMonth(from.slice(0, 7))} to {spcMonth(to.slice(0, 7))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.objectives.map(({ id, number, words }) => (
            <tr key={id}>
              <th scope="row">
                {number} {words}
              </th>
              {planYears(plan.startsOn).map(({ year }) => (
                <Square key={year} plan={plan} objectiveId={id} year={year} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
