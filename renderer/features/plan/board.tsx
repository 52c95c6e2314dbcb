import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import {
  type BoardKey,
  boardRows,
  boardStep,
  datesInYear,
  isEmptySquare,
  type Square,
  squareBeside,
} from '#shared/features/plan/board.ts'
import { type MeasureRun, type Plan, type PlanAction, PLAN_YEARS, type PlanYear } from '#shared/features/plan/schema.ts'
import { planYear, planYears, squareYear, yearAt } from '#shared/features/plan/years.ts'
import { BoardSquare } from './board-square.tsx'
import { boardStops, placeOf, shapeOf, SQUARE_LIMIT, squareName, stopAt } from './board-stops.ts'
import classes from './board.module.css'
import { yearHeading } from './plan-words.ts'
import { useCardDrag } from './use-card-drag.ts'
import type { PlanMoves } from './use-plan-moves.ts'
import { useSteady } from './use-steady.ts'

export interface BoardProps {
  readonly plan: Plan
  readonly moves: PlanMoves
  /** What the filters let through. */
  readonly shown: readonly PlanAction[]
  readonly runs: ReadonlyMap<string, MeasureRun>
  readonly mayWrite: boolean
  /** Names of the squares that are unfolded. */
  readonly unfolded: readonly string[]
  readonly onUnfolded: (unfolded: readonly string[]) => void
  /** The action that the keyboard begins at. */
  readonly startAt: string
  readonly onLeave: (action: PlanAction) => void
  readonly onMove: (action: PlanAction) => void
  readonly onPlan: (square: Square) => void
}

const ARROWS: readonly BoardKey[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']
const ROOM_FOR_TWO = 75

const stopElement = (stop: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(stop)}"]`)

const focusedStop = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-stop]')?.dataset['stop']

/** After a card was moved by a key it is drawn in another square: the focus goes with it. */
const useFocusFollows = (): ((stop: string) => void) => {
  const wanted = useRef<string | null>(null)
  // Before the next key: it is meant for the same card.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const element = stopElement(wanted.current)
    wanted.current = null
    element?.focus()
    element?.scrollIntoView?.({ block: 'nearest' })
  })
  return (stop) => {
    wanted.current = stop
  }
}

const useBoardModel = ({ plan, moves, shown, mayWrite, unfolded }: BoardProps) => {
  const today = dayNow()
  const roomy = useRoomFor(ROOM_FOR_TWO)
  const now = yearAt(plan.startsOn, today)
  const all = useMemo(() => boardRows(plan, moves.actions), [plan, moves.actions])
  const rows = useMemo(
    () => (shown === moves.actions ? all : boardRows(plan, shown)),
    [plan, shown, moves.actions, all],
  )
  const isOver = (year: PlanYear): boolean => planYear(plan.startsOn, year).to < today
  const allOf = (square: Square): Square =>
    all
      .flatMap(({ squares }) => squares)
      .find(({ objectiveId, year }) => objectiveId === square.objectiveId && year === square.year) ?? square
  const left = (square: Square): number => {
    if (rows === all) return 0
    const whole = allOf(square)
    return whole.actions.length - square.actions.length
  }
  const stops = boardStops(rows, {
    mayPlan: mayWrite,
    isOver,
    unfolded,
    isHole: (square) => isEmptySquare(allOf(square)),
  })
  const abreast = PLAN_YEARS.map((year) => (roomy && year === now ? 2 : 1))
  return { all, rows, stops, abreast, now, isOver, left, allOf }
}

