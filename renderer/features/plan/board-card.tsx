import { IconArrowsMove } from '@tabler/icons-react'
import { memo, type PointerEvent, type ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { MeasureRun, PlanAction } from '#shared/features/plan/schema.ts'
import { ActionStatusMark } from './action-status.tsx'
import classes from './board.module.css'
import { MiniRun } from './mini-run.tsx'
import { actionPath } from './plan-address.ts'
import { runWords, shortMonth } from './plan-words.ts'

export interface CardDoing {
  /** Opens the dialog that moves an action; undefined where the plan is only read. */
  readonly onMove: ((action: PlanAction) => void) | undefined
  readonly onGrab: ((event: PointerEvent<HTMLElement>, action: PlanAction) => void) | undefined
  /** Called before the page of an action is opened. */
  readonly onLeave: (action: PlanAction) => void
}

interface BoardCardProps extends CardDoing {
  readonly action: PlanAction
  readonly run: MeasureRun | undefined
  readonly isStop: boolean
}

const RUN_WIDTH = 72

const PlainCard = ({ action, run, isStop, onMove, onGrab, onLeave }: BoardCardProps): ReactNode => (
  <li
    className={classNames(classes.card, (action.status === 'done' || action.status === 'stopped') && classes.past)}
    data-card={action.id}
    onPointerDown={onGrab === undefined ? undefined : (event) => onGrab(event, action)}
  >
    <Link
      href={actionPath(action.id)}
      className={classes.open}
      tabIndex={isStop ? 0 : -1}
      data-stop={action.id}
      draggable={false}
      onClick={() => onLeave(action)}
    >
      <span className={classes.title}>
        <i>{action.code}</i>
        {action.title}
      </span>
      <span className={classes.foot}>
        <ActionStatusMark status={action.status} />
        {run !== undefined && (
          <>
            <MiniRun run={run} width={RUN_WIDTH} />
            <VisuallyHidden>{`${run.title}: ${runWords(run)}`}</VisuallyHidden>
          </>
        )}
        <span className={classes.due}>
          <VisuallyHidden>due </VisuallyHidden>
          {shortMonth(action.dueOn)}
        </span>
      </span>
    </Link>
    {onMove !== undefined && (
      <span className={classes.mover} data-print="hide">
        <IconButton
          icon={IconArrowsMove}
          iconSize={16}
          tabIndex={-1}
          label={`Move ${action.code} ${action.title}`}
          onClick={() => onMove(action)}
        />
      </span>
    )}
  </li>
)

/** An action on the board. Memoised: a move draws the card that moves and no other. */
export const BoardCard = memo(PlainCard)
