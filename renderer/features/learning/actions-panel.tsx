import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { Link } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Analysis, LearningAction } from '#shared/features/learning/schema.ts'
import { ActionDialog } from './action-dialog.tsx'
import { TakeDialog } from './take-dialog.tsx'
import classes from './learning.module.css'

type ActionsPanelProps = {
  readonly analysis: Analysis
  readonly mayWrite: boolean
  readonly onFailure: (words: string) => void
}

const Standing = ({ action }: { readonly action: LearningAction }): ReactNode => {
  const { state, dueDate } = action
  if (state === 'done') return <StatusMark kind="done">Done</StatusMark>
  if (state === 'dropped') return <StatusMark kind="not-measured">Dropped</StatusMark>
  if (dueDate === null) return <StatusMark kind="not-started">No date</StatusMark>
  const words = `By ${formatIsoDate(dueDate)}`
  return <StatusMark kind={dueDate < dayNow() ? 'off-track' : 'not-due'}>{words}</StatusMark>
}

type InPlanProps = {
  readonly action: LearningAction
  readonly taken: { readonly actionId: string; readonly code: string } | null
  /** null: nobody may, or there is no plan. */
  readonly onTake: (() => void) | null
}

/** Where a change is in the plan, or the way into it. */
const InPlan = ({ action, taken, onTake }: InPlanProps): ReactNode => {
  if (taken !== null) return <Link href={`/plan/actions/${taken.actionId}`}>In the plan: {taken.code}</Link>
  if (onTake === null) return null
  return (
    <Button size="small" kind="quiet" aria-label={`Take into the plan: ${action.title}`} onClick={onTake}>
      Take into the plan
    </Button>
  )
}

/** The changes that were agreed. Each is a task, and stands here as its task does. */
export const ActionsPanel = ({ analysis, mayWrite, onFailure }: ActionsPanelProps): ReactNode => {
  const [adding, setAdding] = useState(false)
  const [taking, setTaking] = useState<LearningAction | null>(null)
  const plan = useCoreQuery('plan', 'current', {}).data ?? null
  const taken = useCoreQuery('plan', 'takenFrom', { ids: analysis.actions.map(({ id }) => id) }).data ?? []
  const mayTake = useMay('plan.write') && plan !== null
  const add = (): void => setAdding(true)
  useCommands(
    mayWrite
      ? [
          {
            id: 'learning.action',
            title: 'Add an agreed change',
            group: 'On this page',
            keys: ['A'],
            icon: IconPlus,
            run: add,
          },
        ]
      : [],
  )
  return (
    <Panel
      title="Changes agreed"
      padding="flush"
      actions={
        <>
          <Link href="/today/tasks">All tasks</Link>
          {mayWrite && (
            <Button size="small" icon={IconPlus} keys="A" onClick={add}>
              Add a change
            </Button>
          )}
        </>
      }
    >
      {analysis.actions.length === 0 ? (
        <p className={classes.nothing}>None yet. Each becomes a task with an owner and a day.</p>
      ) : (
        <ul className={classes.list} aria-label="Changes agreed">
          {analysis.actions.map((action) => (
            <li key={action.id} className={classes.line}>
              <span className={classes.words}>
                <b>{action.title}</b>
                <small>{action.ownerName ?? 'Whoever comes first'}</small>
              </span>
              <span className={classes.standing}>
                <Standing action={action} />
              </span>
              <InPlan
                action={action}
                taken={taken.find(({ originId }) => originId === action.id) ?? null}
                onTake={mayTake ? () => setTaking(action) : null}
              />
            </li>
          ))}
        </ul>
      )}
      {taking !== null && plan !== null && (
        <TakeDialog
          analysis={analysis}
          change={taking}
          plan={plan}
          onClose={() => setTaking(null)}
          onFailedUndo={onFailure}
        />
      )}
      {adding && <ActionDialog analysis={analysis} onClose={() => setAdding(false)} onFailedUndo={onFailure} />}
    </Panel>
  )
}
