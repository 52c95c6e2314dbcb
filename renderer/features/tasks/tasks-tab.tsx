import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import type { Task } from '#shared/features/tasks/schema.ts'
import { type TaskForms, TaskDialogs } from './task-dialogs.tsx'
import { TaskLine } from './task-line.tsx'
import { taskWrites } from './task-writes.ts'
import classes from './tasks.module.css'

type PersonId = { readonly personId: string }

/** How many tasks are open: beside the tab's name. */
export const TasksCount = ({ personId }: PersonId): ReactNode => {
  const open = useCoreQuery('tasks', 'ofPerson', { personId }).data?.filter(({ state }) => state === 'open').length
  return open === undefined || open === 0 ? null : open
}

type GroupProps = {
  readonly title: string
  readonly nothing: string
  readonly tasks: readonly Task[]
  readonly line: (task: Task) => ReactNode
}

const Group = ({ title, nothing, tasks, line }: GroupProps): ReactNode => (
  <Panel title={title} aside={tasks.length > 0 ? String(tasks.length) : undefined} padding="flush">
    {tasks.length === 0 ? (
      <p className={classes.nothing}>{nothing}</p>
    ) : (
      <ul className={classes.list}>{tasks.map(line)}</ul>
    )}
  </Panel>
)

/** A person's tasks: what is open, and what became of the rest. */
export const TasksTab = ({ personId }: PersonId): ReactNode => {
  const mayWrite = useMay('journey.write')
  const tasks = useCoreQuery('tasks', 'ofPerson', { personId })
  const person = useCoreQuery('register', 'person', { id: personId }).data?.person ?? null
  const [open, setOpen] = useState<TaskForms | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const add = (): void => setOpen({ form: 'add' })
  useCommands(
    mayWrite
      ? [{ id: 'tasks.add', title: 'Add a task', group: 'On this page', keys: ['A'], icon: IconPlus, run: add }]
      : [],
  )
  if (tasks.data === undefined) {
    if (tasks.error === null) return <SkeletonPanel label="Loading the tasks" lines={5} />
    return (
      <div className={classes.tab}>
        <InlineAlert tone="bad" spoken title="The tasks could not be read">
          {tasks.error.message}
        </InlineAlert>
      </div>
    )
  }
  const writes = mayWrite ? taskWrites(setFailure) : undefined
  const line = (task: Task): ReactNode => (
    <TaskLine
      key={task.id}
      task={task}
      writes={writes}
      onChange={(one) => setOpen({ form: 'change', task: one, person })}
      onDrop={(one) => setOpen({ form: 'drop', task: one, person })}
    />
  )
  return (
    <div className={classes.tab}>
      {mayWrite && (
        <div className={classes.tools}>
          <Button size="small" icon={IconPlus} keys="A" onClick={add}>
            Add a task
          </Button>
        </div>
      )}
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <Group
        title="To do"
        nothing="Nothing is to be done."
        tasks={tasks.data.filter(({ state }) => state === 'open')}
        line={line}
      />
      <Group
        title="Finished and dropped"
        nothing="Nothing yet."
        tasks={tasks.data.filter(({ state }) => state !== 'open')}
        line={line}
      />
      <TaskDialogs
        open={open}
        tasks={tasks.data}
        person={person}
        onClose={() => setOpen(null)}
        onFailedUndo={setFailure}
      />
    </div>
  )
}
