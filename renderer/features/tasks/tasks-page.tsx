import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { urlChoice, urlText, useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { TASK_VIEWS, type TaskView } from '#shared/features/tasks/schema.ts'
import { type TaskForms, TaskDialogs } from './task-dialogs.tsx'
import { TaskLine } from './task-line.tsx'
import { taskWrites } from './task-writes.ts'
import classes from './tasks.module.css'

const ADDRESS = {
  view: urlChoice(
    TASK_VIEWS.map(({ code }) => code),
    'late',
  ),
  owner: urlText('anyone'),
}

const PAGE = 100
const MOST = 200

const EMPTY: Readonly<Record<TaskView, string>> = {
  late: 'No task is late',
  soon: 'No task is due in the next four weeks',
  later: 'No task is due later',
  no_date: 'Every task has a date',
  finished: 'No task has been finished yet',
}

/** `/today/tasks`: everybody's tasks by when they are due. */
export const TasksPage = (): ReactNode => {
  usePageTitle('tasks')
  useBreadcrumbs([{ label: 'Today', path: '/today' }, { label: 'Tasks' }])
  const [address, change] = useUrlState(ADDRESS)
  const mayWrite = useMay('journey.write')
  const users = useCoreQuery('access', 'users', {}).data ?? []
  const owners = [
    { value: 'anyone', label: 'Anybody' },
    ...users.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'nobody', label: 'Whoever comes first' },
  ]
  const owner = owners.some(({ value }) => value === address.owner) ? address.owner : 'anyone'
  const [limit, setLimit] = useState(PAGE)
  const tasks = useCoreQuery('tasks', 'page', { view: address.view, owner, limit }, { keepPrevious: true })
  const counts = useCoreQuery('tasks', 'counts', { owner }, { keepPrevious: true }).data
  const [open, setOpen] = useState<TaskForms | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const add = (): void => setOpen({ form: 'add' })
  useCommands(
    mayWrite
      ? [{ id: 'tasks.add', title: 'Add a task', group: 'On this page', keys: ['A', 'N'], icon: IconPlus, run: add }]
      : [],
  )
  const writes = mayWrite ? taskWrites(setFailure) : undefined
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1>Tasks</h1>
        <Tabs
          label="When tasks are due"
          tabs={TASK_VIEWS.map(({ code, label }) => ({
            id: code,
            label,
            count: counts?.[code]?.toLocaleString('en-GB'),
          }))}
          active={address.view}
          onChange={(view) => change({ view })}
        />
        <span className={classes.push} />
        {mayWrite && (
          <Button kind="filled" size="small" icon={IconPlus} keys="A" onClick={add}>
            Add a task
          </Button>
        )}
      </header>
      <div className={classes.filters}>
        <SelectField
          label="Who does it"
          options={owners}
          value={owner}
          onChange={(next) => change({ owner: next ?? 'anyone' })}
        />
      </div>
      <div className={classes.scroll}>
        {(failure ?? tasks.error) !== null && (
          <InlineAlert tone="bad" spoken title="That could not be done">
            {failure ?? tasks.error?.message}
          </InlineAlert>
        )}
        {tasks.data === undefined && tasks.error === null && <SkeletonPanel label="Loading the tasks" lines={6} />}
        {tasks.data?.rows.length === 0 && (
          <EmptyState title={EMPTY[address.view]}>A task may be about a person or about none.</EmptyState>
        )}
        {tasks.data !== undefined && tasks.data.rows.length > 0 && (
          <ul className={classes.list} aria-label="Tasks">
            {tasks.data.rows.map(({ person, died, ...task }) => (
              <TaskLine
                key={task.id}
                task={task}
                person={person}
                died={died}
                writes={writes}
                onChange={(one) => setOpen({ form: 'change', task: one, person })}
                onDrop={(one) => setOpen({ form: 'drop', task: one, person })}
              />
            ))}
          </ul>
        )}
        {tasks.data !== undefined && tasks.data.total > tasks.data.rows.length && (
          <div className={classes.more}>
            {limit < MOST ? (
              <Button onClick={() => setLimit(MOST)}>Show more</Button>
            ) : (
              `The first ${MOST} of ${tasks.data.total}. Choose whose they are to see the rest.`
            )}
          </div>
        )}
      </div>
      <TaskDialogs
        open={open}
        tasks={tasks.data?.rows ?? []}
        person={null}
        onClose={() => setOpen(null)}
        onFailedUndo={setFailure}
      />
    </div>
  )
}
