import { IconArrowBackUp, IconDots, IconPencil, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { Link } from '#renderer/app/router.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { displayName } from '#shared/domain/people.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import type { Task } from '#shared/features/tasks/schema.ts'
import { repeatWords, taskStanding } from '#shared/features/tasks/words.ts'
import type { TaskWrites } from './task-writes.ts'
import classes from './tasks.module.css'

type TaskLineProps = {
  readonly task: Task
  /** Shown in a list of everybody's; undefined on a person's own page, null for a task about nobody. */
  readonly person?: PersonLine | null
  /** Said beside an open task in such a list; a person's own page says it at its head. */
  readonly died?: boolean
  /** Left out for those who may only look. */
  readonly writes: TaskWrites | undefined
  readonly onChange: (task: Task) => void
  readonly onDrop: (task: Task) => void
}

const detailOf = (task: Task, died: boolean): string =>
  [
    died && task.state === 'open' ? 'This person has died: finish or drop it' : '',
    task.ownerName ?? (task.state === 'open' ? 'Whoever comes first' : ''),
    repeatWords(task.repeats),
    task.sourceEventId === null ? '' : 'From a letter',
    task.droppedReason === null ? '' : `Dropped: ${task.droppedReason}`,
    task.note ?? '',
  ]
    .filter((part) => part !== '')
    .join('. ')

const PersonCell = ({ person }: { readonly person: PersonLine | null }): ReactNode => (
  <span className={classes.person}>
    {person === null ? (
      'About nobody'
    ) : (
      <>
        <Link href={`/people/${person.id}/tasks`}>{displayName({ ...person, title: null })}</Link>
        {[
          person.nhsNumber === null ? (person.localId ?? '') : formatNhsNumber(person.nhsNumber),
          person.birthDate === null ? '' : formatIsoDate(person.birthDate),
        ]
          .filter((part) => part !== '')
          .join(', ')}
      </>
    )}
  </span>
)

/** One task: tick it, see whose and when, and what else can be done with it. */
export const TaskLine = ({ task, person, died = false, writes, onChange, onDrop }: TaskLineProps): ReactNode => {
  const isOpen = task.state === 'open'
  const standing = taskStanding(task, dayNow())
  const items: MenuItem[] = isOpen
    ? [
        { label: 'Change', icon: IconPencil, onChoose: () => onChange(task) },
        { label: 'Drop, with the reason', icon: IconX, onChoose: () => onDrop(task) },
      ]
    : [{ label: 'Open again', icon: IconArrowBackUp, onChoose: () => void writes?.reopen(task) }]
  return (
    <li className={classNames(classes.line, !isOpen && classes.closed)} data-task={task.id}>
      <span className={classes.words}>
        {writes === undefined ? (
          <>
            <b>{task.title}</b>
            <small>{detailOf(task, died)}</small>
          </>
        ) : (
          <CheckboxField
            label={task.title}
            hint={detailOf(task, died)}
            checked={!isOpen}
            onChange={(ticked) => void (ticked ? writes.finish(task) : writes.reopen(task))}
          />
        )}
      </span>
      {person !== undefined && <PersonCell person={person} />}
      <span className={classes.standing}>
        <StatusMark kind={standing.kind}>{standing.words}</StatusMark>
      </span>
      {writes !== undefined && (
        <Menu anchor={<IconButton icon={IconDots} label={`More about ${task.title}`} />} items={items} />
      )}
    </li>
  )
}
