import { IconChecklist, IconDownload, IconFileCode, IconUserHeart } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useMay } from '#renderer/app/use-may.ts'
import { TaskDialog } from '#renderer/features/tasks/public.ts'
import { ActionBar } from '#renderer/ui/action-bar.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { LeadDialog } from './lead-dialog.tsx'
import classes from './register.module.css'

type ChosenPeopleProps = {
  readonly ids: readonly string[]
  readonly onClear: () => void
  /** Opens the dialog that writes them to a file. */
  readonly onExport: () => void
  /** Opens the dialog that writes them as a FHIR bundle. */
  readonly onBundle: () => void
}

/** What can be done to the people chosen, each in one change with one undo. */
export const ChosenPeople = ({ ids, onClear, onExport, onBundle }: ChosenPeopleProps): ReactNode => {
  const [open, setOpen] = useState<'lead' | 'task' | null>(null)
  const [failedUndo, setFailedUndo] = useState<string | null>(null)
  const mayWrite = useMay('register.write')
  const mayAddTasks = useMay('journey.write')
  const mayExport = useMay('people.export')
  const canAdd = mayAddTasks && ids.length > 0
  useCommands(
    canAdd
      ? [
          {
            id: 'register.addTask',
            title: 'Add a task for who is chosen',
            group: 'On this page',
            keys: ['A'],
            run: () => setOpen('task'),
          },
        ]
      : [],
  )
  const actions = [
    ...(mayAddTasks ? [{ label: 'Add a task', icon: IconChecklist, keys: 'A', onChoose: () => setOpen('task') }] : []),
    ...(mayWrite ? [{ label: 'Set named lead', icon: IconUserHeart, onChoose: () => setOpen('lead') }] : []),
    ...(mayExport
      ? [
          { label: 'Write to a file', icon: IconDownload, onChoose: onExport },
          { label: 'FHIR bundle', icon: IconFileCode, onChoose: onBundle },
        ]
      : []),
  ]
  const close = (): void => setOpen(null)
  const done = (): void => {
    close()
    onClear()
  }
  return (
    <>
      {failedUndo !== null && (
        <div className={classes.notice}>
          <InlineAlert tone="bad" spoken>
            {failedUndo}
          </InlineAlert>
        </div>
      )}
      <ActionBar count={ids.length} actions={actions} onClear={onClear} />
      {open === 'lead' && <LeadDialog ids={ids} onClose={close} onDone={done} onFailedUndo={setFailedUndo} />}
      {open === 'task' && (
        <TaskDialog task={null} forPeople={ids} onClose={close} onAdded={done} onFailedUndo={setFailedUndo} />
      )}
    </>
  )
}
