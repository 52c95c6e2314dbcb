import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { useRootFontSize } from '#renderer/ui/root-font-size.ts'
import { addDays, formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import {
  addMonthsKeepingEnd,
  type BarPart,
  datesAfterDays,
  datesAfterMonths,
  needLines,
  type TimelineLine,
  timelineLines,
  type TimeWindow,
  windowDays,
} from '#shared/features/plan/timeline-layout.ts'
import type { MeasureRun, Plan, PlanAction, PlanMilestone } from '#shared/features/plan/schema.ts'
import { datesWords, needWords } from './plan-words.ts'
import { TimelineGround, TimelineHead, TodayLine } from './timeline-axis.tsx'
import { TimelineNeeds } from './timeline-needs.tsx'
import { ObjectiveLine, TimelineRow } from './timeline-row.tsx'
import classes from './timeline.module.css'
import { type PulledThing, useBarDrag } from './use-bar-drag.ts'
import type { PlanMoves } from './use-plan-moves.ts'
import { useSteady } from './use-steady.ts'

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

/** Heights of the lines in rem. */
const ACTION_HIGH = 1.8125
const OBJECTIVE_HIGH = 1.5625
const HEAD_HIGH = 44
const AROUND = 8

interface Found {
  readonly action: PlanAction
  readonly milestone: PlanMilestone | undefined
}

const findIn = (actions: readonly PlanAction[], id: string): Found | undefined => {
  for (const action of actions) {
    if (action.id === id) return { action, milestone: undefined }
    const milestone = action.milestones.find((one) => one.id === id)
    if (milestone !== undefined) return { action, milestone }
  }
  return undefined
}

/** Writes what was pulled with the pointer or moved by keys. */
const useTimelineMoves = ({ moves, mayWrite }: Pick<TimelineProps, 'moves' | 'mayWrite'>) => {
  const place = (action: PlanAction, dates: { readonly startsOn: IsoDate; readonly dueOn: IsoDate }): void => {
    if (!mayWrite || (dates.startsOn === action.startsOn && dates.dueOn === action.dueOn)) return
    moves.moveAction(
      action,
      { ...dates, objectiveId: action.objectiveId },
      `${action.code} now runs ${datesWords(dates)}.`,
    )
  }
  const placeMilestone = (milestone: PlanMilestone, dueOn: IsoDate): void => {
    if (mayWrite) moves.moveMilestone(milestone, dueOn, `${milestone.title} is now due ${formatIsoDate(dueOn)}.`)
  }
  const byDays = ({ id, part }: PulledThing, days: number): void => {
    const found = findIn(moves.actions, id)
    if (found === undefined) return
    if (found.milestone !== undefined) placeMilestone(found.milestone, addDays(found.milestone.dueOn, days))
    else if (part !== 'milestone') place(found.action, datesAfterDays(found.action, part, days))
  }
  const byMonths = (id: string, part: BarPart, months: number): void => {
    const found = findIn(moves.actions, id)
    if (found === undefined) return
    if (found.milestone !== undefined)
      placeMilestone(found.milestone, addMonthsKeepingEnd(found.milestone.dueOn, months))
    else place(found.action, datesAfterMonths(found.action, part, months))
  }
  const say = ({ id, part }: PulledThing, days: number): string => {
    const found = findIn(moves.actions, id)
    if (found === undefined) return ''
    if (found.milestone !== undefined) return formatIsoDate(addDays(found.milestone.dueOn, days))
    return part === 'milestone' ? '' : datesWords(datesAfterDays(found.action, part, days))
  }
  return { byDays, byMonths, say }
}

interface Lines {
  readonly lines: readonly TimelineLine[]
  readonly tops: readonly number[]
  readonly height: (line: number) => number
}

/** The lines with their places in pixels: their heights are known, so none is ever measured. */
const useLines = (plan: Plan, shown: readonly PlanAction[]): Lines => {
  const rem = useRootFontSize()
  const lines = useMemo(() => timelineLines(plan, shown), [plan, shown])
  return useMemo(() => {
    const heights = lines.map(({ kind }) => Math.round((kind === 'action' ? ACTION_HIGH : OBJECTIVE_HIGH) * rem))
    let top = 0
    const tops = heights.map((height) => {
      const own = top
      top += height
      return own
    })
    return { lines, tops, height: (line) => heights[line] ?? 0 }
  }, [lines, rem])
}

const useInView = ({ lines, tops, height }: Lines, active: number, whole: boolean) => {
  const scroller = useRef<HTMLDivElement>(null)
  const rem = useRootFontSize()
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: height,
    overscan: AROUND,
    scrollPaddingStart: (HEAD_HIGH / 16) * rem,
    // The row in focus stays on the page when it is scrolled out of view: the focus would fall to the window.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])]
        .filter((line) => line >= 0 && line < lines.length)
        .toSorted((a, b) => a - b),
  })
  const sizes = lines.map(({ kind }) => kind[0]).join('')
  const measure = useEffectEvent(() => virtualizer.measure())
  useEffect(() => measure(), [sizes, rem])
  const inView = whole ? lines.map((_, line) => line) : virtualizer.getVirtualItems().map(({ index }) => index)
  const total = (tops.at(-1) ?? 0) + height(lines.length - 1)
  return { scroller, inView, total, scrollTo: (line: number) => virtualizer.scrollToIndex(line) }
}

