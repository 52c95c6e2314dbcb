import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import type { Task } from '#shared/features/tasks/schema.ts'
import { DropDialog } from './drop-dialog.tsx'
import { TaskDialog } from './task-dialog.tsx'

/** Which form is open, and on which task. */
export type TaskForms =
  | { readonly form: 'add' }
  | { readonly form: 'change' | 'drop'; readonly task: Task; readonly person: PersonLine | null }

type TaskDialogsProps = {
  readonly open: TaskForms | null
  /** The tasks on the page as they are now. */
  readonly tasks: readonly Task[]
  /** Whom a new task is about. */
  readonly person: PersonLine | null
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** The form that is open over a list of tasks, if any. */
export const TaskDialogs = ({ open, tasks, person, onClose, onFailedUndo }: TaskDialogsProps): ReactNode => {
  if (open === null) return null
  const task = open.form === 'add' ? null : (tasks.find(({ id }) => id === open.task.id) ?? open.task)
  const about = open.form === 'add' ? person : open.person
  const patient = about === null ? undefined : bannerOf(about, dayNow())
  if (open.form === 'drop' && task !== null)
    return <DropDialog task={task} patient={patient} onClose={onClose} onFailedUndo={onFailedUndo} />
  return (
    <TaskDialog
      task={task}
      personId={about?.id ?? null}
      patient={patient}
      onClose={onClose}
      onFailedUndo={onFailedUndo}
    />
  )
}
