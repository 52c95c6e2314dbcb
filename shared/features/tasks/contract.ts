import { z } from 'zod'
import { command, query } from '#shared/contract/define.ts'
import { shortText, uuidSchema } from '#shared/domain/schemas.ts'
import { newTaskSchema, TASK_VIEWS, taskFieldsSchema, taskListSchema, taskRowSchema, taskSchema } from './schema.ts'

const version = z.number().int().min(1)
const undo = z.number().int()
const MOST_AT_ONCE = 2000

export const tasks = {
  page: query({
    summary: 'Tasks of everybody, by when they are due.',
    can: 'register.read',
    input: taskListSchema,
    output: z.object({ rows: z.array(taskRowSchema), total: z.number().int() }),
  }),
  counts: query({
    summary: 'How many tasks each view holds.',
    can: 'register.read',
    input: taskListSchema.pick({ owner: true }),
    output: z.record(z.enum(TASK_VIEWS.map(({ code }) => code)), z.number().int()),
  }),
  ofPerson: query({
    summary: 'Every task about one person, the open ones first.',
    can: 'register.read',
    audits: 'view',
    input: z.object({ personId: uuidSchema }),
    output: z.array(taskSchema),
  }),
  add: command({
    summary: 'Add a task.',
    can: 'journey.write',
    audits: 'create',
    input: newTaskSchema,
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  addForPeople: command({
    summary: 'Add the same task for several people.',
    can: 'journey.write',
    audits: 'create',
    input: z.object({
      personIds: z
        .array(uuidSchema)
        .min(1, 'Choose somebody first')
        .max(MOST_AT_ONCE, `Choose ${MOST_AT_ONCE.toLocaleString('en-GB')} people or fewer`),
      task: taskFieldsSchema,
    }),
    output: z.object({ added: z.number().int(), undo }),
  }),
  save: command({
    summary: 'Change a task.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, task: taskFieldsSchema }),
    output: z.object({ id: uuidSchema, version, undo }),
  }),
  finish: command({
    summary: 'Finish a task. One that repeats comes back with its next date.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version }),
    output: z.object({ version, next: z.object({ id: uuidSchema, dueDate: z.string() }).nullable(), undo }),
  }),
  reopen: command({
    summary: 'Open a finished task again. What it was followed by goes, unless somebody has worked on it.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version }),
    output: z.object({ version, undo }),
  }),
  drop: command({
    summary: 'Drop a task that need not be done, with the reason. One that repeats does not come back.',
    can: 'journey.write',
    audits: 'edit',
    input: z.object({ id: uuidSchema, version, reason: shortText(300) }),
    output: z.object({ version, undo }),
  }),
}
