import { readDay, textOrNull } from '#renderer/app/typed.ts'
import { type DateParts, dayPartsOf } from '#shared/domain/partial-date.ts'
import type { NewTask, Task, TaskFields } from '#shared/features/tasks/schema.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'

/** A task as its form holds it. */
export interface TaskForm {
  readonly title: string
  readonly note: string
  readonly ownerId: string | null
  readonly due: DateParts
  readonly repeats: TaskFields['repeats']
}

/** The form of a task; of a new one, whoever is signed in is the owner. */
export const formOf = (task: Task | null, userId: string | null): TaskForm => ({
  title: task?.title ?? '',
  note: task?.note ?? '',
  ownerId: task === null ? userId : task.ownerId,
  due: dayPartsOf(task?.dueDate ?? null),
  repeats: task?.repeats ?? 'never',
})

type Fields = Required<Pick<NewTask, 'title' | 'note' | 'ownerId' | 'dueDate' | 'repeats'>>
type Read = { readonly fields: Fields } | { readonly faults: FieldFaults }

/** What to save, or what to put right. */
export const readTaskForm = (form: TaskForm): Read => {
  const faults: Record<string, string> = {}
  if (form.title.trim() === '') faults['title'] = 'Say what is to be done'
  const due = readDay(form.due)
  if ('fault' in due) faults['dueDate'] = due.fault
  else if (due.day === null && form.repeats !== 'never')
    faults['dueDate'] = 'A task that repeats needs the date it is due first'
  if (Object.keys(faults).length > 0) return { faults }
  return {
    fields: {
      title: form.title.trim(),
      note: textOrNull(form.note),
      ownerId: form.ownerId,
      dueDate: 'day' in due ? due.day : null,
      repeats: form.repeats,
    },
  }
}
