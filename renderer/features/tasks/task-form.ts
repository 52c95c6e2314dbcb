import { type DateParts, type IsoDate, partialDateFromParts } from '#shared/domain/partial-date.ts'
import type { NewTask, Task, TaskFields } from '#shared/features/tasks/schema.ts'
import { emptyDate } from '#renderer/ui/fields/date-field.tsx'
import type { FieldFaults } from '#renderer/app/undoable.ts'

/** A task as its form holds it. */
export interface TaskForm {
  readonly title: string
  readonly note: string
  readonly ownerId: string | null
  readonly due: DateParts
  readonly repeats: TaskFields['repeats']
}

const partsOf = (date: IsoDate | null): DateParts =>
  date === null
    ? emptyDate
    : { day: String(Number(date.slice(8))), month: String(Number(date.slice(5, 7))), year: date.slice(0, 4) }

/** The form of a task; of a new one, whoever is signed in is the owner. */
export const formOf = (task: Task | null, userId: string | null): TaskForm => ({
  title: task?.title ?? '',
  note: task?.note ?? '',
  ownerId: task === null ? userId : task.ownerId,
  due: partsOf(task?.dueDate ?? null),
  repeats: task?.repeats ?? 'never',
})

type Fields = Required<Pick<NewTask, 'title' | 'note' | 'ownerId' | 'dueDate' | 'repeats'>>
type Read = { readonly fields: Fields } | { readonly faults: FieldFaults }

const isBlank = ({ day, month, year }: DateParts): boolean => `${day}${month}${year}`.trim() === ''

/** What to save, or what to put right. */
export const readTaskForm = (form: TaskForm): Read => {
  const faults: Record<string, string> = {}
  if (form.title.trim() === '') faults['title'] = 'Say what is to be done'
  const date = isBlank(form.due) ? null : partialDateFromParts(form.due)
  if (date !== null && !date.ok) faults['dueDate'] = date.message
  else if (date !== null && date.value.precision !== 'day') faults['dueDate'] = 'Enter the day, month and year'
  else if (date === null && form.repeats !== 'never')
    faults['dueDate'] = 'A task that repeats needs the date it is due first'
  if (Object.keys(faults).length > 0) return { faults }
  return {
    fields: {
      title: form.title.trim(),
      note: form.note.trim() === '' ? null : form.note.trim(),
      ownerId: form.ownerId,
      dueDate: date?.ok === true ? date.value.date : null,
      repeats: form.repeats,
    },
  }
}
