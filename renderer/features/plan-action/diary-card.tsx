import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { Link } from '#renderer/app/router.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { Menu } from '#renderer/ui/menu.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { formatIsoDate, formatShortDate } from '#shared/domain/partial-date.ts'
import type { PlanUpdate } from '#shared/features/plan/schema.ts'
import type { ActionPart } from './action-context.ts'
import { ActionStatusMark } from '#renderer/features/plan/public.ts'
import classes from './plan-action.module.css'
import { UpdateDrawer } from './update-drawer.tsx'

/** Of this year without the year: they are most of a diary. */
const dayText = (day: string): string =>
  day.slice(0, 4) === dayNow().slice(0, 4) ? formatShortDate(day) : formatIsoDate(day)

type EntryProps = {
  readonly update: PlanUpdate
  /** The status that it brought; null where it left it as it was. */
  readonly brought: PlanUpdate['status'] | null
  readonly doing?: { readonly change: () => void; readonly remove: () => void }
}

const Entry = ({ update, brought, doing }: EntryProps): ReactNode => (
  <li className={classes.entry}>
    <b className={classes.day}>{dayText(update.on)}</b>
    <span className={classes.words}>
      <span className={classes.written}>{update.words}</span>
      {brought !== null && <ActionStatusMark status={brought} />}
      {update.nextStep !== '' && <small>Next: {update.nextStep}</small>}
      {update.ask !== '' && <small>Asked: {update.ask}</small>}
      <small>
        {update.by}
        {update.reviewId !== null && (
          <>
            , at a <Link href={`/plan/reviews/${update.reviewId}`}>review</Link>
          </>
        )}
      </small>
    </span>
    {doing !== undefined && (
      <span data-print="hide">
        <Menu
          anchor={<IconButton icon={IconDots} label={`More: ${dayText(update.on)}`} />}
          items={[
            { label: 'Correct', icon: IconPencil, onChoose: doing.change },
            { label: 'Remove', icon: IconTrash, danger: true, startsGroup: true, onChoose: doing.remove },
          ]}
        />
      </span>
    )}
  </li>
)

/** What happened with an action, the newest first. */
export const DiaryCard = ({ action, mayWrite, write, onFailure }: ActionPart): ReactNode => {
  const [asked, setAsked] = useState<PlanUpdate | 'note' | null>(null)
  const note = (): void => setAsked('note')
  useCommands(
    mayWrite
      ? [
          {
            id: 'plan-action.note',
            title: 'Note in the diary',
            group: 'On this page',
            keys: ['A'],
            icon: IconPlus,
            run: note,
          },
        ]
      : [],
  )
  const { updates } = action
  const part = useKeepFocus<HTMLDivElement>(String(updates.length))
  return (
    <Panel
      title="Diary"
      padding="flush"
      actions={
        mayWrite && (
          <span data-print="hide">
            <Button kind="quiet" size="small" icon={IconPlus} keys="A" onClick={note}>
              Note
            </Button>
          </span>
        )
      }
    >
      <div ref={part} tabIndex={-1}>
        {updates.length === 0 ? (
          <p className={classes.nothing}>Nothing is written yet.</p>
        ) : (
          <ul className={classes.list} aria-label="Diary">
            {updates.map((update, index) => (
              <Entry
                key={update.id}
                update={update}
                brought={updates[index + 1]?.status === update.status ? null : update.status}
                {...(mayWrite
                  ? {
                      doing: {
                        change: () => setAsked(update),
                        remove: () =>
                          void write(
                            core.plan.removeUpdate({ id: update.id, version: update.version }),
                            'Removed from the diary.',
                          ),
                      },
                    }
                  : {})}
              />
            ))}
          </ul>
        )}
      </div>
      {asked !== null && (
        <UpdateDrawer
          action={action}
          update={asked === 'note' ? null : (updates.find(({ id }) => id === asked.id) ?? asked)}
          isNote={asked === 'note'}
          onClose={() => setAsked(null)}
          onFailedUndo={onFailure}
        />
      )}
    </Panel>
  )
}
