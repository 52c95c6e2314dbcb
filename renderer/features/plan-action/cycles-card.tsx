import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Menu } from '#renderer/ui/menu.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { PlanCycle } from '#shared/features/plan/schema.ts'
import type { ActionPart } from './action-context.ts'
import { CycleDialog } from './cycle-dialog.tsx'
import { CYCLE_PARTS, OUTCOMES } from './cycle-words.ts'
import cyclesCard from './cycles-card.module.css'
import classes from './plan-action.module.css'

const Outcome = ({ cycle }: { readonly cycle: PlanCycle }): ReactNode => {
  const outcome = OUTCOMES.find(({ code }) => code === cycle.outcome)
  if (outcome === undefined) return <StatusMark kind="not-due">Under way</StatusMark>
  return (
    <StatusMark kind={outcome.mark}>
      {outcome.label}: {outcome.words}
    </StatusMark>
  )
}

const datesOf = ({ startedOn, endedOn }: PlanCycle): string =>
  endedOn === null ? `Since ${formatIsoDate(startedOn)}` : `${formatIsoDate(startedOn)} to ${formatIsoDate(endedOn)}`

type CycleProps = {
  readonly cycle: PlanCycle
  readonly doing?: { readonly change: () => void; readonly remove: () => void }
}

const Cycle = ({ cycle, doing }: CycleProps): ReactNode => (
  <li className={cyclesCard.cycle}>
    <div className={cyclesCard.cycleHead}>
      <span className={classes.number} aria-hidden="true">
        {cycle.number}
      </span>
      <span className={classes.words}>
        <b>{cycle.aim}</b>
        <small>{datesOf(cycle)}</small>
      </span>
      <Outcome cycle={cycle} />
      {doing !== undefined && (
        <span data-print="hide">
          <Menu
            anchor={<IconButton icon={IconDots} label={`More: cycle ${cycle.number}`} />}
            items={[
              { label: 'Change', icon: IconPencil, onChoose: doing.change },
              { label: 'Remove', icon: IconTrash, danger: true, startsGroup: true, onChoose: doing.remove },
            ]}
          />
        </span>
      )}
    </div>
    <dl className={cyclesCard.parts}>
      {CYCLE_PARTS.map(({ code, label }) => (
        <div key={code}>
          <dt>{label}</dt>
          <dd>{cycle[code] === '' ? <span className={classes.quiet}>Not written yet</span> : cycle[code]}</dd>
        </div>
      ))}
    </dl>
  </li>
)

/** What was tried in small before it was done for good: turns of plan, do, study, act. */
export const CyclesCard = ({ action, mayWrite, write, onFailure }: ActionPart): ReactNode => {
  const [asked, setAsked] = useState<PlanCycle | 'new' | null>(null)
  const begin = (): void => setAsked('new')
  useCommands(
    mayWrite
      ? [
          {
            id: 'plan-action.cycle',
            title: 'Begin a cycle: plan, do, study, act',
            group: 'On this page',
            keys: ['C'],
            alsoCalled: ['PDSA', 'test of change'],
            icon: IconPlus,
            run: begin,
          },
        ]
      : [],
  )
  const { cycles } = action
  const part = useKeepFocus<HTMLDivElement>(String(cycles.length))
  return (
    <Panel
      title="Tried in small"
      aside="Plan, do, study, act"
      padding="flush"
      actions={
        mayWrite && (
          <span data-print="hide">
            <Button kind="quiet" size="small" icon={IconPlus} keys="C" onClick={begin}>
              Cycle
            </Button>
          </span>
        )
      }
    >
      <div ref={part} tabIndex={-1}>
        {cycles.length === 0 ? (
          <p className={classes.nothing}>
            No cycle yet. Try it with one clinic or one week before it becomes the way things are done.
          </p>
        ) : (
          <ol className={classes.list} aria-label="Cycles">
            {cycles.map((cycle) => (
              <Cycle
                key={cycle.id}
                cycle={cycle}
                {...(mayWrite
                  ? {
                      doing: {
                        change: () => setAsked(cycle),
                        remove: () =>
                          void write(
                            core.plan.removeCycle({ id: cycle.id, version: cycle.version }),
                            `Cycle ${cycle.number} is removed.`,
                          ),
                      },
                    }
                  : {})}
              />
            ))}
          </ol>
        )}
      </div>
      {asked !== null && (
        <CycleDialog
          action={action}
          cycle={asked === 'new' ? null : (cycles.find(({ id }) => id === asked.id) ?? asked)}
          onClose={() => setAsked(null)}
          onFailedUndo={onFailure}
        />
      )}
    </Panel>
  )
}
