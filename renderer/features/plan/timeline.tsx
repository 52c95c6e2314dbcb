import { type MouseEvent, type ReactNode, useEffect, useMemo } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import type { MeasureRun, Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { needLines, type TimeWindow, windowDays } from '#shared/features/plan/timeline-layout.ts'
import { needWords } from './plan-words.ts'
import { TimelineGround, TimelineHead, TodayLine } from './timeline-axis.tsx'
import { lineOf, onTimelineKey } from './timeline-keys.ts'
import { needsSpan, TimelineNeeds } from './timeline-needs.tsx'
import { ObjectiveLine, TimelineRow } from './timeline-row.tsx'
import classes from './timeline.module.css'
import { useBarDrag } from './use-bar-drag.ts'
import type { PlanMoves } from './use-plan-moves.ts'
import { useSteady } from './use-steady.ts'
import { useTimelineMoves } from './use-timeline-moves.ts'
import { HEAD_HIGH, lineElement, type Lines, useInView, useLines, useRowFocus } from './use-timeline-rows.ts'

export interface TimelineProps {
  readonly plan: Plan
  readonly moves: PlanMoves
  readonly shown: readonly PlanAction[]
  readonly runs: ReadonlyMap<string, MeasureRun>
  /** "Oct 2026": the last month that the runs tell of. */
  readonly measuredTo: string | null
  readonly mayWrite: boolean
  readonly startAt: string
  /** Called before the page of an action is opened by its link. */
  readonly onLeave: (action: PlanAction) => void
  readonly onOpen: (action: PlanAction) => void
  readonly onMove: (action: PlanAction) => void
  /** Every row is there, for paper. */
  readonly whole?: boolean
}

/** Borders of the frame, in rem. */
const EDGES = 0.125

interface RowsProps extends Pick<TimelineProps, 'plan' | 'runs' | 'onOpen' | 'onLeave'> {
  readonly laid: Lines
  readonly inView: readonly number[]
  readonly active: number
  readonly window: TimeWindow
}

const Rows = ({ plan, runs, laid, inView, active, window, onOpen, onLeave }: RowsProps): ReactNode => {
  const today = dayNow()
  const { lines, tops } = laid
  const actions = useMemo(() => new Map(plan.actions.map((action) => [action.id, action])), [plan.actions])
  return (
    <div role="list" aria-label="Actions by objective, in time">
      {inView.map((index) => {
        const line = lines[index]
        if (line === undefined) return null
        const shared = { index, position: index + 1, top: tops[index] ?? 0 }
        if (line.kind === 'objective')
          return (
            <ObjectiveLine
              key={line.objective.id}
              objective={line.objective}
              count={line.count}
              lines={lines.length}
              {...shared}
            />
          )
        return (
          <TimelineRow
            key={line.action.id}
            action={line.action}
            window={window}
            today={today}
            run={runs.get(line.action.measureCodes[0] ?? '')}
            needs={needWords(line.action, actions)}
            count={lines.length}
            isStop={index === active}
            onOpen={onOpen}
            onLeave={onLeave}
            {...shared}
          />
        )
      })}
    </div>
  )
}

/** The plan by time: a bar for each action under its objective, with milestones, what it waits for, and its measure. */
export const Timeline = (props: TimelineProps): ReactNode => {
  const { plan, shown, mayWrite, whole = false } = props
  const today = dayNow()
  const window = useMemo(
    (): TimeWindow => ({ startsOn: plan.startsOn, endsOn: plan.endsOn }),
    [plan.startsOn, plan.endsOn],
  )
  const laid = useLines(plan, shown)
  const { lines, tops, height } = laid
  const focus = useRowFocus(laid, props.startAt)
  const { scroller, inView, first, last, total, scrollTo } = useInView(laid, focus.active, whole)
  const needs = useMemo(() => needLines(window, lines), [window, lines])
  const writes = useTimelineMoves(props.moves, mayWrite)
  const grab = useBarDrag({ days: windowDays(window), say: writes.say, onDrop: writes.byDays })
  const onOpen = useSteady(props.onOpen)
  const onLeave = useSteady(props.onLeave)
  useEffect(() => focus.follow(scroller.current))
  const focusedAction = (): PlanAction | undefined => {
    const found = lines[lineOf(document.activeElement) ?? -1]
    return found?.kind === 'action' ? found.action : undefined
  }
  useCommands(
    mayWrite
      ? [
          {
            id: 'plan.move',
            title: 'Move the action',
            group: 'On this page',
            keys: ['M'],
            keysOnly: true,
            run: () => {
              const action = focusedAction()
              return action === undefined ? false : props.onMove(action)
            },
          },
          // Told here for the list of keys; the row in focus takes the keys before they get this far.
          {
            id: 'plan.month',
            title: 'Move the action or milestone by a month; with Shift, its end',
            group: 'On this page',
            keys: ['Alt+Right'],
            keysOnly: true,
            run: () => false,
          },
        ]
      : [],
  )
  const keys = {
    lines,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height(focus.active)) - 3),
    byMonths: writes.byMonths,
    goTo: (line: number) => {
      focus.setActive(line, true)
      scrollTo(line)
      lineElement(scroller.current, line)?.focus({ preventScroll: true })
    },
  }
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('a, button') !== null) return
    event.target.closest('[data-line]')?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }
  return (
    <div className={classes.outer} data-timeline>
      <div
        ref={scroller}
        className={classNames(classes.frame, whole && classes.whole)}
        style={whole ? {} : { maxHeight: `calc(${total}px + ${HEAD_HIGH + EDGES}rem)` }}
        role="presentation"
        onKeyDown={(event) => onTimelineKey(event, keys)}
        onClick={onClick}
        {...(mayWrite ? { onPointerDown: grab } : {})}
        onFocus={(event) => focus.setActive(lineOf(event.target) ?? -1, false)}
      >
        <div className={classes.sheet}>
          <TimelineHead plan={plan} window={window} today={today} measuredTo={props.measuredTo} />
          <div className={classes.body} style={whole ? {} : { height: total }}>
            <TimelineGround plan={plan} window={window} today={today} />
            <Rows
              {...props}
              laid={laid}
              inView={inView}
              active={focus.active}
              window={window}
              onOpen={onOpen}
              onLeave={onLeave}
            />
            <TimelineNeeds lines={needs} tops={tops} {...needsSpan(first, last, lines.length)} />
            <TodayLine window={window} today={today} />
          </div>
        </div>
      </div>
      <div className={classes.pullLabel} data-pull-label hidden aria-hidden="true" />
    </div>
  )
}
