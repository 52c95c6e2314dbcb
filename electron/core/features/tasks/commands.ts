import { AppError } from '#shared/contract/errors.ts'
import { newTaskSchema, type NewTask, type TaskFields } from '#shared/features/tasks/schema.ts'
import { nextDueDate } from '#shared/features/tasks/recurrence.ts'
import type { CommandContext } from '../../context.ts'
import type { TaskTable } from '../../db/schema-of-work.ts'
import type { NewRow, Patch } from '../../db/recorder.ts'
import { removeWithBelongings } from '../../db/references.ts'

const refuse = (field: string, words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { [field]: words } })
}

const checkFields = async ({ db }: CommandContext, task: TaskFields, prefix: string): Promise<void> => {
  if (task.repeats !== 'never' && task.dueDate === null)
    refuse(`${prefix}dueDate`, 'A task that repeats needs the date it is due first')
  if (task.ownerId === null) return
  const owner = await db.selectFrom('user_account').select('id').where('id', '=', task.ownerId).executeTakeFirst()
  if (owner === undefined) refuse(`${prefix}ownerId`, 'This person has no access any more. Choose somebody else.')
}

/** What a task is about must be there, and be one person's. */
const checkLinks = async ({ db }: CommandContext, task: NewTask): Promise<void> => {
  const { personId = null, sourceEventId = null, pathwayId = null } = task
  if (personId !== null) {
    const person = await db.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()
    if (person === undefined) throw new AppError('not-found', 'This person is no longer on the register.')
  }
  const belongs = async (table: 'journey_event' | 'pathway', id: string, field: string): Promise<void> => {
    const row = await db.selectFrom(table).select('person_id').where('id', '=', id).executeTakeFirst()
    if (row?.person_id !== personId) refuse(field, 'What this task came from belongs to somebody else or is gone.')
  }
  if (sourceEventId !== null) await belongs('journey_event', sourceEventId, 'sourceEventId')
  if (pathwayId !== null) await belongs('pathway', pathwayId, 'pathwayId')
}

const fieldColumns = (task: TaskFields): Patch<'task'> & Pick<TaskTable, 'title' | 'repeats'> => ({
  title: task.title,
  note: task.note === '' ? null : task.note,
  owner_id: task.ownerId,
  due_date: task.dueDate,
  repeats: task.repeats,
})

const startsAt = (task: TaskFields): string | null => (task.repeats === 'never' ? null : task.dueDate)

const stored = (context: CommandContext, task: TaskFields): Omit<NewRow<'task'>, 'id'> => ({
  ...fieldColumns(task),
  repeats_from: startsAt(task),
  state: 'open',
  created_on: context.env.clock.today(),
  created_by: context.user.name,
})

/**
 * Adds a task inside whatever command runs: the actions of a treatment summary become tasks through this.
 * @returns its id.
 * @throws AppError `validation` or `not-found` when an owner, person, event or pathway is not there.
 */
export const addTask = async (context: CommandContext, task: NewTask): Promise<string> => {
  const read = newTaskSchema.parse(task)
  await checkFields(context, read, '')
  await checkLinks(context, read)
  const id = context.env.ids.next()
  await context.insert('task', {
    id,
    ...stored(context, read),
    person_id: read.personId,
    source_event_id: read.sourceEventId,
    pathway_id: read.pathwayId,
  })
  return id
}

/** The same task for several people, each a task of their own. @returns how many were added. */
export const addTaskForPeople = async (
  context: CommandContext,
  personIds: readonly string[],
  task: TaskFields,
): Promise<number> => {
  await checkFields(context, task, 'task.')
  const ids = [...new Set(personIds)]
  const known = await context.db.selectFrom('person').select('id').where('id', 'in', ids).execute()
  if (known.length < ids.length)
    throw new AppError('not-found', 'Somebody you chose is no longer on the register. Choose again.')
  for (const personId of ids)
    await context.insert('task', { id: context.env.ids.next(), ...stored(context, task), person_id: personId })
  return ids.length
}

const taskRow = async ({ db }: CommandContext, id: string): Promise<TaskTable> => {
  const row = await db.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new AppError('not-found', 'This task is gone. It may have been removed on another screen.')
  return row
}

export const saveTask = async (
  context: CommandContext,
  id: string,
  version: number,
  task: TaskFields,
): Promise<number> => {
  await checkFields(context, task, 'task.')
  const row = await taskRow(context, id)
  const sameSeries = row.due_date === task.dueDate && row.repeats === task.repeats
  return context.update(
    'task',
    id,
    { ...fieldColumns(task), repeats_from: sameSeries ? row.repeats_from : startsAt(task) },
    version,
  )
}

/** What comes after a finished task that repeats, already stored; null when nothing does. */
const addNext = async (context: CommandContext, row: TaskTable): Promise<{ id: string; dueDate: string } | null> => {
  if (row.due_date === null || row.repeats_from === null) return null
  const dueDate = nextDueDate(row.repeats_from, row.repeats, row.due_date, context.env.clock.today())
  if (dueDate === null) return null
  const id = context.env.ids.next()
  await context.insert('task', {
    id,
    person_id: row.person_id,
    title: row.title,
    note: row.note,
    owner_id: row.owner_id,
    due_date: dueDate,
    repeats: row.repeats,
    repeats_from: row.repeats_from,
    state: 'open',
    created_on: context.env.clock.today(),
    created_by: context.user.name,
    source_event_id: row.source_event_id,
    pathway_id: row.pathway_id,
    follows_task_id: row.id,
  })
  return { id, dueDate }
}

const requireOpen = (row: TaskTable): void => {
  if (row.state !== 'open')
    throw new AppError('conflict', `This task is ${row.state === 'done' ? 'finished' : 'dropped'} already.`)
}

export const finishTask = async (
  context: CommandContext,
  id: string,
  version: number,
): Promise<{ version: number; next: { id: string; dueDate: string } | null }> => {
  const row = await taskRow(context, id)
  const close = { state: 'done' as const, finished_on: context.env.clock.today(), finished_by: context.user.name }
  if (row.version === version) requireOpen(row)
  const after = await context.update('task', id, close, version)
  return { version: after, next: await addNext(context, row) }
}

export const dropTask = async (
  context: CommandContext,
  id: string,
  version: number,
  reason: string,
): Promise<number> => {
  const row = await taskRow(context, id)
  if (row.version === version) requireOpen(row)
  return context.update(
    'task',
    id,
    {
      state: 'dropped',
      finished_on: context.env.clock.today(),
      finished_by: context.user.name,
      dropped_reason: reason,
    },
    version,
  )
}

/** Opens a task again, and takes away the one that followed it while nobody has touched that one. */
export const reopenTask = async (context: CommandContext, id: string, version: number): Promise<number> => {
  const open = { state: 'open' as const, finished_on: null, finished_by: null, dropped_reason: null }
  const after = await context.update('task', id, open, version)
  const followers = await context.db
    .selectFrom('task')
    .select(['id', 'version'])
    .where('follows_task_id', '=', id)
    .where('state', '=', 'open')
    .execute()
  for (const follower of followers)
    if (follower.version === 1)
      await removeWithBelongings(context.handle, context.recorder, 'task', follower.id, follower.version)
  return after
}
