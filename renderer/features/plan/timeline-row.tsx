import { memo, type ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { MilestoneShape } from '#renderer/ui/milestone-shape.tsx'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { barOf, placeOfDay, stretchOf, type TimeWindow } from '#shared/features/plan/timeline-layout.ts'
import type { MeasureRun, PlanAction, PlanObjective } from '#shared/features/plan/schema.ts'
import { statusLabel } from '#shared/features/plan/words.ts'
import { ActionStatusShape } from './action-status.tsx'
import { MiniRun } from './mini-run.tsx'
import { actionPath } from './plan-address.ts'
import { datesWords, milestoneName, milestoneState, milestoneWords, runWords } from './plan-words.ts'
import classes from './timeline.module.css'

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

interface TrackProps {
  readonly action: PlanAction
  readonly window: TimeWindow
  readonly today: IsoDate
  readonly onOpen: (action: PlanAction) => void
}

/** When the action was due as it was first planned, where it has been moved since. */
const FirstPlanned = ({ action, window }: Pick<TrackProps, 'action' | 'window'>): ReactNode => {
  const first = action.firstPlanned
  if (first === null) return null
  const { from, to } = stretchOf(window, first.startsOn, first.dueOn)
  return (
    <span
      className={classes.firstPlanned}
      style={{ left: percent(from), width: percent(to - from) }}
      aria-hidden="true"
    />
  )
}

const Track = ({ action, window, today, onOpen }: TrackProps): ReactNode => {
  const bar = barOf(window, action, today)
  const passed = bar.to > bar.from ? (bar.passedTo - bar.from) / (bar.to - bar.from) : 0
  const look = {
    '--from': percent(bar.from),
    '--wide': percent(bar.to - bar.from),
    '--passed': percent(passed),
  } as Record<string, string>
  return (
    <div className={classes.track} data-track>
      <FirstPlanned action={action} window={window} />
      <span
        className={classes.bar}
        style={look}
        data-bar
        data-pull="bar"
        data-cut-before={bar.isCutBefore || undefined}
        data-cut-after={bar.isCutAfter || undefined}
      >
        <span className={classes.end} data-pull="start" />
        <span className={classes.end} data-pull="end" />
      </span>
      {bar.late !== null && (
        <span
          className={classes.late}
          style={{ left: percent(bar.late.from), width: percent(bar.late.to - bar.late.from) }}
        />
      )}
      {action.milestones.map((milestone) => (
        <button
          key={milestone.id}
          type="button"
          className={classes.milestone}
          style={{ left: percent(placeOfDay(window, milestone.dueOn)) }}
          tabIndex={-1}
          data-milestone={milestone.id}
          data-pull="milestone"
          data-pull-id={milestone.id}
          data-met={milestone.metOn !== null || undefined}
          aria-label={milestoneName(milestone, today)}
          title={milestoneName(milestone, today)}
          onClick={() => onOpen(action)}
        >
          <MilestoneShape state={milestoneState(milestone, today)} />
        </button>
      ))}
    </div>
  )
}

const RUN_WIDTH = 116

interface TimelineRowProps extends TrackProps {
  readonly onLeave: (action: PlanAction) => void
  readonly run: MeasureRun | undefined
  /** "Needs 4.1 first." or nothing. */
  readonly needs: string
  readonly index: number
  readonly position: number
  readonly count: number
  readonly top: number
  readonly isStop: boolean
}

const PlainRow = (props: TimelineRowProps): ReactNode => {
  const { action, today, run, needs, isStop, onOpen, onLeave } = props
  const words = [
    `${action.code} ${action.title}`,
    statusLabel(action.status).toLowerCase(),
    datesWords(action),
    milestoneWords(action, today),
    ...(needs === '' ? [] : [needs]),
    ...(run === undefined ? [] : [`${run.title}: ${runWords(run)}`]),
  ]
  return (
    <div
      role="listitem"
      aria-setsize={props.count}
      aria-posinset={props.position}
      className={classes.row}
      style={{ top: props.top }}
      data-line={props.index}
      data-pull-id={action.id}
    >
      <Link
        href={actionPath(action.id)}
        className={classes.name}
        tabIndex={isStop ? 0 : -1}
        draggable={false}
        data-open={action.id}
        aria-label={words.join('. ')}
        title={[`${action.code} ${action.title}`, ...(needs === '' ? [] : [needs])].join(': ')}
        onClick={() => onLeave(action)}
      >
        <ActionStatusShape status={action.status} size={15} />
        <i>{action.code}</i> <span>{action.title}</span>
      </Link>
      <Track action={action} window={props.window} today={today} onOpen={onOpen} />
      <span className={classes.working}>
        {run !== undefined && (
          <>
            <MiniRun run={run} width={RUN_WIDTH} />
            <span title={run.title}>{runWords(run)}</span>
          </>
        )}
      </span>
    </div>
  )
}

/** An action on the timeline. Memoised: pulling a bar draws nothing anew, and scrolling only what comes into view. */
export const TimelineRow = memo(PlainRow)

/** The heading of an objective's actions. */
export const ObjectiveLine = ({
  objective,
  count,
  index,
  position,
  lines,
  top,
}: {
  readonly objective: PlanObjective
  readonly count: number
  readonly index: number
  readonly position: number
  readonly lines: number
  readonly top: number
}): ReactNode => (
  <div
    role="listitem"
    aria-setsize={lines}
    aria-posinset={position}
    className={classes.group}
    style={{ top }}
    data-line={index}
    aria-label={`Objective ${objective.number}, ${objective.words || objective.title}, ${count} shown`}
    title={objective.title}
  >
    <b aria-hidden="true">{objective.number}</b>
    <span aria-hidden="true">{objective.words || objective.title}</span>
  </div>
)
