import { IconChevronDown, IconChevronUp, IconColumns3, IconLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { USUAL_COLUMNS } from './register-address.ts'
import type { RegisterColumn } from './register-columns.tsx'
import classes from './register.module.css'

type ColumnsPopoverProps = {
  readonly columns: readonly RegisterColumn[]
  /** Ids of the columns that are shown, in order. */
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}

/** The list with one column moved by one place; the same list where it cannot go further. */
export const movedColumn = (shown: readonly string[], id: string, step: 1 | -1): readonly string[] => {
  const from = shown.indexOf(id)
  const to = from + step
  const other = shown[to]
  if (from < 0 || other === undefined) return shown
  return shown.map((one, index) => (index === from ? other : index === to ? id : one))
}

type ColumnLineProps = {
  readonly column: RegisterColumn
  readonly checked: boolean
  readonly onToggle: () => void
  readonly onMove: (step: 1 | -1) => void
}

const ColumnLine = ({ column, checked, onToggle, onMove }: ColumnLineProps): ReactNode => (
  <li className={classes.columnLine} data-column={column.id}>
    <CheckboxField label={column.name} checked={checked} onChange={onToggle} />
    {checked && (
      <span className={classes.columnMoves}>
        <IconButton
          icon={IconChevronUp}
          iconSize={16}
          tabIndex={-1}
          label={`Move ${column.name} left`}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={IconChevronDown}
          iconSize={16}
          tabIndex={-1}
          label={`Move ${column.name} right`}
          onClick={() => onMove(1)}
        />
      </span>
    )}
  </li>
)

/** The column whose line has the focus. */
const focusedColumn = (): string | null =>
  document.activeElement?.closest('[data-column]')?.getAttribute('data-column') ?? null

/** Alt with Up or Down moves the column in focus while the list of columns is open. */
const useMoveKeys = (
  open: boolean,
  columns: readonly RegisterColumn[],
  move: (column: RegisterColumn, step: 1 | -1) => void,
): void => {
  const moveFocused = (step: 1 | -1): boolean | void => {
    const column = columns.find(({ id }) => id === focusedColumn())
    return column === undefined ? false : move(column, step)
  }
  const shared = { group: 'On this page', keysOnly: true, always: true } as const
  useCommands(
    open
      ? [
          {
            ...shared,
            id: 'register.column-left',
            title: 'Move the column left',
            keys: ['Alt+Up'],
            run: () => moveFocused(-1),
          },
          {
            ...shared,
            id: 'register.column-right',
            title: 'Move the column right',
            keys: ['Alt+Down'],
            run: () => moveFocused(1),
          },
        ]
      : [],
  )
}

/** Which columns the register shows, and in what order. The person is always first. */
export const ColumnsPopover = ({ columns, shown, onChange }: ColumnsPopoverProps): ReactNode => {
  const [open, setOpen] = useState(false)
  const movable = shown.filter((id) => columns.some((column) => column.id === id && column.locked !== true))
  const listed = [
    ...movable.flatMap((id) => columns.find((column) => column.id === id) ?? []),
    ...columns.filter((column) => column.locked !== true && !movable.includes(column.id)),
  ]
  const toggle = (id: string): void =>
    onChange(movable.includes(id) ? movable.filter((one) => one !== id) : [...movable, id])
  const move = (column: RegisterColumn, step: 1 | -1): void => {
    const next = movedColumn(movable, column.id, step)
    onChange(next)
    announce(`${column.name}, column ${next.indexOf(column.id) + 2} of ${next.length + 1}`)
  }
  useMoveKeys(open, columns, move)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Columns"
      side="bottom-end"
      width={304}
      anchor={
        <Button size="small" icon={IconColumns3} on={open} aria-expanded={open} onClick={() => setOpen(!open)}>
          Columns
        </Button>
      }
    >
      <div className={classes.columnsHead}>
        <h2>Columns</h2>
        <Button kind="quiet" size="small" onClick={() => onChange(USUAL_COLUMNS)}>
          Reset
        </Button>
      </div>
      <p className={classes.lockedColumn}>
        <Icon of={IconLock} size={16} /> Person <span>always shown</span>
      </p>
      <ul className={classes.columnList}>
        {listed.map((column) => (
          <ColumnLine
            key={column.id}
            column={column}
            checked={movable.includes(column.id)}
            onToggle={() => toggle(column.id)}
            onMove={(step) => move(column, step)}
          />
        ))}
      </ul>
      <p className={classes.columnsFoot}>
        <KeyHint keys="Alt+Up" /> <KeyHint keys="Down" /> moves a column
      </p>
    </Popover>
  )
}
