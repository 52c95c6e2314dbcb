import { IconChevronDown, IconChevronUp, IconSquareDashed } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import { isEmptySquare, type Square } from '#shared/features/plan/board.ts'
import type { MeasureRun, PlanObjective } from '#shared/features/plan/schema.ts'
import { BoardCard, type CardDoing } from './board-card.tsx'
import { moreStop, planStop, SQUARE_LIMIT } from './board-stops.ts'
import classes from './board.module.css'

export interface SquareDoing extends CardDoing {
  /** Plans an action for an empty square; undefined where the plan is only read. */
  readonly onPlan: ((square: Square) => void) | undefined
  readonly onUnfold: (square: Square, unfold: boolean) => void
}

interface BoardSquareProps extends SquareDoing {
  readonly square: Square
  readonly objective: PlanObjective
  readonly runs: ReadonlyMap<string, MeasureRun>
  readonly isNow: boolean
  /** The year has ended. */
  readonly isOver: boolean
  readonly abreast: number
  readonly isUnfolded: boolean
  /** Actions that the filters leave out of it. */
  readonly left: number
  /** The stop of the Tab key, where it is in this square. */
  readonly stop: string | undefined
}

type HoleProps = Pick<BoardSquareProps, 'square' | 'objective' | 'isOver' | 'onPlan' | 'stop'>

const Hole = ({ square, objective, isOver, onPlan, stop }: HoleProps): ReactNode => (
  <div className={classes.hole}>
    <Icon of={IconSquareDashed} size={20} />
    <span>{`Nothing in year ${square.year}`}</span>
    {isOver && <span className={classes.kept}>Kept as a record</span>}
    {!isOver && onPlan !== undefined && (
      <button
        type="button"
        className={classes.plan}
        data-stop={planStop(square)}
        tabIndex={stop === planStop(square) ? 0 : -1}
        aria-label={`Plan one: ${objective.words}, year ${square.year}`}
        onClick={() => onPlan(square)}
      >
        Plan one
      </button>
    )}
  </div>
)

const PlainSquare = (props: BoardSquareProps): ReactNode => {
  const { square, runs, abreast, isUnfolded, stop, left } = props
  const { actions, served } = square
  const folded = actions.length > SQUARE_LIMIT && !isUnfolded
  const shown = folded ? actions.slice(0, SQUARE_LIMIT) : actions
  const rest = actions.length - SQUARE_LIMIT
  return (
    <td
      className={classNames(classes.square, props.isNow && classes.now)}
      data-square={`${square.objectiveId} ${square.year}`}
    >
      {isEmptySquare(square) && left === 0 && <Hole {...props} />}
      {shown.length > 0 && (
        <ul className={classes.cards} style={{ gridTemplateColumns: `repeat(${abreast}, minmax(0, 1fr))` }}>
          {shown.map((action) => (
            <BoardCard
              key={action.id}
              action={action}
              run={runs.get(action.measureCodes[0] ?? '')}
              isStop={stop === action.id}
              onMove={props.onMove}
              onGrab={props.onGrab}
              onLeave={props.onLeave}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button
          kind="quiet"
          size="small"
          icon={folded ? IconChevronDown : IconChevronUp}
          data-stop={moreStop(square)}
          tabIndex={stop === moreStop(square) ? 0 : -1}
          aria-expanded={!folded}
          onClick={() => props.onUnfold(square, folded)}
        >
          {folded ? `and ${rest} more` : 'Show fewer'}
        </Button>
      )}
      {served.length > 0 && (
        <p className={classes.served}>{`Also served by ${served.map(({ code }) => code).join(', ')}`}</p>
      )}
      {left > 0 && <p className={classes.served}>{`${left} left out by the filter`}</p>}
    </td>
  )
}

/** One objective in one year. Memoised, so that what changes in one square leaves the others alone. */
export const BoardSquare = memo(PlainSquare)