const lineElement = (scroller: HTMLElement | null, line: number): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-line="${line}"] a`) ?? null

/** One action is the stop of the Tab key. Up and Down go from action to action, Left and Right through its milestones. */
const useRowFocus = (
  { lines }: Lines,
  startAt: string,
): {
  readonly active: number
  readonly follow: (scroller: HTMLElement | null) => void
  readonly setActive: (line: number, focus: boolean) => void
} => {
  const [chosen, setChosen] = useState(startAt)
  const wanted = useRef(false)
  const at = lines.findIndex((line) => line.kind === 'action' && line.action.id === chosen)
  const active = at >= 0 ? at : lines.findIndex(({ kind }) => kind === 'action')
  return {
    active,
    follow: (scroller) => {
      if (!wanted.current) return
      const element = lineElement(scroller, active)
      if (element === null) return
      wanted.current = false
      element.focus({ preventScroll: true })
    },
    setActive: (line, focus) => {
      const found = lines[line]
      if (found?.kind !== 'action') return
      wanted.current = focus
      setChosen(found.action.id)
    },
  }
}

const neighbour = (lines: readonly TimelineLine[], from: number, key: string, page: number): number | undefined => {
  const actions = lines.flatMap(({ kind }, line) => (kind === 'action' ? [line] : []))
  const here = actions.indexOf(from)
  const next = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: actions.length - 1,
    PageDown: here + page,
    PageUp: here - page,
  }[key]
  return next === undefined ? undefined : actions[Math.max(0, Math.min(next, actions.length - 1))]
}

/** Left and right within a row: from the action to its milestones, in order. */
const stopBeside = (from: Element, step: 1 | -1): HTMLElement | undefined => {
  const row = from.closest('[data-line]')
  const stops = [...(row?.querySelectorAll<HTMLElement>('a[data-open], [data-milestone]') ?? [])]
  return stops[stops.findIndex((stop) => stop === from) + step]
}

const isAside = (key: string): 1 | -1 | 0 => (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0)

/** The plan by time: a bar for each action under its objective, with milestones, what it waits for, and its measure. */
export const Timeline = (props: TimelineProps): ReactNode => {
  const { plan, shown, runs, mayWrite, whole = false } = props
  const today = dayNow()
  const window = useMemo(
    (): TimeWindow => ({ startsOn: plan.startsOn, endsOn: plan.endsOn }),
    [plan.startsOn, plan.endsOn],
  )
  const laid = useLines(plan, shown)
  const { lines, tops, height } = laid
  const focus = useRowFocus(laid, props.startAt)
  const { scroller, inView, total, scrollTo } = useInView(laid, focus.active, whole)
  const needs = useMemo(() => needLines(window, lines), [window, lines])
  const codes = useMemo(() => new Map(plan.actions.map((action) => [action.id, action])), [plan.actions])
  const writes = useTimelineMoves(props)
  const grab = useBarDrag({ days: windowDays(window), say: writes.say, onDrop: writes.byDays })
  const onOpen = useSteady(props.onOpen)
  const onLeave = useSteady(props.onLeave)
  useEffect(() => focus.follow(scroller.current))
  const focusedAction = (): PlanAction | undefined => {
    const line = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset['line']
    const found = line === undefined ? undefined : lines[Number(line)]
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
        ]
      : [],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const line = Number(target?.closest<HTMLElement>('[data-line]')?.dataset['line'])
    const aside = isAside(event.key)
    if (target === null || Number.isNaN(line) || event.ctrlKey || event.metaKey) return
    if (event.altKey && aside !== 0) {
      const id = target.dataset['milestone'] ?? target.dataset['open']
      event.preventDefault()
      if (id !== undefined) writes.byMonths(id, event.shiftKey ? 'end' : 'bar', aside)
    } else if (event.altKey || event.shiftKey) return
    else if (aside !== 0) {
      event.preventDefault()
      stopBeside(target, aside)?.focus()
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height(line)) - 3)
      const next = neighbour(lines, line, event.key, page)
      if (next === undefined) return
      event.preventDefault()
      focus.setActive(next, true)
      scrollTo(next)
      lineElement(scroller.current, next)?.focus({ preventScroll: true })
    }
  }
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('a, button') !== null) return
    event.target.closest('[data-line]')?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }
  return (
    <div
      ref={scroller}
      className={classNames(classes.frame, whole && classes.whole)}
      data-timeline
      role="presentation"
      onKeyDown={onKeyDown}
      onClick={onClick}
      {...(mayWrite ? { onPointerDown: grab } : {})}
      onFocus={(event) =>
        focus.setActive(Number(event.target.closest<HTMLElement>('[data-line]')?.dataset['line']), false)
      }
    >
      <div className={classes.sheet}>
        <TimelineHead plan={plan} window={window} today={today} measuredTo={props.measuredTo} />
        <div className={classes.body} style={whole ? {} : { height: total }}>
          <TimelineGround plan={plan} window={window} today={today} />
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
                  needs={needWords(line.action, codes)}
                  count={lines.length}
                  isStop={index === focus.active}
                  onOpen={onOpen}
                  onLeave={onLeave}
                  {...shared}
                />
              )
            })}
          </div>
          <TimelineNeeds
            lines={needs}
            top={(line) => tops[line] ?? 0}
            height={height}
            first={inView[0] ?? 0}
            last={inView.at(-1) ?? -1}
          />
          <TodayLine window={window} today={today} />
        </div>
      </div>
      <div className={classes.pullLabel} data-pull-label hidden aria-hidden="true" />
    </div>
  )
}