/** Objectives by year, with the squares that nothing stands in. */
export const Board = (props: BoardProps): ReactNode => {
  const { plan, moves, mayWrite, unfolded, onUnfolded, startAt } = props
  const model = useBoardModel(props)
  const { rows, stops, abreast, now } = model
  const [chosen, setChosen] = useState(startAt)
  const first = stops.flat(2)[0]
  const stop = placeOf(stops, chosen) === undefined ? first : chosen
  const follow = useFocusFollows()
  const moveTo = (action: PlanAction, objectiveId: string, year: PlanYear): void => {
    const dates = datesInYear(plan.startsOn, action, year)
    if (objectiveId === action.objectiveId && year === squareYear(plan.startsOn, action.dueOn)) return
    const row = model.all.find(({ objective }) => objective.id === objectiveId)
    if (row === undefined) return
    const target = row.squares.find((one) => one.year === year)
    const name = squareName(row.objective, year)
    if ((target?.actions.length ?? 0) >= SQUARE_LIMIT && !unfolded.includes(name)) onUnfolded([...unfolded, name])
    setChosen(action.id)
    follow(action.id)
    moves.moveAction(action, { ...dates, objectiveId }, `Moved ${action.code} to year ${year}, ${row.objective.words}.`)
  }
  const grab = useCardDrag(moveTo)
  const onMove = useSteady(props.onMove)
  const onLeave = useSteady(props.onLeave)
  const onPlan = useSteady(props.onPlan)
  const onUnfold = useSteady((square: Square, unfold: boolean): void => {
    const objective = rows.find((row) => row.objective.id === square.objectiveId)?.objective
    if (objective === undefined) return
    const name = squareName(objective, square.year)
    onUnfolded(unfold ? [...unfolded, name] : unfolded.filter((one) => one !== name))
  })
  const actionOf = (id: string | undefined): PlanAction | undefined => moves.actions.find((one) => one.id === id)
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
              const action = actionOf(focusedStop())
              return action === undefined ? false : props.onMove(action)
            },
          },
        ]
      : [],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = ARROWS.find((one) => one === event.key)
    const at = focusedStop()
    const from = at === undefined ? undefined : placeOf(stops, at)
    if (key === undefined || at === undefined || from === undefined || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    event.preventDefault()
    if (event.altKey) {
      const action = actionOf(at)
      const beside = action && squareBeside(plan, model.all, action, key)
      if (mayWrite && action !== undefined && beside !== undefined) moveTo(action, beside.objective.id, beside.year)
      return
    }
    const place = boardStep(shapeOf(stops, abreast), from, key)
    const next = place === undefined ? undefined : stopAt(stops, place)
    if (next === undefined) return
    setChosen(next)
    stopElement(next)?.focus()
  }
  return (
    // The keys move the focus between links and buttons, which can all be reached without them.
    <div className={classes.frame} data-scroller role="presentation" onKeyDown={onKeyDown}>
      <table className={classes.board} aria-label="Objectives by year">
        <colgroup>
          <col className={classes.objectiveColumn} />
          {PLAN_YEARS.map((year) => (
            <col key={year} className={year === now ? classes.nowColumn : undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              <VisuallyHidden>Objective</VisuallyHidden>
            </th>
            {planYears(plan.startsOn).map((span) => (
              <th
                key={span.year}
                scope="col"
                className={classNames(classes.year, span.year === now && classes.yearNow)}
              >
                {yearHeading(span)}
                {span.year === now && <Badge tone="action">now</Badge>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ objective, squares }) => (
            <tr key={objective.id}>
              <th scope="row" className={classes.objective} title={objective.title}>
                <b>{objective.number}</b> {objective.words === '' ? objective.title : objective.words}
              </th>
              {squares.map((square, column) => (
                <BoardSquare
                  key={square.year}
                  square={square}
                  objective={objective}
                  runs={props.runs}
                  isNow={square.year === now}
                  isOver={model.isOver(square.year)}
                  abreast={abreast[column] ?? 1}
                  isUnfolded={unfolded.includes(squareName(objective, square.year))}
                  left={model.left(square)}
                  stop={stops[rows.findIndex((row) => row.objective === objective)]?.[column]?.find(
                    (one) => one === stop,
                  )}
                  onMove={mayWrite ? onMove : undefined}
                  onGrab={mayWrite ? grab : undefined}
                  onLeave={onLeave}
                  onPlan={mayWrite ? onPlan : undefined}
                  onUnfold={onUnfold}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
