import type { tasks } from '#shared/features/tasks/contract.ts'
import type { Handlers } from '../../context.ts'
import { addTask, addTaskForPeople, dropTask, finishTask, reopenTask, saveTask } from './commands.ts'
import { taskCounts, taskPage, tasksOfPerson } from './queries.ts'

export const taskHandlers: Handlers<typeof tasks> = {
  page: ({ db, env }, list) => taskPage(db, list, env.clock.today()),
  counts: ({ db, env }, { owner }) => taskCounts(db, owner, env.clock.today()),
  ofPerson: ({ db }, { personId }) => tasksOfPerson(db, personId),
  async add(context, task) {
    return { id: await addTask(context, task), version: 1, undo: context.auditSeq }
  },
  async addForPeople(context, { personIds, task }) {
    return { added: await addTaskForPeople(context, personIds, task), undo: context.auditSeq }
  },
  async save(context, { id, version, task }) {
    return { id, version: await saveTask(context, id, version, task), undo: context.auditSeq }
  },
  async finish(context, { id, version }) {
    return { ...(await finishTask(context, id, version)), undo: context.auditSeq }
  },
  async reopen(context, { id, version }) {
    return { version: await reopenTask(context, id, version), undo: context.auditSeq }
  },
  async drop(context, { id, version, reason }) {
    return { version: await dropTask(context, id, version, reason), undo: context.auditSeq }
  },
}
