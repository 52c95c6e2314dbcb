import { IconDots, IconFileSpreadsheet, IconLock, IconLockOpen, IconRefresh, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { counted, useSaveFile } from '#renderer/features/imports/public.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { ConfirmDialog } from '#renderer/ui/dialog.tsx'
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { Reconciliation } from '#shared/features/reconcile/schema.ts'
import { RECONCILE } from './reconcile-address.ts'

const WORK = { title: 'Save the work list', suggestedName: 'list-work.csv', kind: 'csv' } as const
const COUNTS = { title: 'Save the counts', suggestedName: 'list-counts.csv', kind: 'csv' } as const

const useSaves = (id: string) => {
  const workJob = useCoreJob('reconcile', 'saveWorkList')
  const countJob = useCoreJob('reconcile', 'saveCounts')
  const work = useSaveFile(WORK, workJob, async (fileHandle, name) => {
    const saved = await workJob.start({ id, fileHandle })
    if (saved !== null) showToast({ message: `${counted(saved.rows, 'line')} saved to ${name}. It names people.` })
  })
  const counts = useSaveFile(COUNTS, countJob, async (fileHandle, name) => {
    const saved = await countJob.start({ id, fileHandle })
    if (saved !== null) showToast({ message: `Counts saved to ${name}, small numbers hidden.` })
  })
  return { work, counts }
}

interface ListMenuProps {
  readonly list: Reconciliation
  readonly onTrouble: (words: string | null) => void
}

/** What can be done with a whole list. */
export const ListMenu = ({ list, onTrouble }: ListMenuProps): ReactNode => {
  const [, goTo] = usePath()
  const [asking, setAsking] = useState(false)
  const { work, counts } = useSaves(list.id)
  const mayBring = useMay('imports.run')
  const mayClose = useMay('journey.write')
  const mayNames = useMay('people.export')
  const mayCounts = useMay('reports.export')
  const isClosed = list.closedOn !== null
  const seen = { id: list.id, version: list.version }
  const setClosed = async (): Promise<void> => {
    const words = isClosed ? 'The list is open again.' : 'The list is closed.'
    const { refused } = await doUndoable(core.reconcile.setClosed({ ...seen, closed: !isClosed }), words, onTrouble)
    onTrouble(refused?.message ?? null)
  }
  const remove = async (): Promise<void> => {
    const { refused } = await doUndoable(core.reconcile.remove(seen), 'The compared list is forgotten.', onTrouble)
    setAsking(false)
    if (refused === null) goTo(RECONCILE)
    else onTrouble(refused.message)
  }
  const items: MenuItem[] = [
    ...(mayBring
      ? [{ label: 'Compare a newer list', icon: IconRefresh, onChoose: () => goTo(`${RECONCILE}?newer=${list.id}`) }]
      : []),
    ...(mayNames
      ? [{ label: 'Save what is to decide', icon: IconFileSpreadsheet, onChoose: () => void work.save() }]
      : []),
    ...(mayCounts ? [{ label: 'Save the counts', icon: IconFileSpreadsheet, onChoose: () => void counts.save() }] : []),
    ...(mayClose
      ? [
          {
            label: isClosed ? 'Open it again' : 'Close this list',
            icon: isClosed ? IconLockOpen : IconLock,
            startsGroup: true,
            onChoose: () => void setClosed(),
          },
        ]
      : []),
    ...(mayBring
      ? [{ label: 'Forget this list', icon: IconTrash, danger: true, onChoose: () => setAsking(true) }]
      : []),
  ]
  const trouble = work.trouble ?? counts.trouble
  if (items.length === 0) return null
  return (
    <>
      <Menu anchor={<IconButton icon={IconDots} label="More about this list" />} items={items} />
      {trouble !== null && <span role="alert">{trouble}</span>}
      <ConfirmDialog
        open={asking}
        title="Forget this list?"
        confirm="Forget the list"
        onCancel={() => setAsking(false)}
        onConfirm={() => void remove()}
      >
        What was found and what was decided about it goes. Whatever you added or changed on the register stays.
      </ConfirmDialog>
    </>
  )
}
