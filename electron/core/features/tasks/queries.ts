import { sql } from 'kysely'
import { addDays, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Task, TaskRow, TaskView } from '#shared/features/tasks/schema.ts'
import { TASK_VIEWS } from '#shared/features/tasks/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { PERSON_LINE_COLUMNS, personLineFrom } from '../../db/person-line.ts'
import type { TaskTable } from '../../db/schema-of-work.ts'

const FOUR_WEEKS = 28

interface TaskList {
  readonly view: TaskView
  readonly owner: string
}

/** The tasks of one view, in the order of an index: each view is one range of it. */
const ofView = (db: ReadDb, { view, owner }: TaskList, today: IsoDate) => {
  const inFourWeeks = addDays(today, FOUR_WEEKS)
  return db
    .selectFrom('task')
    .$if(owner === 'nobody', (query) => query.where('task.owner_id', 'is', null))
    .$if(owner !== 'nobody' && owner !== 'anyone', (query) => query.where('task.owner_id', '=', owner))
    .$if(view === 'finished', (query) => query.where('task.state', '<>', sql.lit('open')))
    .$if(view !== 'finished', (query) => query.where('task.state', '=', sql.lit('open')))
    .$if(view === 'late', (query) => query.where('task.due_date', '<', today))
    .$if(view === 'soon', (query) =>
      query.where('task.due_date', '>=', today).where('task.due_date', '<=', inFourWeeks),
    )
    .$if(view === 'later', (query) => query.where('task.due_date', '>', inFourWeeks))
    .$if(view === 'no_date', (query) => query.where('task.due_date', 'is', null))
}

const taskFrom = (row: TaskTable & { owner_name: string | null }): Task => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  title: row.title,
  note: row.note,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  dueDate: row.due_date,
  repeats: row.repeats,
  state: row.state,
  createdOn: row.created_on,
  createdBy: row.created_by,
  finishedOn: row.finished_on,
  finishedBy: row.finished_by,
  droppedReason: row.dropped_reason,
  sourceEventId: row.source_event_id,
  pathwayId: row.pathway_id,
})

export const taskPage = async (
  db: ReadDb,
  list: TaskList & { readonly offset: number; readonly limit: number },
  today: IsoDate,
): Promise<{ rows: TaskRow[]; total: number }> => {
  const finished = list.view === 'finished'
  const rows = await ofView(db, list, today)
    .leftJoin('user_account', 'user_account.id', 'task.owner_id')
    .leftJoin('person', 'person.id', 'task.person_id')
    .leftJoin('person_summary as summary', 'summary.person_id', 'task.person_id')
    .selectAll('task')
    .select('summary.died')
    .select('user_account.name as owner_name')
    .select(PERSON_LINE_COLUMNS)
    .orderBy(finished ? 'task.finished_on' : 'task.due_date', finished ? 'desc' : 'asc')
    .orderBy('task.id', finished ? 'desc' : 'asc')
    .limit(list.limit)
    .offset(list.offset)
    .execute()
  const total = await countOf(db, list, today)
  return { rows: rows.map((row) => ({ ...taskFrom(row), person: personLineFrom(row), died: row.died === 1 })), total }
}

const countOf = async (db: ReadDb, list: TaskList, today: IsoDate): Promise<number> => {
  const { total } = await ofView(db, list, today)
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** How many tasks each view holds today. */
export const taskCounts = async (db: ReadDb, owner: string, today: IsoDate): Promise<Record<TaskView, number>> => {
  const counts = {} as Record<TaskView, number>
  for (const { code } of TASK_VIEWS) counts[code] = await countOf(db, { view: code, owner }, today)
  return counts
}

const inOrder = (one: Task, other: Task): number => {
  if ((one.state === 'open') !== (other.state === 'open')) return one.state === 'open' ? -1 : 1
  if (one.state !== 'open') return (one.finishedOn ?? '') < (other.finishedOn ?? '') ? 1 : -1
  return (one.dueDate ?? '9999') < (other.dueDate ?? '9999') ? -1 : 1
}

/** Every task about a person: open ones by when they are due, then the finished, the last first. */
export const tasksOfPerson = async (db: ReadDb, personId: string): Promise<Task[]> => {
  const rows = await db
    .selectFrom('task')
    .leftJoin('user_account', 'user_account.id', 'task.owner_id')
    .selectAll('task')
    .select('user_account.name as owner_name')
    .where('task.person_id', '=', personId)
    .execute()
  return rows.map(taskFrom).toSorted(inOrder)
}
