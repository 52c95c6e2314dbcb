import { useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import type { EntryKind } from '#shared/features/development/schema.ts'

interface Kept {
  readonly id: string
  readonly version: number
}

interface Opened<Row> {
  /** Whether the drawer is open; then `row` is what is changed, or null for a new one. */
  readonly isOpen: boolean
  readonly key: string
  readonly row: Row | null
  readonly add: () => void
  readonly edit: (row: Row) => void
  readonly close: () => void
  readonly remove: () => void
}

/** The entry of a list that is looked at in the drawer. */
export const useOpened = <Row extends Kept>(
  rows: readonly Row[],
  kind: EntryKind,
  onFailure: (words: string) => void,
): Opened<Row> => {
  const [open, setOpen] = useState<{ readonly id: string | null } | null>(null)
  const row = rows.find(({ id }) => id === open?.id) ?? null
  const remove = async (): Promise<void> => {
    if (row === null) return
    const work = core.development.remove({ id: row.id, version: row.version, kind })
    const { refused } = await doUndoable(work, 'Removed.', onFailure)
    if (refused === null) setOpen(null)
    else onFailure(refused.message)
  }
  return {
    isOpen: open !== null,
    key: open?.id ?? 'new',
    row,
    add: () => setOpen({ id: null }),
    edit: ({ id }) => setOpen({ id }),
    close: () => setOpen(null),
    remove: () => void remove(),
  }
}
