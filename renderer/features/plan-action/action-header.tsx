import {
  IconArrowsHorizontal,
  IconChartDots,
  IconChevronDown,
  IconDots,
  IconHistory,
  IconPencil,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { ACTION_STATUSES, type ActionStatus } from '#shared/features/plan/schema.ts'
import type { ActionPart } from './action-context.ts'
import { ActionStatusMark, statusWord } from './action-status.tsx'
import classes from './plan-action.module.css'

/** What is opened over or beside the page of an action. */
export type Opened = 'update' | 'edit' | 'move' | 'measures' | 'history'

type ActionHeaderProps = Pick<ActionPart, 'action' | 'plan' | 'mayWrite'> & {
  readonly onStatus: (status: ActionStatus) => void
  readonly onOpen: (what: Opened) => void
  readonly onRemove: () => void
  readonly onPrint: () => void
}

/** Does what it says in words that the toast repeats. */
export const setStatus = (
  { action, write }: Pick<ActionPart, 'action' | 'write'>,
  status: ActionStatus,
): Promise<boolean> =>
  write(
    core.plan.setStatus({ id: action.id, version: action.version, status }),
    `${action.code}: ${statusWord(status).toLowerCase()}.`,
  )

const Status = ({ action, mayWrite, onStatus }: ActionHeaderProps): ReactNode => {
  if (!mayWrite) return <ActionStatusMark status={action.status} pill />
  return (
    <Menu
      anchor={
        <button type="button" className={classes.status} aria-label={`How it stands: ${statusWord(action.status)}`}>
          <ActionStatusMark status={action.status} pill />
          <Icon of={IconChevronDown} size={14} />
        </button>
      }
      items={ACTION_STATUSES.map(({ code, label }) => ({
        label: code === action.status ? `${label}, as it is` : label,
        disabled: code === action.status,
        onChoose: () => onStatus(code),
      }))}
    />
  )
}

const menuItems = ({ mayWrite, onOpen, onRemove }: ActionHeaderProps): readonly MenuItem[] => [
  ...(mayWrite
    ? [
        { label: 'Change all fields', icon: IconPencil, onChoose: () => onOpen('edit') },
        { label: 'Move to other dates', icon: IconArrowsHorizontal, onChoose: () => onOpen('move') },
        { label: 'What it is to move', icon: IconChartDots, onChoose: () => onOpen('measures') },
      ]
    : []),
  { label: 'History: who changed what', icon: IconHistory, onChoose: () => onOpen('history') },
  ...(mayWrite
    ? [{ label: 'Remove this action', icon: IconTrash, danger: true, startsGroup: true, onChoose: onRemove }]
    : []),
]

/** Which action it is, how it stands, and what can be done with it. */
export const ActionHeader = (props: ActionHeaderProps): ReactNode => {
  const { action, plan, mayWrite, onOpen, onPrint } = props
  const objective = plan.objectives.find(({ id }) => id === action.objectiveId)
  const words = (objective?.words ?? action.objectiveTitle).replace(/^./, (first) => first.toLowerCase())
  return (
    <header className={classes.header}>
      <div>
        <p className={classes.over}>
          <Badge>{action.code}</Badge> Objective {action.objectiveNumber}, {words}
        </p>
        <h1>{action.title}</h1>
      </div>
      <div className={classes.actions}>
        <Status {...props} />
        {mayWrite && (
          <span data-print="hide">
            <Button kind="filled" icon={IconPencil} keys="E" onClick={() => onOpen('update')}>
              Update
            </Button>
          </span>
        )}
        <span className={classes.buttons} data-print="hide">
          <Button icon={IconPrinter} keys="P" onClick={onPrint}>
            Print
          </Button>
          <Menu anchor={<IconButton icon={IconDots} label="More actions" />} items={menuItems(props)} />
        </span>
      </div>
    </header>
  )
}
