import { z } from 'zod'
import { personLineSchema } from '#shared/domain/person-line.ts'
import { isoDateSchema, longText, shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { TASK_REPEATS } from './recurrence.ts'

export const taskRepeatSchema = z.enum(TASK_REPEATS.map(({ code }) => code))
export const TASK_STATES = ['open', 'done', 'dropped'] as const

/** What is typed of a task. */
export const taskFieldsSchema = z.object({
  title: shortText(160),
  note: longText(2000).nullable().default(null),
  /** Who does it; null: whoever comes first. */
  ownerId: uuidSchema.nullable().default(null),
  dueDate: isoDateSchema.nullable().default(null),
  repeats: taskRepeatSchema.default('never'),
})
export type TaskFields = z.output<typeof taskFieldsSchema>

/** A new task: about a person or none, and what it came from. */
export const newTaskSchema = taskFieldsSchema.extend({
  personId: uuidSchema.nullable().default(null),
  /** The treatment summary, or other event, that asked for it. */
  sourceEventId: uuidSchema.nullable().default(null),
  pathwayId: uuidSchema.nullable().default(null),
})
export type NewTask = z.input<typeof newTaskSchema>

export const taskSchema = newTaskSchema.extend({
  id: uuidSchema,
  version: z.number().int().min(1),
  ownerName: z.string().nullable(),
  state: z.enum(TASK_STATES),
  createdOn: isoDateSchema,
  createdBy: z.string(),
  finishedOn: isoDateSchema.nullable(),
  finishedBy: z.string().nullable(),
  droppedReason: z.string().nullable(),
})
export type Task = z.output<typeof taskSchema>

/** A task in a list of everybody's. */
export const taskRowSchema = taskSchema.extend({
  person: personLineSchema.nullable(),
  /** Whom it is about has died. */
  died: z.boolean(),
})
export type TaskRow = z.output<typeof taskRowSchema>

export const TASK_VIEWS = [
  { code: 'late', label: 'Late' },
  { code: 'soon', label: 'Due in 4 weeks' },
  { code: 'later', label: 'Later' },
  { code: 'no_date', label: 'No date' },
  { code: 'finished', label: 'Finished' },
] as const
export type TaskView = (typeof TASK_VIEWS)[number]['code']

/** Everything that the list of tasks keeps in its address. */
export const taskListSchema = z.object({
  view: z.enum(TASK_VIEWS.map(({ code }) => code)).default('late'),
  /** `anyone`, `nobody`, or one person who has access. */
  owner: z.union([z.literal('anyone'), z.literal('nobody'), uuidSchema]).default('anyone'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(100),
})
