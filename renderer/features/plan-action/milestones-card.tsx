import { IconArrowBackUp, IconCheck, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Menu } from '#renderer/ui/menu.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { nextMilestone } from '#shared/features/plan/public.ts'
import type { PlanMilestone } from '#shared/features/plan/schema.ts'
import type { ActionPart } from './action-context.ts'
import { milestoneDay, milestoneMark } from './action-words.ts'
import { MilestoneForm } from './milestone-form.tsx'
import classes from './plan-action.module.css'

type LineProps = {
  readonly milestone: PlanMilestone
  readonly number: number
  /** Left out for those who may only look. */
  readonly doing?: { readonly meet: () => void; readonly change: () => void; readonly remove: () => void }
}

const Line = ({ milestone, number, doing }: LineProps): ReactNode => {
  const { title, metOn } = milestone
  const { kind, words } = milestoneMark(milestone, dayNow())
  return (
    <li className={classes.milestone}>
      <span className={classes.number} aria-hidden="true">
        {number}
      </span>
      <span className={classes.words}>
        <b>{title}</b>
        <small>{milestoneDay(milestone)}</small>
      </span>
      {doing === undefined || metOn !== null ? (
        <StatusMark kind={kind}>{words}</StatusMark>
      ) : (
        <button
          type="button"
          className={classes.status}
          title="Met today"
          aria-label={`${words}. Met today: ${title}`}
          onClick={doing.meet}
        >
          <StatusMark kind={kind}>{words}</StatusMark>
        </button>
      )}
      {doing !== undefined && (
        <span data-print="hide">
          <Menu
            anchor={<IconButton icon={IconDots} label={`More: ${title}`} />}
            items={[
              { label: 'Change', icon: IconPencil, onChoose: doing.change },
              metOn === null
                ? { label: 'Met today', icon: IconCheck, onChoose: doing.meet }
                : { label: 'Not met after all', icon: IconArrowBackUp, onChoose: doing.meet },
              { label: 'Remove', icon: IconTrash, danger: true, startsGroup: true, onChoose: doing.remove },
            ]}
          />
        </span>
      )}
    </li>
  )
}

/** The milestones of an action: met with one press, written and changed where they stand. */
export const MilestonesCard = ({ action, mayWrite, write, onFailure }: ActionPart): ReactNode => {
  const [open, setOpen] = useState<PlanMilestone | 'new' | null>(null)
  const next = nextMilestone(action.milestones)
  const openId = open === null || open === 'new' ? open : open.id
  const part = useKeepFocus<HTMLOListElement>(
    `${openId} ${action.milestones.map(({ id, metOn }) => `${id}${metOn}`).join(' ')}`,
  )
  const meet = ({ id, version, title, metOn }: PlanMilestone): void =>
    void write(
      core.plan.meetMilestone({ id, version, metOn: metOn === null ? dayNow() : null }),
      metOn === null ? `Met: ${title}.` : `Not met: ${title}.`,
    )
  const remove = ({ id, version, title }: PlanMilestone): void =>
    void write(core.plan.removeMilestone({ id, version }), `Removed: ${title}.`)
  useCommands(
    mayWrite
      ? [
          {
            id: 'plan-action.milestone',
            title: 'Add a milestone',
            group: 'On this page',
            keys: ['S'],
            icon: IconPlus,
            run: () => setOpen('new'),
          },
          ...(next === null
            ? []
            : [
                {
                  id: 'plan-action.meet',
                  title: `Milestone met: ${next.title}`,
                  group: 'On this page' as const,
                  keys: ['M'],
                  icon: IconCheck,
                  run: () => meet(next),
                },
              ]),
        ]
      : [],
  )
  const form = (milestone: PlanMilestone | null): ReactNode => (
    <MilestoneForm action={action} milestone={milestone} onFailedUndo={onFailure} onClose={() => setOpen(null)} />
  )
  return (
    <Panel
      title="Milestones"
      padding="flush"
      actions={
        mayWrite && (
          <span data-print="hide">
            <Button kind="quiet" size="small" icon={IconPlus} keys="S" onClick={() => setOpen('new')}>
              Add
            </Button>
          </span>
        )
      }
    >
      {action.milestones.length === 0 && open === null && (
        <p className={classes.nothing}>None yet. Each stands on the chart by itself, in the month it is met.</p>
      )}
      <ol ref={part} tabIndex={-1} className={classes.list} aria-label="Milestones">
        {action.milestones.map((milestone, index) =>
          open !== null && open !== 'new' && open.id === milestone.id ? (
            <li key={milestone.id} className={classes.editing}>
              {form(milestone)}
            </li>
          ) : (
            <Line
              key={milestone.id}
              milestone={milestone}
              number={index + 1}
              {...(mayWrite
                ? {
                    doing: {
                      meet: () => meet(milestone),
                      change: () => setOpen(milestone),
                      remove: () => remove(milestone),
                    },
                  }
                : {})}
            />
          ),
        )}
      </ol>
      {open === 'new' && <div className={classes.editing}>{form(null)}</div>}
    </Panel>
  )
}
