import {
  IconLayoutKanban,
  IconListCheck,
  IconPlus,
  IconPrinter,
  IconSquareDashed,
  IconTimeline,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { Icon, type IconGlyph } from '#renderer/ui/icon.tsx'
import { MilestoneShape } from '#renderer/ui/milestone-shape.tsx'
import type { Plan, PlanAction } from '#shared/features/plan/schema.ts'
import { planLine, statusLabel } from '#shared/features/plan/words.ts'
import { ActionStatusShape } from './action-status.tsx'
import type { PlanView } from './plan-address.ts'
import classes from './plan.module.css'
import { actionCount, emptySquareCount, TOLD_STATUSES } from './plan-words.ts'

const VIEWS: readonly { readonly value: PlanView; readonly label: string; readonly icon: IconGlyph }[] = [
  { value: 'board', label: 'Board', icon: IconLayoutKanban },
  { value: 'timeline', label: 'Timeline', icon: IconTimeline },
  { value: 'list', label: 'List', icon: IconListCheck },
]

interface PlanHeaderProps {
  readonly plan: Plan
  readonly view: PlanView
  readonly onView: (view: PlanView) => void
  readonly onPrint: () => void
  /** Undefined where the plan is only read. */
  readonly onAdd: (() => void) | undefined
  readonly more: ReactNode
}

/** The name of the plan, where in its three years it stands, and what can be done from here. */
export const PlanHeader = ({ plan, view, onView, onPrint, onAdd, more }: PlanHeaderProps): ReactNode => (
  <header className={classes.head}>
    <div className={classes.headWords}>
      <h1>{plan.title}</h1>
      <p>{planLine(plan, dayNow())}</p>
    </div>
    <div className={classes.headTools} data-print="hide">
      <SegmentedField
        label="View"
        value={view}
        onChange={onView}
        options={VIEWS.map(({ value, label, icon }) => ({
          value,
          label: (
            <span className={classes.view}>
              <Icon of={icon} size={17} />
              {label}
            </span>
          ),
        }))}
      />
      <Button icon={IconPrinter} keys="P" onClick={onPrint}>
        Print
      </Button>
      {onAdd !== undefined && (
        <Button kind="filled" icon={IconPlus} keys="N" onClick={onAdd}>
          Add an action
        </Button>
      )}
      {more}
    </div>
  </header>
)

/** How many actions there are by status, each with its shape and word, and how many squares have nothing in them. */
export const StatusCounts = ({
  actions,
  empty,
}: {
  readonly actions: readonly PlanAction[]
  readonly empty: number
}): ReactNode => (
  <p className={classes.counts}>
    <b>{actionCount(actions.length)}</b>
    {TOLD_STATUSES.map((status) => {
      const count = actions.filter((action) => action.status === status).length
      return (
        count > 0 && (
          <span key={status}>
            <ActionStatusShape status={status} size={14} />
            {`${count.toLocaleString('en-GB')} ${statusLabel(status).toLowerCase()}`}
          </span>
        )
      )
    })}
    <span>
      <Icon of={IconSquareDashed} size={17} />
      {emptySquareCount(empty)}
    </span>
  </p>
)

/** What the shapes of the timeline mean. */
export const TimelineKey = ({ withNeeds }: { readonly withNeeds: boolean }): ReactNode => (
  <p className={classes.counts}>
    <span>
      <MilestoneShape state="met" />
      Milestone met
    </span>
    <span>
      <MilestoneShape state="to come" />
      To come
    </span>
    <span>
      <MilestoneShape state="missed" />
      Missed
    </span>
    <span>
      <ActionStatusShape status="on_track" size={15} />
      <ActionStatusShape status="at_risk" size={15} />
      <ActionStatusShape status="off_track" size={15} />
      <ActionStatusShape status="not_started" size={15} />
      On track, at risk, off track, not started
    </span>
    <span>
      <span className={classes.firstKey} aria-hidden="true" />
      As first planned
    </span>
    {withNeeds && (
      <span>
        <span className={classes.needKey} aria-hidden="true" />
        Needed first, dashed where dates overlap
      </span>
    )}
  </p>
)
